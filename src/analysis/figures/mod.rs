//! Amounts, counts and shares, with their units and what they count.

mod counted;

use super::model::{Bound, Figure};
use crate::calendar::lexeme::{Kind, Lexeme, lexemes};
use crate::language::quantity::{Quantity, belongs_to_currency, currency_sign, qualified_currency, quantity};
use crate::language::{Parsed, Pos, Token, counted_in};
use crate::span::Span;

/// Words after which a number is a label and no amount: «рейс 154», «статья 12».
const LABELS: &[&str] = &[
    "рейс",
    "рейса",
    "рейсом",
    "дом",
    "дома",
    "доме",
    "квартира",
    "квартире",
    "палата",
    "палате",
    "статья",
    "статьи",
    "статье",
    "статью",
    "ст",
    "пункт",
    "пункта",
    "пункте",
    "п",
    "глава",
    "главе",
    "номер",
    "номером",
    "школа",
    "школе",
    "школы",
    "корпус",
    "маршрут",
    "маршрута",
    "маршруте",
    "автобус",
    "канал",
    "версия",
    "версии",
    "версию",
    "серия",
    "серии",
    "тур",
    "этап",
    "кабинет",
    "кабинете",
    "стр",
    "том",
    "тома",
    "поезд",
    "поезда",
    "вагон",
    "телефон",
    "телефону",
    "тел",
    "гост",
    "часть",
    "части",
    "формула",
    "формулы",
    "лига",
    "детсад",
    "больница",
    "больнице",
    "колония",
    "выпуск",
    "article",
    "flight",
    "version",
    "chapter",
    "section",
    "page",
    "room",
    "channel",
    "route",
    "number",
    "no",
];

/// Every amount in `text`, in order. What lies in one of `dates` is none.
///
/// A number without a unit is no figure: nobody could say what it counts.
pub(super) fn find(text: &str, language: &str, parsed: &Parsed, dates: &[Span]) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    for sentence in &parsed.sentences {
        let known = figures.len();
        let lexemes = lexemes(sentence.of(text));
        let reader = Reader {
            lexemes: &lexemes,
            start: sentence.start,
            sentence: sentence.of(text),
            tokens: &parsed.tokens,
            language,
            dates,
        };
        let mut at = 0;
        while at < lexemes.len() {
            match reader.amounts(at) {
                Some((found, next)) => {
                    figures.extend(found);
                    at = next;
                }
                None => at = reader.after_number(at),
            }
        }
        let first = parsed.tokens.partition_point(|token| token.span.start < sentence.start);
        let end = parsed.tokens.partition_point(|token| token.span.start < sentence.end);
        let surroundings = counted::Surroundings { text, language, tokens: &parsed.tokens[first..end] };
        figures[known..].iter_mut().for_each(|figure| surroundings.describe(figure));
    }
    figures
}

/// A value, and the index of the lexeme after it.
type Read<T> = Option<(T, usize)>;

/// A number before its unit.
struct Number {
    value: f64,
    /// What the scale words multiplied it by («10 млн» → 1000000).
    scale: f64,
}

struct Reader<'r> {
    lexemes: &'r [Lexeme],
    /// Where the sentence begins in the text.
    start: usize,
    sentence: &'r str,
    tokens: &'r [Token],
    language: &'r str,
    dates: &'r [Span],
}

