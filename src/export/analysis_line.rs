//! One article's analysis as one line of JSON.

use serde::Serialize;

use crate::analysis::{Analysis, EntityKind};
use crate::calendar::{Day, Moment, Precision, YearOrigin};
use crate::intake::{Origin, Sourced};
use crate::span::{CodePoints, Span};

/// The machine interface's view of an article. Offsets count code points of `text`; `end` is exclusive.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    language: &'a str,
    title: Title<'a>,
    published: Option<&'a Sourced<Moment>>,
    authors: Vec<&'a str>,
    outlet: Option<&'a str>,
    url: Option<&'a str>,
    text: &'a str,
    dateline: Option<Dateline<'a>>,
    removed: Vec<Removed<'a>>,
    sentences: Vec<Place>,
    entities: Vec<EntityMention<'a>>,
    summary: Vec<KeySentence>,
    quotes: Vec<Quote<'a>>,
    dates: Vec<Dated<'a>>,
    events: Vec<Dated<'a>>,
    figures: Vec<Figure<'a>>,
}

#[derive(Serialize)]
struct Title<'a> {
    text: &'a str,
    origin: Origin,
}

#[derive(Serialize)]
struct Dateline<'a> {
    #[serde(flatten)]
    place: Place,
    #[serde(rename = "place")]
    from: &'a str,
    agency: Option<&'a str>,
}

#[derive(Serialize)]
struct Removed<'a> {
    text: &'a str,
    rule: &'a str,
}

#[derive(Serialize, Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct EntityMention<'a> {
    #[serde(flatten)]
    place: Place,
    kind: EntityKind,
    form: &'a str,
    name: &'a str,
    id: &'a str,
}

#[derive(Serialize)]
struct KeySentence {
    #[serde(flatten)]
    place: Place,
    rank: usize,
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(flatten)]
    place: Place,
    speaker: Option<&'a str>,
}

#[derive(Serialize)]
struct Dated<'a> {
    #[serde(flatten)]
    place: Place,
    from: Day,
    to: Day,
    precision: Precision,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<&'a str>,
    /// Who says which year it is; of dates, not of events.
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<YearOrigin>,
}

#[derive(Serialize)]
struct Figure<'a> {
    #[serde(flatten)]
    place: Place,
    value: f64,
    unit: &'a str,
}

/// `analysis` as one line of JSON, without the line end.
pub fn analysis_line(analysis: &Analysis) -> String {
    let article = &analysis.article;
    let points = CodePoints::new(&article.text);
    let place = |span: Span| Place { start: points.at(span.start), end: points.at(span.end) };
    let of_sentence = |index: usize| place(analysis.sentences[index].span);
    let line = Line {
        id: &article.id,
        language: &analysis.language,
        title: Title { text: &analysis.title.value, origin: analysis.title.origin },
        published: article.published.as_ref(),
        authors: article.authors.iter().map(|author| author.value.as_str()).collect(),
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.as_str()),
        url: article.url.as_ref().map(|url| url.value.as_str()),
        text: &article.text,
        dateline: article.dateline.as_ref().map(|dateline| Dateline {
            place: place(dateline.span),
            from: &dateline.place,
            agency: dateline.agency.as_deref(),
        }),
        removed: article.removed.iter().map(|removed| Removed { text: &removed.text, rule: &removed.rule }).collect(),
        sentences: analysis.sentences.iter().map(|sentence| place(sentence.span)).collect(),
        entities: analysis
            .mentions
            .iter()
            .map(|mention| {
                let entity = &analysis.entities[mention.entity];
                let (form, name, id) = (mention.form.as_str(), entity.name.as_str(), entity.id.as_str());
                EntityMention { place: place(mention.span), kind: mention.kind, form, name, id }
            })
            .collect(),
        summary: analysis
            .summary
            .iter()
            .map(|key| KeySentence { place: of_sentence(key.sentence), rank: key.rank })
            .collect(),
        quotes: analysis
            .quotes
            .iter()
            .map(|quote| Quote {
                place: place(quote.span),
                speaker: quote.speaker.map(|speaker| analysis.entities[speaker].name.as_str()),
            })
            .collect(),
        dates: analysis
            .dates
            .iter()
            .map(|date| Dated {
                place: place(date.span),
                from: date.from,
                to: date.to,
                precision: date.precision,
                time: date.time.as_deref(),
                year: Some(date.year),
            })
            .collect(),
        events: analysis
            .events
            .iter()
            .map(|event| Dated {
                place: of_sentence(event.sentence),
                from: event.from,
                to: event.to,
                precision: event.precision,
                time: None,
                year: None,
            })
            .collect(),
        figures: analysis
            .figures
            .iter()
            .map(|figure| Figure { place: place(figure.span), value: figure.value, unit: &figure.unit })
            .collect(),
    };
    serde_json::to_string(&line).expect("texts and finite numbers always make JSON")
}
