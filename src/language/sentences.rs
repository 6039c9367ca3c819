//! Cutting text into sentences, with what each language knows of its abbreviations.
//!
//! The method is that of `razdel` 0.5.0 (MIT): every mark that may end a sentence does end one, unless
//! a rule speaks against it. On top of it: lines always end sentences; an abbreviation that may end a
//! sentence («2022 г.», «5 млн руб.») ends one before a capital only if the sentence has a predicate
//! so far; an initial is none before a word that begins sentences; a forgotten space is allowed for.

mod pictures;

use crate::span::{Span, beginning, ending};
use crate::words::LowerCase;

const ENDINGS: &str = ".?!…";
const CLOSING_QUOTES: &str = "»”’";
const EITHER_QUOTES: &str = "\"„'“";
const OPENING_QUOTES: &str = "«“„\"'‘(";
const CLOSING_BRACKETS: &str = ")]}";
const DASHES: &str = "‑–—−-";

/// What a language knows of the ends of its sentences. All words are in lower case.
pub struct Rules {
    /// Abbreviations that stand before something, and so never end a sentence («им.», «Mr.»).
    pub leading: &'static [&'static str],
    /// Abbreviations that stand after something, and so may end a sentence («и др.», «Inc.»).
    pub trailing: &'static [&'static str],
    /// Abbreviations only before a number («No. 10», «p. 12»); otherwise words of their own.
    pub before_numbers: &'static [&'static str],
    /// Of a number before it, as [`Rules::trailing`]; otherwise no abbreviations («5 мин.»).
    pub units: &'static [&'static str],
    /// Two letters, each with its full stop, that may end a sentence («т. д.»). All other such pairs
    /// stand before something.
    pub trailing_pairs: &'static [(&'static str, &'static str)],
    /// Abbreviation and the word after it that belongs to it although it has a capital («долл. США»).
    pub together: &'static [(&'static str, &'static str)],
    /// Words that begin sentences and never follow an initial («он», «это», «the»).
    pub starters: &'static [&'static str],
    /// Whether a piece of text has a predicate, as well as that can be told.
    pub has_predicate: fn(&str) -> bool,
}

/// Bytes after which a sentence ends at the next white space, and that a mark's surroundings have at most. No
/// writer's sentence is that long; a table's or a transcript's line without full stops is, and what is found
/// in a sentence costs more than its length.
const LONGEST: usize = 8192;

/// The sentences of `text`, in order, without the white space between them. None crosses a line end.
pub fn sentences(text: &str, rules: &Rules) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        split_line(text, Span::new(start, start + line.len()), rules, &mut sentences);
        start += line.len();
    }
    sentences
}

fn split_line(text: &str, line: Span, rules: &Rules, sentences: &mut Vec<Span>) {
    let mut start = line.start;
    let head = beginning(line.of(text), LONGEST);
    for (at, mark) in line.of(text).char_indices() {
        if mark.is_whitespace() && line.start + at - start > LONGEST {
            sentences.extend(Some(Span::new(start, line.start + at).trimmed(text)).filter(|span| !span.is_empty()));
            start = line.start + at;
        }
        let listed = [ENDINGS, CLOSING_QUOTES, EITHER_QUOTES, CLOSING_BRACKETS].iter().any(|set| set.contains(mark));
        if !(listed || mark == '(' || pictures::is_picture(mark)) {
            continue;
        }
        let (at, end) = (line.start + at, line.start + at + mark.len_utf8());
        let line_before = head.get(..at - line.start).unwrap_or(head);
        // In a run without white space even a sentence has no bound.
        let left = ending(&text[start..at], LONGEST);
        let right = beginning(&text[end..line.end], LONGEST);
        let place = Place { left, mark, right, line_before, rules };
        if place.ends_sentence() {
            sentences.extend(Some(Span::new(start, end).trimmed(text)).filter(|span| !span.is_empty()));
            start = end;
        }
    }
    sentences.extend(Some(Span::new(start, line.end).trimmed(text)).filter(|span| !span.is_empty()));
}

/// A mark that may end a sentence, with the sentence before it and the line after it.
struct Place<'t> {
    left: &'t str,
    mark: char,
    right: &'t str,
    /// The beginning of the line before the mark, the sentences in it that are known already included.
    line_before: &'t str,
    rules: &'t Rules,
}

