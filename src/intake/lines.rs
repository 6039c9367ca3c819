//! A text as the lines that its author, or the page, made.

/// A line with something on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// 1-based number in the decoded file; of the first line where several were joined.
    pub number: usize,
    /// The line without white space at its ends, runs of spaces reduced to one.
    pub text: String,
    /// Whether a blank line stands before it.
    pub gap_before: bool,
    /// What the markup of its file says that it is, where the file has any.
    pub markup: Option<Markup>,
}

/// What the markup of a file says about a line of its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    /// Running text.
    Text,
    /// A heading.
    Heading,
    /// A short line in bold: a heading by hand, or the beginning of something.
    Bold,
    /// An item of a list.
    Item,
    /// A line that is nearly all link.
    Link,
    /// A heading that is nearly all link.
    LinkedHeading,
}

/// The non-blank lines of `text` (with `\n` line ends). Paragraphs that were wrapped at a fixed
/// width are joined again.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap_before = false;
    for (index, raw) in text.split('\n').enumerate() {
        let line = raw.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            gap_before = true;
            continue;
        }
        lines.push(Line { number: index + 1, text: line, gap_before, markup: None });
        gap_before = false;
    }
    match wrap_width(&lines) {
        Some(width) => join_wrapped(lines, width),
        None => lines,
    }
}

/// The width, in characters, at which the text was hard-wrapped, if it was.
///
/// Wrapped text shows by lines of nearly one length that stop in the middle of sentences, the next
/// line going on in lower case. Verse is too short for it, and paragraphs too long.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let followed: Vec<(usize, &Line, &Line)> = lines
        .windows(2)
        .filter(|pair| !pair[1].gap_before)
        .map(|pair| (pair[0].text.chars().count(), &pair[0], &pair[1]))
        .filter(|(length, ..)| *length >= 45)
        .collect();
    if followed.len() < 3 {
        return None;
    }
    let longest = lines.iter().map(|line| line.text.chars().count()).max()?;
    if longest > 120 {
        return None;
    }
    let broken = followed.iter().filter(|(_, line, next)| is_broken_off(line, next)).count();
    (broken * 2 >= followed.len()).then_some(longest)
}

/// Whether `next` goes on with the sentence of `line`.
fn is_broken_off(line: &Line, next: &Line) -> bool {
    !line.text.ends_with(['.', '!', '?', '…', ':'])
        && next.text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_lowercase() || c.is_numeric())
}

/// Joins a line with the next when the next one's first word would not have fitted on it.
fn join_wrapped(lines: Vec<Line>, width: usize) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    let mut last_length = 0;
    for line in lines {
        let length = line.text.chars().count();
        let first_word = line.text.split(' ').next().map_or(0, |word| word.chars().count());
        match joined.last_mut() {
            Some(open) if !line.gap_before && last_length + 1 + first_word > width - width / 12 => {
                if !ends_with_hyphen(&open.text) {
                    open.text.push(' ');
                }
                open.text.push_str(&line.text);
            }
            _ => joined.push(line),
        }
        last_length = length;
    }
    joined
}

fn ends_with_hyphen(text: &str) -> bool {
    let mut from_end = text.chars().rev();
    from_end.next() == Some('-') && from_end.next().is_some_and(char::is_alphabetic)
}
