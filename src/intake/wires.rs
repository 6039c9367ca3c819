//! The dateline that news agencies put before the first words of a story: where, when, who reports.
//!
//! «МОСКВА, 14 мар — РИА Новости.», «АСТАНА. 3 июля. ИНТЕРФАКС –», `ALMATY, March 14 (Reuters) -`. It stays in the
//! text, as everything of the article does; it is told apart so that nobody takes it for a statement.

use std::sync::LazyLock;

use regex::Regex;

use super::article::{Block, BlockKind, Dateline};
use crate::calendar::{Moment, find_printed};
use crate::pattern::pattern;
use crate::span::{Span, beginning};

/// What a paragraph's dateline says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Its length in bytes, without the space after it.
    pub length: usize,
    pub place: String,
    pub agency: Option<String>,
    /// The day; its year is mostly left out.
    pub day: Option<Moment>,
}

/// A place, one to four words of letters, perhaps with its region: `KYIV, Ukraine`.
const PLACE: &str = r"(?P<place>\p{Lu}[\p{L}’'ʼ-]*(?: [\p{Lu}][\p{L}’'ʼ-]*| (?:на|de|da|do|el)){0,3}(?:, \p{Lu}\p{Ll}[\p{L}.]+(?: \p{Lu}\p{L}+)?)?)";
/// A day, in either order.
const DAY: &str = r"(?P<day>\d{1,2}(?:-го)? \p{L}{3,10}\.?(?: \d{4}(?: (?:года|г\.|жылы?|року))?)?|\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?)";
/// An agency's name, up to four words; a full stop stands inside a word only (`INTERFAX.RU`).
const AGENCY: &str =
    r"(?P<agency>[\p{Lu}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)*(?: [\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)*){0,3}?)";

static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let forms = [
        // МОСКВА, 14 марта. /ТАСС/. — ALMATY, March 14 (Reuters) - — LONDON (AP) —
        format!(r"^{PLACE}(?:[,.]? {DAY})?[.,]? ?[/(] ?(?:[Кк]орр\. ?)?{AGENCY} ?[/)](?: ?(?:[–—-]{{1,2}}|\.))?"),
        // МОСКВА, 14 мар — РИА Новости. — АСТАНА. 3 июля. ИНТЕРФАКС – — БИШКЕК, 5 янв — Sputnik, Анна Ли.
        format!(
            r"^{PLACE}[,.] {DAY}[.,]? ?[–—-]? ?{AGENCY}(?:, \p{{Lu}}\p{{Ll}}+ \p{{Lu}}\p{{Ll}}+)?(?:\.| [–—-]{{1,2}}|:)"
        ),
        // АЛМАТЫ. КАЗИНФОРМ –
        format!(r"^{PLACE}[.,/] ?{AGENCY}[.,]? ?(?:[–—-]{{1,2}}|/)"),
        // МОСКВА, 12 марта.
        format!(r"^{PLACE}[,.] {DAY}(?:\.| [–—-]{{1,2}})"),
    ];
    forms.iter().map(|form| pattern(form)).collect()
});

/// Agencies that are known as such wherever they stand.
static AGENCIES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:(?:миа|иа|ао|агентство) )?(?:тасс|итар-тасс|tass|риа(?: новости)?|ria(?: novosti)?|интерфакс\S*|interfax\S*|reuters|рейтер|ap|associated press|afp|афп|dpa|epa|upi|xinhua|синьхуа|kyodo|киодо|yonhap|sputnik\S*|спутник\S*|казинформ|kazinform|қазақпарат|қазинформ|казтаг|kaztag|белта|belta|укринформ|укрінформ|ukrinform|униан|уніан|unian|унн|trend|апа|азертадж|арменпресс|кабар|24\.kg|акипресс|akipress|уза|uza|ховар|прайм|регнум|regnum|ani|pti|anadolu|bloomberg|росбалт|rossbalt|dpa-afx|cna|bernama|antara|efe|ansa|lusa|mena|wam|tanjug|бта|pap|baltic news service|bns|leta|elta|moldpres|модпрес|инфотаг|ifax|newstracker)$",
    )
    .expect("the pattern is well-formed")
});