impl Place<'_> {
    fn ends_sentence(&self) -> bool {
        let (left, right) = (last_piece(self.left), first_piece(self.right));
        if left.is_empty() || right.is_empty() {
            return false;
        }
        if let Some(ends) = self.at_picture().or_else(|| self.at_smiley(right)) {
            return ends;
        }
        if !self.right.starts_with(char::is_whitespace) {
            return self.lacks_a_space(left, right);
        }
        // «а) паспорт. б) справка»
        let list_letter = is_letter(right) && first_after(self.right, right).starts_with(')');
        if list_letter && self.mark == '.' && !self.follows_abbreviation(left, right) {
            return true;
        }
        let joined = is_lower_word(right)
            || is_closing(right)
            || (self.mark == '.' && self.follows_abbreviation(left, right))
            || self.is_list_number()
            || self.is_inside_quotes_or_brackets(left)
            || (DASHES.contains(right) && is_lower_word(first_word(self.right)))
            // «Ты где?» — «Дома».
            || (DASHES.contains(right) && CLOSING_QUOTES.contains(self.mark))
            || self.is_name_with_mark(right);
        !joined
    }

    /// «Yahoo! Inc.»
    fn is_name_with_mark(&self, right: &str) -> bool {
        self.mark == '!'
            && matches!(right, "Inc" | "Corp" | "Ltd" | "Co")
            && first_after(self.right, right).starts_with('.')
    }

    /// «…сказал он.Россия готова»: a word, a full stop and a capitalised word, run together.
    fn lacks_a_space(&self, left: &str, right: &str) -> bool {
        ENDINGS.contains(self.mark)
            && left.chars().count() > 2
            && is_lower_word(left)
            && is_capitalised(right)
            && !self.rules.leading.contains(&left)
            && left.chars().all(|c| !c.is_ascii())
    }

    fn follows_abbreviation(&self, left: &str, right: &str) -> bool {
        let word = left.lower();
        let before = self.left.trim_end().strip_suffix(left).unwrap_or("");
        // «25 м/с»: a symbol, and no abbreviation.
        if before.ends_with('/') {
            return false;
        }
        let unspaced = before;
        let before = before.trim_end();
        let rules = self.rules;
        if rules.together.contains(&(word.as_str(), right.lower().as_str())) {
            return true;
        }
        if rules.before_numbers.contains(&word.as_str()) {
            return right.starts_with(char::is_numeric);
        }
        // «–15 °C», «снято в 4К»: a unit.
        if is_letter(left)
            && left.chars().all(char::is_uppercase)
            && unspaced.ends_with(|c: char| c.is_numeric() || c == '°')
        {
            return false;
        }
        if is_initial(left) {
            let starts = rules.starters.contains(&right.lower().as_str());
            let is_initial_too = is_initial(right) && first_after(self.right, right).starts_with('.');
            return !starts || is_initial_too;
        }
        let may_end = || self.stays_open(right);
        let earlier = before.strip_suffix('.').map(last_piece).map(str::to_lowercase);
        if let Some(earlier) = earlier.filter(|earlier| is_letter(earlier) && is_letter(&word)) {
            let pair = (earlier.as_str(), word.as_str());
            return if rules.trailing_pairs.contains(&pair) { may_end() } else { true };
        }
        let previous = last_piece(before);
        // «в 80-х гг.»
        let ordinal = before.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_numeric));
        let counts = is_number(previous) || ordinal || earlier_unit(before, rules);
        if rules.units.contains(&word.as_str()) && counts {
            return may_end();
        }
        // «и пр. Он ушёл», but «пр. Мира».
        if rules.leading.contains(&word.as_str())
            && !(rules.trailing.contains(&word.as_str()) && is_lower_word(previous))
        {
            return true;
        }
        // «Мф. 5:3»: nothing that could be spoken is written without a vowel.
        if is_vowelless(left) {
            return right.starts_with(char::is_numeric) || may_end();
        }
        rules.trailing.contains(&word.as_str()) && may_end()
    }

    /// Whether a sentence goes on after an abbreviation that may end one.
    fn stays_open(&self, right: &str) -> bool {
        let first = right.chars().next().unwrap_or(' ');
        let begins = first.is_uppercase() || OPENING_QUOTES.contains(first);
        // A word like «он» would have no capital within a sentence.
        let starts = begins && self.rules.starters.contains(&right.lower().as_str());
        !begins || !(starts || (self.rules.has_predicate)(self.left))
    }

    /// «1. Экономика», «б) транспорт», «IV. Итоги».
    fn is_list_number(&self) -> bool {
        (self.mark == '.' || self.mark == ')') && is_list_like(self.left)
    }

    /// A closing quotation mark or bracket ends a sentence only if the words inside had ended it, and
    /// an opening one never does.
    fn is_inside_quotes_or_brackets(&self, left: &str) -> bool {
        let closes = CLOSING_QUOTES.contains(self.mark) || CLOSING_BRACKETS.contains(self.mark);
        let either = EITHER_QUOTES.contains(self.mark);
        if !closes && !either {
            return false;
        }
        if either && self.left.ends_with(char::is_whitespace) {
            return true;
        }
        // «…сказал он.[1] Россия…»: a note after the full stop.
        if self.mark == ']'
            && let Some(open) = self.left.rfind('[')
            && self.left[open + 1..].chars().all(|c| c.is_ascii_digit())
        {
            return !self.left[..open].trim_end().ends_with(|c| ENDINGS.contains(c));
        }
        !ENDINGS.contains(left)
    }
}

