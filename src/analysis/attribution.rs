//! Which sentences an article passes on from others, and which it says in its own name.

use super::model::{Analysis, Quote, Sentence};
use crate::language::{is_announcement, is_third_person};
use crate::span::Span;
use crate::words::is_alphanumeric;

/// From which part of what a sentence says, attribution aside, the sentence as a whole is passed on.
const MOST: f64 = 0.5;

/// For each sentence the index in `quotes` of the speech that it passes on; `None` for what the article
/// says in its own name.
///
/// A sentence is passed on when most of it, the words of attribution left out, lies within one piece of
/// speech: a quotation of several sentences hands its speaker on to each of them.
pub(super) fn passed_on(text: &str, sentences: &[Sentence], quotes: &[Quote]) -> Vec<Option<usize>> {
    let mut best: Vec<Option<(f64, usize)>> = vec![None; sentences.len()];
    for (index, quote) in quotes.iter().enumerate() {
        let first = sentences.partition_point(|sentence| sentence.span.end <= quote.span.start);
        for (at, sentence) in sentences.iter().enumerate().skip(first) {
            if sentence.span.start >= quote.span.end {
                break;
            }
            let share = share(text, sentence.span, quote);
            if share >= MOST && best[at].is_none_or(|(known, _)| share > known) {
                best[at] = Some((share, index));
            }
        }
    }
    best.into_iter().map(|found| found.map(|(_, index)| index)).collect()
}

/// The part of a sentence that is the quote's, by letters and digits. The attribution counts for neither.
fn share(text: &str, sentence: Span, quote: &Quote) -> f64 {
    let letters = |span: Span| span.of(text).chars().filter(|&c| is_alphanumeric(c)).count();
    let inside = |span: Span| {
        let (start, end) = (span.start.max(sentence.start), span.end.min(sentence.end));
        if start < end { letters(Span::new(start, end)) } else { 0 }
    };
    let attribution = quote.cue.map_or(0, |cue| {
        // What a cue in the middle of reported speech covers is part of the speech's span too.
        let shared = if quote.span.contains(cue) { 0 } else { inside(cue) };
        shared.min(letters(sentence))
    });
    let said = letters(sentence).saturating_sub(attribution).max(1);
    inside(quote.span) as f64 / said as f64
}

/// Who says a sentence, or of whom it speaks, told beside it because the sentence does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldBy {
    /// The name of who says it, the article's own words of attribution, or the sentence that names them.
    pub words: String,
    /// The sentence (an index in [`Analysis::sentences`]) that tells so.
    pub sentence: usize,
}

/// The sentence right before the one at `index`, when it announces what that tells of those that its «он», «они» stands
/// for: «Биологи рассказали о результатах опыта. Они вывели …».
pub(super) fn announced_by(text: &str, language: &str, sentences: &[Sentence], index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let (this, last) = (sentences[index], sentences[before]);
    let first = this.span.of(text).split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
    let stands = is_third_person(language, &first.to_lowercase()) && this.paragraph == last.paragraph;
    // What has several clauses, or is too long to be shown in full, may name others.
    let announcement = last.span.of(text);
    let plain = !announcement.contains(',') && announcement.chars().count() <= LONGEST_CUE;
    (stands && plain && is_announcement(language, announcement)).then_some(before)
}