/// Reads the dateline at the start of a paragraph, if something follows it.
pub(super) fn read(paragraph: &str) -> Option<Found> {
    let start = beginning(paragraph, 300);
    FORMS.iter().find_map(|form| {
        let captured = form.captures(start)?;
        let whole = captured.get(0)?;
        let rest = &paragraph[whole.end()..];
        // Something is told after it, and that begins as sentences do.
        let opens = rest.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "«\"“„".contains(c));
        // «МОСКВА, 14 мар — РИА Новости.» and nothing more tells nothing.
        if AGENCIES.is_match(rest.trim().trim_end_matches('.')) {
            return None;
        }
        let place = captured.name("place")?.as_str().to_owned();
        let agency = captured.name("agency").map(|agency| agency.as_str().trim_end_matches('.').to_owned());
        // «SEOUL, Sept. 9, 2025 —» has a year there.
        if agency.as_deref().is_some_and(|agency| !agency.contains(char::is_alphabetic)) {
            return None;
        }
        let printed = captured.name("day").map(|day| day.as_str());
        let day = printed.and_then(|day| find_printed(day).first().map(|found| found.moment));
        let sure = printed.is_none() || day.is_some();
        let known = agency.as_deref().is_some_and(|agency| AGENCIES.is_match(agency));
        let capital = in_capitals(&place);
        let agreed = match (&agency, day) {
            (Some(_), Some(_)) => capital || known,
            (Some(agency), None) => known || capital && whole.as_str().contains(". ") && in_capitals(agency),
            (None, Some(_)) => capital || whole.as_str().ends_with('.') && place.split(' ').count() <= 2,
            (None, None) => false,
        };
        (sure && agreed && opens && rest.starts_with(char::is_whitespace)).then(|| Found {
            length: whole.end(),
            place,
            agency: agency.filter(|agency| !is_correspondent(agency)),
            day,
        })
    })
}

/// The dateline of an article: that of one of its first paragraphs.
pub(super) fn of_article(text: &str, blocks: &[Block]) -> Option<(Dateline, Option<Moment>)> {
    let paragraphs = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).take(3);
    paragraphs.into_iter().find_map(|block| {
        let found = read(block.span.of(text))?;
        let span = Span::new(block.span.start, block.span.start + found.length);
        Some((Dateline { span, place: found.place, agency: found.agency }, found.day))
    })
}

/// At least four letters, the first word's all capitals: «США –» begins a sentence.
fn in_capitals(text: &str) -> bool {
    let first = text.split([' ', ',']).next().unwrap_or(text);
    first.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !first.contains(char::is_lowercase)
}

/// «/Корр. Юрий Сато/» and «(соб. корр.)» say who wrote it, not for whom.
fn is_correspondent(agency: &str) -> bool {
    let lower = agency.to_lowercase();
    ["корр", "соб", "спец"].iter().any(|start| lower.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::read;

    /// The dateline, its place and its agency.
    fn told(paragraph: &str) -> Option<(&str, String, Option<String>)> {
        read(paragraph).map(|found| (&paragraph[..found.length], found.place, found.agency))
    }

    #[test]
    fn agencies_write_it_in_many_ways() {
        for (line, place, agency) in [
            ("МОСКВА, 14 мар — РИА Новости. |Запасы выросли.", "МОСКВА", "РИА Новости"),
            ("АСТАНА. 3 июля. ИНТЕРФАКС – |Президент прибыл.", "АСТАНА", "ИНТЕРФАКС"),
            ("ALMATY, March 14 (Reuters) - |The operator said.", "ALMATY", "Reuters"),
            ("KYIV, Ukraine (AP) — |Power was cut.", "KYIV, Ukraine", "AP"),
            ("НУР-СУЛТАН. КАЗИНФОРМ – |Глава государства провёл.", "НУР-СУЛТАН", "КАЗИНФОРМ"),
            ("НИЖНИЙ НОВГОРОД, 2 мая. /ТАСС/. |Мост открыт.", "НИЖНИЙ НОВГОРОД", "ТАСС"),
            ("Москва. 14 марта. INTERFAX.RU - |Банк повысил ставку.", "Москва", "INTERFAX.RU"),
        ] {
            let plain = line.replace('|', "");
            let expected = line.split_once('|').unwrap().0.trim_end();
            assert_eq!(told(&plain), Some((expected, place.to_owned(), Some(agency.to_owned()))), "{line}");
        }
        assert_eq!(told("ТОКИО, 11 марта. Премьер прибыл."), Some(("ТОКИО, 11 марта.", "ТОКИО".to_owned(), None)));
        let dated = read("SEOUL, Sept. 9, 2025 — A court ordered a retrial.").expect("a dateline");
        assert_eq!((dated.agency, dated.day.map(|day| day.to_string())), (None, Some("2025-09-09".to_owned())));
    }

    #[test]
    fn sentences_are_no_datelines() {
        for line in [
            "США – крупнейший покупатель нефти.",
            "НАТО (Североатлантический альянс) – военный союз.",
            "Москва, 12 марта 1918 года ставшая столицей, росла быстро.",
            "МОСКВА, 14 мар — РИА Новости.",
            "Токаев, 3 июля прибывший в Астану, провёл встречу.",
            "ОПЕК+ (Reuters) считает иначе.",
            "Казахстан. Узбекистан – соседи по реке.",
            "Киев, Иван – друзья.",
        ] {
            assert_eq!(told(line), None, "{line}");
        }
    }
}