/// Whether `text` is what stands before the mark behind an item's number.
fn is_list_like(text: &str) -> bool {
    let mut pieces = text.split(|c: char| c.is_whitespace() || c == '.' || c == ')').filter(|piece| !piece.is_empty());
    text.trim().chars().nth(20).is_none()
        && pieces.all(|piece| {
            piece.chars().all(|c| c.is_ascii_digit())
                || piece.chars().all(|c| "IVXML".contains(c))
                || (is_letter(piece) && "§абвгдеabcdef".contains(&piece.lower()))
        })
}

/// Whether the word before is itself a unit («5 млн. руб.»). Units of one letter are also prepositions.
fn earlier_unit(before: &str, rules: &Rules) -> bool {
    let word = last_piece(before.strip_suffix('.').unwrap_or(before)).lower();
    word.chars().nth(1).is_some() && rules.units.contains(&word.as_str())
}

/// The last run of letters, run of digits or single mark, before white space.
fn last_piece(text: &str) -> &str {
    let text = text.trim_end();
    let Some(last) = text.chars().next_back() else { return "" };
    let class = class_of(last);
    let start = match class {
        Class::Mark => text.len() - last.len_utf8(),
        _ => text.char_indices().rev().take_while(|(_, c)| class_of(*c) == class).last().map_or(0, |(at, _)| at),
    };
    &text[start..]
}

/// The first run of letters, run of digits or single mark, after white space.
fn first_piece(text: &str) -> &str {
    let text = text.trim_start();
    let Some(first) = text.chars().next() else { return "" };
    let class = class_of(first);
    let end = match class {
        Class::Mark => first.len_utf8(),
        _ => text.find(|c| class_of(c) != class).unwrap_or(text.len()),
    };
    &text[..end]
}

/// The first run of letters or digits anywhere in `text`.
fn first_word(text: &str) -> &str {
    text.find(|c: char| class_of(c) != Class::Mark && !c.is_whitespace()).map_or("", |at| first_piece(&text[at..]))
}

/// What stands after the first piece of `text`.
fn first_after<'t>(text: &'t str, piece: &str) -> &'t str {
    &text.trim_start()[piece.len()..]
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Class {
    Letter,
    Digit,
    Mark,
}

fn class_of(c: char) -> Class {
    if c.is_numeric() {
        Class::Digit
    } else if c.is_alphanumeric() || c == '_' {
        Class::Letter
    } else {
        Class::Mark
    }
}

fn is_lower_word(piece: &str) -> bool {
    !piece.is_empty() && piece.chars().all(|c| c.is_alphabetic() && !c.is_uppercase())
}

/// A capital and at least one small letter.
fn is_capitalised(piece: &str) -> bool {
    let mut chars = piece.chars();
    chars.next().is_some_and(char::is_uppercase) && is_lower_word(chars.as_str())
}

fn is_closing(piece: &str) -> bool {
    piece
        .chars()
        .next()
        .is_some_and(|c| ENDINGS.contains(c) || CLOSING_QUOTES.contains(c) || CLOSING_BRACKETS.contains(c))
}

/// One capital letter, or one of the initials of two letters («Дж. Байден», «Вс. Иванов»).
fn is_initial(piece: &str) -> bool {
    (is_letter(piece) && piece.chars().all(char::is_uppercase))
        || matches!(piece, "Дж" | "Вс" | "Ed" | "Ю" | "Дм" | "Ал")
}

fn is_letter(piece: &str) -> bool {
    let mut chars = piece.chars();
    chars.next().is_some_and(|c| class_of(c) == Class::Letter) && chars.next().is_none()
}

/// Two or more Cyrillic letters, not all of them capitals, and no vowel.
fn is_vowelless(piece: &str) -> bool {
    let vowels = "аеёиоуыэюяіїєўәөүұАЕЁИОУЫЭЮЯІЇЄӘӨҮҰ";
    let small = piece.chars().skip(1).any(char::is_lowercase);
    small && piece.chars().all(|c| matches!(c, '\u{400}'..='\u{52f}') && !vowels.contains(c))
}

/// Digits, or a Roman numeral.
fn is_number(piece: &str) -> bool {
    !piece.is_empty() && (piece.chars().all(|c| c.is_numeric()) || piece.chars().all(|c| "IVXLCMІХ".contains(c)))
}
