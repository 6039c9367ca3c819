//! Pages as the index reads them, word by word, and as the browser shows what it found.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use crate::content::SourcePage;
use crate::intake::BlockKind;
use crate::site::text::kind_name;
use crate::site::view::{View, lang, machine_date};
use crate::words::{fold, words};

/// Documents whose texts are in one file.
pub const TEXTS_TOGETHER: usize = 2;
/// Entities whose names are in one file.
pub const NAMES_TOGETHER: usize = 128;

/// Weights of a word by where it stands. A document's weights for a key are added.
const IN_TITLE: u8 = 6;
const IN_KEY_POINT: u8 = 2;
const IN_HEADING: u8 = 2;
const IN_TEXT: u8 = 1;

/// Places between a title and the text, so that no phrase runs from one into the other.
const APART: u32 = 8;

/// A word of a document.
pub struct Reading<'w> {
    /// In the folded spelling.
    pub word: &'w str,
    /// Its keys, as a line of `Lexemes::differences`.
    pub line: &'w str,
    /// Its number; between sentences one is left out.
    pub place: u32,
    pub weight: u8,
    /// The entity that it is part of a name of: an index in the dossier.
    pub entity: Option<u32>,
}

/// A word that is its own key.
const ITSELF: &str = "0+";

/// Tells `each` word of a page's title and of its source's text.
pub fn read(view: &View<'_>, page: &SourcePage, mut each: impl FnMut(Reading<'_>)) {
    let source = view.source_of(page);
    let analysis = &source.analysis;
    let lines = analysis.lexemes.lines();
    let text = &analysis.article.text;
    let key_points: BTreeSet<&str> = page.key_points.iter().filter_map(|point| point.anchor.as_deref()).collect();
    let title = view.title(page);
    let own_title = title == analysis.title.value && !analysis.title_lexemes.of_word.is_empty();
    let mut line_of: HashMap<String, &str> = HashMap::new();

    let mut place = words(&title).count() as u32 + APART;
    let mut mentions = analysis.mentions.iter().peekable();
    let mut sentences = analysis.sentences.iter().peekable();
    let mut weight = IN_TEXT;
    for (number, span) in words(text).enumerate() {
        while let Some(sentence) = sentences.next_if(|sentence| sentence.span.start <= span.start) {
            place += 1;
            let is_heading =
                analysis.paragraphs.get(sentence.paragraph).is_some_and(|it| it.kind == BlockKind::Heading);
            weight = match () {
                () if key_points.contains(sentence.anchor().as_str()) => IN_KEY_POINT,
                () if is_heading => IN_HEADING,
                () => IN_TEXT,
            };
        }
        while mentions.next_if(|mention| mention.span.end <= span.start).is_some() {}
        let entity = mentions
            .peek()
            .filter(|mention| mention.span.contains(span))
            .and_then(|mention| source.entity_of.get(mention.entity).copied())
            .filter(|&entity| view.has_page(entity));
        let word = fold(span.of(text));
        let line =
            analysis.lexemes.of_word.get(number).and_then(|&at| lines.get(usize::from(at)).copied()).unwrap_or(ITSELF);
        each(Reading { word: &word, line, place, weight, entity: entity.map(|entity| entity as u32) });
        if !own_title {
            line_of.insert(word, line);
        }
        place += 1;
    }

    let lines = analysis.title_lexemes.lines();
    for (number, span) in words(&title).enumerate() {
        let word = fold(span.of(&title));
        let line = if own_title {
            analysis.title_lexemes.of_word.get(number).and_then(|&at| lines.get(usize::from(at)).copied())
        } else {
            line_of.get(&word).copied()
        };
        each(Reading {
            word: &word,
            line: line.unwrap_or(ITSELF),
            place: number as u32,
            weight: IN_TITLE,
            entity: None,
        });
    }
}

/// The entities with a page that a page's source mentions (indexes in the dossier), and how often.
pub fn entities(view: &View<'_>, page: &SourcePage) -> BTreeMap<usize, usize> {
    let mut counts = view.source_of(page).mention_counts();
    counts.retain(|&entity, _| view.has_page(entity));
    counts
}

/// What the browser shows of a document.
#[derive(Debug, Serialize)]
struct Text {
    slug: String,
    title: String,
    lang: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    datetime: Option<String>,
    /// The sentences of each paragraph.
    text: Vec<Vec<String>>,
}

/// The documents' texts, some in each file.
pub fn texts(view: &View<'_>) -> Vec<(String, Vec<u8>)> {
    use rayon::prelude::*;
    view.pages
        .par_chunks(TEXTS_TOGETHER)
        .enumerate()
        .map(|(number, pages)| {
            let texts: Vec<Text> = pages.iter().map(|page| text(view, page)).collect();
            (format!("search/texts/{number}.json"), serde_json::to_vec(&texts).expect("texts are JSON"))
        })
        .collect()
}

fn text(view: &View<'_>, page: &SourcePage) -> Text {
    let analysis = &view.source_of(page).analysis;
    let mut paragraphs: Vec<Vec<String>> = vec![Vec::new(); analysis.paragraphs.len()];
    for sentence in &analysis.sentences {
        // White space is shown as one space anyway.
        let words: Vec<&str> = sentence.span.of(&analysis.article.text).split_whitespace().collect();
        paragraphs[sentence.paragraph].push(words.join(" "));
    }
    Text {
        slug: page.slug.clone(),
        title: view.title(page),
        lang: lang(&analysis.language),
        outlet: page.outlet.clone(),
        date: page.published.map(|moment| view.locale.day(moment.day)),
        datetime: page.published.and_then(|moment| machine_date(&moment)),
        text: paragraphs,
    }
}

/// What the browser shows of an entity: name, kind, id, how many sources.
pub fn names(view: &View<'_>) -> Vec<(String, Vec<u8>)> {
    let entities = &view.dossier.entities;
    let shown = |number: usize| {
        let sources = view.sources_of(number).len();
        let counted = view.locale.text_with("count-in-sources", &[("count", sources.into())]);
        (&entities[number].name, kind_name(entities[number].kind), &entities[number].id, counted)
    };
    (0..entities.len().div_ceil(NAMES_TOGETHER))
        .map(|file| {
            let first = file * NAMES_TOGETHER;
            let names: Vec<_> = (first..entities.len().min(first + NAMES_TOGETHER)).map(shown).collect();
            (format!("search/names/{file}.json"), serde_json::to_vec(&names).expect("names are JSON"))
        })
        .collect()
}
