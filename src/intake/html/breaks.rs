//! Where line breaks part paragraphs.

/// A private character that marks the letter after it as linked while a block is under construction.
pub(super) const LINK: char = '\u{F8F0}';
/// The same for letters in bold.
pub(super) const BOLD: char = '\u{F8F1}';

/// The paragraphs that line breaks make of a block's text. Two breaks always part paragraphs; one does
/// after the end of a sentence or a short line, or before a bullet or a dash, and is a space within a sentence.
pub(super) fn lines_of(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut blank = true;
    for line in text.split('\n') {
        let line = line.trim();
        if line.is_empty() {
            blank = true;
            continue;
        }
        let lower = line.trim_start_matches([LINK, BOLD]).starts_with(char::is_lowercase);
        let goes_on = !blank
            && parts.last().is_some_and(|last| (!ends_line(last) || lower) && is_bold(last) == is_bold(line))
            && !opens_line(line);
        match parts.last_mut() {
            Some(last) if goes_on => {
                last.push(' ');
                last.push_str(line);
            }
            _ => parts.push(line.to_owned()),
        }
        blank = false;
    }
    parts
}

/// Whether a line is bold from its first letter to its last.
fn is_bold(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphanumeric()).count();
    letters > 0 && line.matches(BOLD).count() >= letters
}

fn ends_line(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '»', '”', ')', '\u{A0}', ' ']);
    bare.ends_with(['.', '!', '?', '…', ':', ';']) || line.split_whitespace().nth(5).is_none()
}

fn opens_line(line: &str) -> bool {
    let line = line.trim_start_matches([LINK, BOLD]);
    line.starts_with(['—', '–', '•', '·', '▪', '■', '●', '✅', '🔹', '🔸', '-', '*'])
}
