//! Cutting Russian text into the tokens that the name tagger was taught on.
//!
//! The rules are those of `razdel` 0.5.0 (MIT): runs of letters of one script, numbers and single marks,
//! joined again where a dash, a decimal point or the like holds them together.

use crate::span::Span;

const MARKS: &str = "\\/!#$%&*+,.:;<=>?@^_`|~№…";
const DASHES: &str = "‑–—−-";
const QUOTES: &str = "«“‘»”’\"„'";
/// The original's list, in which `{` is missing.
const BRACKETS: &str = "([})]}";
const ENDINGS: &str = ".?!…";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AtomKind {
    Russian,
    Latin,
    Integer,
    Mark,
    Other,
}

#[derive(Debug, Clone, Copy)]
struct Atom<'t> {
    kind: AtomKind,
    start: usize,
    text: &'t str,
}

impl Atom<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is_one_of(&self, marks: &str) -> bool {
        self.kind == AtomKind::Mark && marks.contains(self.text)
    }
}

/// The tokens of `text`, in order: words, numbers and marks, without the white space between them.
pub fn tokens(text: &str) -> Vec<Span> {
    let atoms = atoms(text);
    let mut tokens: Vec<Span> = Vec::with_capacity(atoms.len());
    for (index, atom) in atoms.iter().enumerate() {
        match tokens.last_mut() {
            Some(token) if token.end == atom.start && joins(&atoms, index, token.of(text)) => token.end = atom.end(),
            _ => tokens.push(Span::new(atom.start, atom.end())),
        }
    }
    tokens
}

/// Whether `c` is a decimal digit of any script.
pub(super) fn is_decimal_digit(c: char) -> bool {
    // Outside ASCII, the digits of a script are ten code points in a row, so a number that is none
    // (½, Ⅻ, ²) is told from a digit by `is_numeric` only together with the scripts' ranges; those
    // that occur in news at all are full-width and Arabic digits.
    c.is_ascii_digit() || matches!(c, '０'..='９' | '٠'..='٩' | '۰'..='۹' | '०'..='९')
}

fn atoms(text: &str) -> Vec<Atom<'_>> {
    let mut atoms = Vec::with_capacity(text.len() / 8);
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let Some(kind) = kind_of(first) else { continue };
        let mut end = start + first.len_utf8();
        if matches!(kind, AtomKind::Russian | AtomKind::Latin | AtomKind::Integer) {
            while let Some((at, next)) = chars.next_if(|(_, next)| kind_of(*next) == Some(kind)) {
                end = at + next.len_utf8();
            }
        }
        atoms.push(Atom { kind, start, text: &text[start..end] });
    }
    atoms
}

/// The kind of atom that `c` begins; `None` for white space.
fn kind_of(c: char) -> Option<AtomKind> {
    match c {
        'а'..='я' | 'ё' | 'А'..='Я' | 'Ё' => Some(AtomKind::Russian),
        'a'..='z' | 'A'..='Z' => Some(AtomKind::Latin),
        _ if is_decimal_digit(c) => Some(AtomKind::Integer),
        _ if MARKS.contains(c) || DASHES.contains(c) || QUOTES.contains(c) || BRACKETS.contains(c) => {
            Some(AtomKind::Mark)
        }
        // The separators U+001C to U+001F count as white space for the original.
        _ if c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c) => None,
        _ => Some(AtomKind::Other),
    }
}

/// Whether the atom at `index` belongs to the token before it, `token`, which it touches.
fn joins(atoms: &[Atom], index: usize, token: &str) -> bool {
    let (left, right) = (atoms[index - 1], atoms[index]);
    let before = index.checked_sub(2).map(|i| atoms[i]);
    let after = atoms.get(index + 1).copied();
    // A mark that holds two atoms together joins at both of its sides.
    let holds = |marks: &str, suits: fn(AtomKind) -> bool| {
        let outer = if left.is_one_of(marks) {
            (before, Some(right))
        } else if right.is_one_of(marks) {
            (Some(left), after)
        } else {
            return false;
        };
        matches!(outer, (Some(first), Some(second)) if suits(first.kind) && suits(second.kind))
    };
    holds(DASHES, |kind| kind != AtomKind::Mark)
        || holds("_", |kind| kind != AtomKind::Mark)
        || holds(".,", |kind| kind == AtomKind::Integer)
        || holds("/\\", |kind| kind == AtomKind::Integer)
        || marks_join(left, right, token)
        || letters_join(left.kind, right.kind)
        || (left.text.eq_ignore_ascii_case("yahoo") && right.text == "!")
}

fn marks_join(left: Atom, right: Atom, token: &str) -> bool {
    left.kind == AtomKind::Mark
        && right.kind == AtomKind::Mark
        && (is_smile(token, right.text)
            || (left.is_one_of(ENDINGS) && right.is_one_of(ENDINGS))
            || matches!((left.text, right.text), ("-", "-") | ("*", "*")))
}

/// Whether the two together are a smile: `:)`, `;-(`, `=)))`.
fn is_smile(token: &str, more: &str) -> bool {
    let whole = format!("{token}{more}");
    let Some(mouth) = whole.strip_prefix(['=', ':', ';']) else { return false };
    let mouth = mouth.strip_prefix('-').unwrap_or(mouth);
    (1..=3).contains(&mouth.len()) && mouth.bytes().all(|byte| byte == b'(' || byte == b')')
}

/// Letters of other scripts («Қазақстан», «mβ») are one word with the letters they touch.
fn letters_join(left: AtomKind, right: AtomKind) -> bool {
    use AtomKind::{Latin, Other, Russian};
    matches!((left, right), (Other, Other | Russian | Latin) | (Russian | Latin, Other))
}
