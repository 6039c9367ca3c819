//! What a line looks like, before anything is known about what it says.

/// The outward kind of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Running text: several sentences, or one of some length.
    Prose,
    /// A short sentence, or the beginning or continuation of one.
    Sentence,
    /// A phrase without a full stop, as titles, subheadings and teasers are.
    Headline,
    /// One or two words.
    Label,
    /// No letters at all.
    Scrap,
}

/// Measurements of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub class: Class,
    /// Parts between white space that hold a letter or a digit.
    pub words: usize,
    /// How many sentences it seems to have, the last one unfinished or not.
    pub sentences: usize,
    /// Whether it ends as a sentence does.
    pub ends_sentence: bool,
    /// Whether it ends in a full stop or an ellipsis, which headlines avoid.
    pub full_stop: bool,
    /// Whether its first letter is in lower case.
    pub starts_lower: bool,
    /// Whether it opens with a bullet.
    pub bullet: bool,
    /// Whether it opens with a dash, as direct speech does in Russian.
    pub dash: bool,
    /// Whether it ends in a colon.
    pub colon: bool,
}

impl Shape {
    /// Measures `line`.
    pub fn of(line: &str) -> Self {
        let words = line.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count();
        let has_letters = line.contains(char::is_alphabetic);
        let inner = line.trim_end_matches(is_closing);
        let full_stop = inner.ends_with(['.', '…']);
        let ends_sentence = full_stop || inner.ends_with(['!', '?']);
        let colon = line.ends_with(':');
        let hanging = line.ends_with([',', ';', ':']);
        let starts_lower = line.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
        let bullet = bullet_length(line).is_some();
        let dash = line.starts_with(['–', '—', '―']);
        let breaks = sentence_breaks(line);
        let class = if !has_letters {
            Class::Scrap
        } else if words >= 30
            || (full_stop && (words >= 12 || (breaks > 0 && words >= 8)))
            || (ends_sentence && breaks > 0 && words >= 10)
            || (hanging && words >= 12)
            || breaks >= 3
        {
            Class::Prose
        } else if full_stop || hanging || ((dash || starts_lower) && words >= 3) {
            Class::Sentence
        } else if words <= 2 {
            Class::Label
        } else {
            Class::Headline
        };
        Self { class, words, sentences: breaks + 1, ends_sentence, full_stop, starts_lower, bullet, dash, colon }
    }

    /// Whether the line is written as text is, and not as a label or a headline.
    pub fn is_text(&self) -> bool {
        matches!(self.class, Class::Prose | Class::Sentence)
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '»' | '”' | '“' | '\'' | '’' | ')' | ']' | '*' | ' ') || is_pictograph(c)
}

/// Emoji, arrows and other pictures that pages put round their lines.
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{2460}'..='\u{27BF}' | '\u{2900}'..='\u{297F}'
        | '\u{2B00}'..='\u{2BFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}' | '\u{E000}'..='\u{F8FF}')
}

/// How many bytes of `line` are its bullet and the space after it.
pub(super) fn bullet_length(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let sure = matches!(
        first,
        '•' | '·'
            | '●'
            | '▪'
            | '■'
            | '◦'
            | '‣'
            | '▸'
            | '►'
            | '○'
            | '∙'
            | '▶'
            | '◾'
            | '🔹'
            | '🔸'
            | '✅'
            | '✔'
    ) || ('\u{F0A0}'..='\u{F0FF}').contains(&first);
    if sure {
        let rest = rest.trim_start_matches('\u{FE0F}').trim_start();
        return (!rest.is_empty()).then(|| line.len() - rest.len());
    }
    let maybe = matches!(first, '-' | '*' | '+') && rest.starts_with(' ');
    maybe.then_some(2)
}

/// Places inside the line where one sentence ends and another begins.
///
/// A stop after one or two letters is taken for an initial or an abbreviation.
fn sentence_breaks(line: &str) -> usize {
    let mut count = 0;
    let mut words = line.split(' ').peekable();
    while let Some(word) = words.next() {
        let Some(next) = words.peek() else { break };
        let bare = word.trim_end_matches(is_closing);
        let stem = bare.trim_end_matches(['.', '!', '?', '…']);
        let stops = stem.len() < bare.len();
        let long = stem.chars().filter(|c| c.is_alphanumeric()).count() > 2 || bare.ends_with(['!', '?', '…']);
        let opens = next.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric())
            || next.starts_with(['«', '"', '“', '—', '–']);
        count += usize::from(stops && long && opens);
    }
    count
}