impl Reader<'_> {
    /// «441 млрд тенге», or two figures: «от 5 до 10 тысяч тенге», «10–15%».
    fn amounts(&self, at: usize) -> Option<(Vec<Figure>, usize)> {
        if !self.begins_cleanly(at) {
            return None;
        }
        let signed = self.mark(at).and_then(currency_sign);
        let first_at = at + usize::from(signed.is_some());
        let (first, next) = self.number(first_at)?;
        if self.is_date(first_at) {
            return None;
        }
        if let Some(unit) = signed {
            return Some((vec![self.figure(at, next, first.value, unit.to_owned())], next));
        }
        // The second number of a range says for both what they count.
        if let Some((second_at, (second, after))) = self.joined(at, next)
            && let Some((unit, end)) = self.unit(second_at, after, &second)
            && first.value * second.scale / first.scale < second.value * 50.0
        {
            let value = if first.scale > 1.0 { first.value } else { first.value * second.scale };
            let own = self.unit(at, next, &first);
            let (unit_of_first, end_of_first) = own.unwrap_or((unit.clone(), next));
            let value = if unit_of_first == unit && end_of_first > next { first.value } else { value };
            let mut low = self.figure(at, end_of_first, value, unit_of_first);
            let mut high = self.figure(second_at, end, second.value, unit);
            // «с 40 до 25%» is a change from one to the other, and no range.
            if !matches!(self.word(at.wrapping_sub(1)), "с" | "со" | "з") {
                (low.bound, high.bound) = (Bound::AtLeast, Bound::AtMost);
            }
            return Some((vec![low, high], end));
        }
        let (unit, end) = self.unit(at, next, &first)?;
        Some((vec![self.figure(at, end, first.value, unit)], end))
    }

    /// The number that a dash or «до» joins to one that ends before `next`.
    fn joined(&self, at: usize, next: usize) -> Option<(usize, (Number, usize))> {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let joint = match (self.word(next), self.mark(next)) {
            (_, Some('–' | '—' | '-')) => next + 1,
            ("до" | "to" | "по", _) if matches!(before, "от" | "с" | "со" | "from" | "від" | "з") => {
                next + 1
            }
            _ => return None,
        };
        Some((joint, self.number(joint)?))
    }

    /// A number in digits or words, with its scale.
    fn number(&self, at: usize) -> Read<Number> {
        let (mut value, mut next) = self.simple_number(at)?;
        let mut scale = 1.0;
        while let Some((by, after)) = self.scale(next) {
            value *= by;
            scale *= by;
            next = after;
        }
        // «2 млн 300 тыс.»
        if scale > 1.0
            && let Some((more, after)) = self.simple_number(next)
            && let Some((by, after)) = self.scale(after).filter(|(by, _)| *by < scale)
        {
            value += more * by;
            next = after;
        }
        Some((Number { value, scale }, next))
    }

    fn scale(&self, at: usize) -> Read<f64> {
        let Some(Quantity::Scale(by, _)) = quantity(self.word(at)) else { return None };
        let short = matches!(self.word(at), "тыс" | "млн" | "млрд" | "трлн" | "тис");
        Some((by, at + 1 + usize::from(short && self.mark(at + 1) == Some('.') && self.has_more(at + 2))))
    }

    /// Whether the full stop before `at` belongs to an abbreviation: the sentence goes on.
    fn has_more(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| !lexeme.capital)
    }

    /// «1 234 567», «3,5», «двадцать пять», «полтора», «миллион».
    fn simple_number(&self, at: usize) -> Read<f64> {
        if self.digits(at) > 0 {
            return self.digit_number(at);
        }
        match quantity(self.word(at))? {
            Quantity::Odd(value) => Some((value, at + 1)),
            Quantity::Scale(_, true) if self.word(at).chars().count() > 4 && !self.word(at).is_ascii() => {
                Some((1.0, at))
            }
            Quantity::Number(first) => {
                let (mut value, mut last, mut next) = (first, first, at + 1);
                while let Some(Quantity::Number(more)) = quantity(self.word(next)) {
                    // Each further word is of a lower order: «двести сорок пять».
                    let lower = (last >= 100.0 && more < 100.0) || ((20.0..100.0).contains(&last) && more < 10.0);
                    if !lower {
                        break;
                    }
                    (value, last, next) = (value + more, more, next + 1);
                }
                Some((value, next))
            }
            _ => None,
        }
    }

    fn digit_number(&self, at: usize) -> Read<f64> {
        let mut digits = self.text_of(at).to_owned();
        let mut next = at + 1;
        if digits.len() <= 3 {
            // «1 234 567»: groups of three after a space.
            while self.digits(next) == 3 && self.lexemes[next].spaced && !digits.starts_with('0') {
                digits.push_str(self.text_of(next));
                next += 1;
            }
        }
        let comma = |next: usize| self.mark(next) == Some(',') && self.glued(next) && self.glued(next + 1);
        if self.language == "en" {
            while comma(next) && self.digits(next + 1) == 3 {
                digits.push_str(self.text_of(next + 1));
                next += 2;
            }
        }
        let decimal = |next: usize| {
            let mark = matches!(self.mark(next), Some(',' | '.')) && self.glued(next) && self.glued(next + 1);
            mark && self.digits(next + 1) > 0
        };
        if decimal(next) {
            digits.push('.');
            digits.push_str(self.text_of(next + 1));
            next += 2;
            if decimal(next) {
                return None;
            }
        }
        Some((digits.parse().ok()?, next))
    }

    /// The unit that begins at `at`, after a number that began at `number_at`.
    fn unit(&self, number_at: usize, at: usize, number: &Number) -> Read<String> {
        if let Some(read) = self.share_or_currency(at) {
            return Some(read);
        }
        if self.is_label(number_at)
            || (self.glued(at) && !self.word(at).is_empty() && self.digits(at - 1) > 0 && self.measure(at).is_none())
        {
            return None;
        }
        self.measure(at).or_else(|| self.counted(number_at, at, number))
    }

    fn share_or_currency(&self, at: usize) -> Read<String> {
        match self.mark(at) {
            Some('%') => return Some(("%".to_owned(), at + 1)),
            Some('‰') => return Some(("‰".to_owned(), at + 1)),
            Some(mark) => return currency_sign(mark).map(|unit| (unit.to_owned(), at + 1)),
            None => {}
        }
        match (quantity(self.word(at)), self.word(at), self.word(at + 1)) {
            (Some(Quantity::Percent), ..) => return Some(("%".to_owned(), at + 1)),
            (_, "per", "cent") => return Some(("%".to_owned(), at + 2)),
            (_, word, next) if word.starts_with("процентн") && next.starts_with("пункт") => {
                return Some(("п. п.".to_owned(), at + 2));
            }
            (_, "п", _) if self.mark(at + 1) == Some('.') && self.word(at + 2) == "п" => {
                return Some(("п. п.".to_owned(), at + 3 + usize::from(self.mark(at + 3) == Some('.'))));
            }
            (Some(Quantity::Currency(code)), word, next) => {
                let short = matches!(word, "руб" | "долл" | "грн") && self.mark(at + 1) == Some('.');
                let named = next == "сша" || next.starts_with("стерлинг");
                return Some((code.to_owned(), at + 1 + usize::from(short || named)));
            }
            _ => {}
        }
        let Some(Quantity::Currency(code)) = quantity(self.word(at + 1)) else { return None };
        let adjective = self.word(at);
        match qualified_currency(adjective, code) {
            Some(code) => Some((code.to_owned(), at + 2)),
            None => belongs_to_currency(adjective).then(|| (code.to_owned(), at + 2)),
        }
    }

    /// «км», «тонн», «кв. м».
    fn measure(&self, at: usize) -> Read<String> {
        let dotted = usize::from(self.mark(at + 1) == Some('.'));
        let power = match self.word(at) {
            "кв" => "²",
            "куб" => "³",
            word if word.starts_with("квадратн") => "²",
            word if word.starts_with("кубическ") => "³",
            _ => "",
        };
        let noun = if power.is_empty() { at } else { at + 1 + dotted };
        let Some(Quantity::Unit(symbol)) = quantity(self.word(noun)) else { return None };
        // «5 м» is a length, «5 М…» the beginning of a name.
        let letter = self.word(noun).chars().count() == 1;
        if letter && self.lexemes[noun].capital {
            return None;
        }
        Some((format!("{symbol}{power}"), noun + 1))
    }

    /// «12 новых школ»: the noun, with up to two adjectives before it.
    fn counted(&self, number_at: usize, at: usize, number: &Number) -> Read<String> {
        let mut noun = at;
        while noun < at + 2 && self.token(noun).is_some_and(|token| token.pos == Pos::Adjective) {
            noun += 1;
        }
        let token = self.token(noun)?;
        let lexeme = self.lexemes.get(noun)?;
        let is_noun = match self.language {
            "ru" => token.pos == Pos::Noun,
            _ => token.pos == Pos::Noun || (token.pos == Pos::Other && noun == at),
        };
        // «24 Каналом» is a name; «один из» counts nothing.
        if !is_noun || lexeme.capital || number.value == 1.0 && number.scale == 1.0 {
            return None;
        }
        let word = lexeme.word();
        let before = number_at.checked_sub(1).map_or("", |before| self.word(before));
        let time_of_day =
            matches!(word, "час" | "часа" | "часов" | "утра" | "вечера") && matches!(before, "в" | "к" | "до" | "с");
        let age = matches!(word, "лет" | "года" | "год")
            && matches!(before, "возрасте" | "старше" | "младше" | "исполнилось");
        if time_of_day || age || !counted_in(self.language, word) {
            return None;
        }
        let unit = match token.lemma.as_str() {
            "люди" => "человек".to_owned(),
            "лета" | "лето" if word == "лет" => "год".to_owned(),
            "дети" => "ребенок".to_owned(),
            _ if self.language == "ru" => token.lemma.replace('ё', "е"),
            _ => word.to_owned(),
        };
        Some((unit, noun + 1))
    }

    /// Whether the number at `at` follows a word that makes it a label.
    fn is_label(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = if self.mark(before) == Some('.') { before.saturating_sub(1) } else { before };
        matches!(self.mark(before), Some('№' | '#')) || self.digits(at) > 0 && LABELS.contains(&self.word(word))
    }

    fn begins_cleanly(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.glued(at)) else { return true };
        match self.lexemes[before].kind {
            Kind::Mark(mark) => !matches!(mark, '-' | '.' | ',' | ':' | '/' | '#' | '№' | '_' | '+' | '=' | '&'),
            _ => false,
        }
    }

    /// Where to go on after something that begins with a number but is no amount: behind all its digits.
    fn after_number(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.digits(at) == 0 {
            return next;
        }
        while self.glued(next)
            && (self.digits(next) > 0 || self.mark(next).is_some() && self.glued(next + 1) && self.digits(next + 1) > 0)
        {
            next += 1;
        }
        while self.digits(next) > 0 && self.lexemes[next].spaced && self.digits(next - 1) > 0 {
            next += 1;
        }
        next
    }

    fn is_date(&self, at: usize) -> bool {
        let span = self.lexemes[at].span.shifted(self.start);
        let next = self.dates.partition_point(|date| date.end <= span.start);
        self.dates.get(next).is_some_and(|date| date.overlaps(span))
    }

    fn figure(&self, from: usize, to: usize, value: f64, unit: String) -> Figure {
        let span = Span::new(self.lexemes[from].span.start, self.lexemes[to - 1].span.end).shifted(self.start);
        // Decimal fractions times a scale leave dust behind the point.
        let value = if value.abs() >= 1e3 { (value * 1e3).round() / 1e3 } else { value };
        Figure { span, value, unit, of: None, predicate: None, bound: Bound::Exact, change: false }
    }

    /// The token that begins where the lexeme does.
    fn token(&self, at: usize) -> Option<&Token> {
        let start = self.lexemes.get(at)?.span.start + self.start;
        let index = self.tokens.partition_point(|token| token.span.start < start);
        self.tokens.get(index).filter(|token| token.span.start == start)
    }

    fn word(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", Lexeme::word)
    }

    fn mark(&self, at: usize) -> Option<char> {
        self.lexemes.get(at)?.mark()
    }

    fn digits(&self, at: usize) -> usize {
        self.lexemes.get(at).map_or(0, Lexeme::digits)
    }

    fn glued(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| !lexeme.spaced)
    }

    fn text_of(&self, at: usize) -> &str {
        // Not the lexeme's value, which is cut at what 32 bits hold.
        self.lexemes.get(at).map_or("", |lexeme| lexeme.span.of(self.sentence))
    }
}