/// Who says a sentence that does not tell itself whose words it is: the attribution stands in another sentence («Об этом
/// пишет „Коммерсантъ“»), or names nobody («По его словам»). `None` for what the article says in its own name, and
/// where nobody knows. Of «Они вывели …» behind an announcement that names them, the announcement.
pub fn told_by(analysis: &Analysis, sentence: usize) -> Option<ToldBy> {
    let text = analysis.article.text.as_str();
    if let Some(before) = announced_by(text, &analysis.language, &analysis.sentences, sentence) {
        let words = short_cue(text, analysis.sentences[before].span, false);
        return Some(ToldBy { words, sentence: before });
    }
    let quote = &analysis.quotes[analysis.passed_on.get(sentence).copied().flatten()?];
    let span = analysis.sentences[sentence].span;
    let named = |within: Span| {
        let mut mentions = analysis.mentions.iter().filter(|mention| within.contains(mention.span));
        mentions.any(|mention| Some(mention.entity) == quote.speaker)
    };
    let elsewhere = quote.cue.filter(|cue| !span.overlaps(*cue));
    let at = elsewhere.and_then(|cue| analysis.sentences.iter().position(|sentence| sentence.span.overlaps(cue)));
    let words = match (elsewhere, quote.speaker) {
        // What would have to be cut could lose the name.
        (Some(cue), speaker) if speaker.is_none() || named(cue) && cue.of(text).chars().count() <= LONGEST_CUE => {
            short_cue(text, cue, quote.span.start >= cue.end)
        }
        (_, Some(speaker)) if !named(span) => analysis.entities[speaker].name.clone(),
        _ => return None,
    };
    (!words.is_empty()).then_some(ToldBy { words, sentence: at.unwrap_or(sentence) })
}

/// The quotation marks that a sentence shown by itself lacks: those that would have to stand before it, and behind it.
///
/// A quotation of several sentences opens in one and closes in another.
pub fn missing_marks(sentence: &str) -> (String, String) {
    let (mut before, mut open) = (String::new(), Vec::new());
    let mut last = ' ';
    for c in sentence.chars() {
        match c {
            '«' => open.push('»'),
            '„' => open.push('“'),
            '“' if open.last() != Some(&'“') => open.push('”'),
            '"' if open.last() != Some(&'"') && !(last.is_alphanumeric() || matches!(last, '.' | '!' | '?' | '…')) => {
                open.push('"');
            }
            // Inches.
            '"' if open.is_empty() && last.is_ascii_digit() => {}
            '»' | '”' | '“' | '"' => {
                let opening = match c {
                    '»' => '«',
                    '"' => '"',
                    _ => '“',
                };
                // Whatever stands open is closed: writers mix their marks.
                if open.pop().is_none() {
                    before.insert(0, opening);
                }
            }
            _ => {}
        }
        last = c;
    }
    (before, open.into_iter().rev().collect())
}

/// The longest attribution that is shown in full, in characters.
const LONGEST_CUE: usize = 90;

/// The words of an attribution without the marks round them. Of long ones the part that stands next to the speech is
/// kept: the end of those `before` it, the beginning of others.
pub fn short_cue(text: &str, cue: Span, before: bool) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '«' | '»' | '"' | '“' | '”' | ')');
    let words = cue.of(text).trim_matches(|c: char| !kept(c));
    let length = words.chars().count();
    if length <= LONGEST_CUE {
        return words.to_owned();
    }
    let cut = words.char_indices().nth(if before { length - LONGEST_CUE } else { LONGEST_CUE });
    let cut = cut.map_or(words.len(), |(at, _)| at);
    // A clause's beginning or end, else a word's.
    if before {
        let rest = &words[cut..];
        let start = rest.find(", ").map(|at| at + 2).filter(|at| at * 2 < rest.len());
        let start = start.or_else(|| rest.find(' ').map(|at| at + 1)).unwrap_or(0);
        return format!("… {}", &rest[start..]);
    }
    let rest = &words[..cut];
    let end = rest.rfind(", ").filter(|at| at * 2 > rest.len()).or_else(|| rest.rfind(' ')).unwrap_or(rest.len());
    format!("{}…", &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::missing_marks;

    #[test]
    fn missing_marks_are_found_on_either_side() {
        let check = |sentence, before: &str, behind: &str| {
            assert_eq!(missing_marks(sentence), (before.to_owned(), behind.to_owned()), "{sentence}");
        };
        check("«Соглашение стало сигналом.", "", "»");
        check("Так дальше жить нельзя», — пишет ресурс.", "«", "");
        check("«Завод „Заря“ закрыт», — сказал мэр.", "", "");
        check("Фильм «Сорок дней» выйдет весной.", "", "");
        check("\"Мы ждали год. ", "", "\"");
        check("Мы уезжаем\", – сказал он.", "\"", "");
        check("Экран 15\" и \"чистый\" звук.", "", "");
        check("“We were lucky,” she said.", "", "");
        check("“We were lucky.", "", "”");
    }
}
