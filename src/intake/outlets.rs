//! Which outlet published a page, and at what address, as far as its lines say.

use std::sync::LazyLock;

use regex::Regex;

/// A line that names where the text comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct SourceLine {
    pub outlet: Option<String>,
    pub url: Option<String>,
}

static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^[\s•·|–—-]*(?:источник(?: новости| материала| публикации| информации| статьи)?|первоисточник|оригинал(?: статьи| материала| публикации)?|ссылка на (?:источник|оригинал|статью)|ссылка|адрес страницы|адрес статьи|url|link|source|original(?: article| source)?|джерело|дереккөз\S*|via|по материалам|за матеріалами|издание|сми|outlet|publication)\s*[:–—]?\s+(.+)$",
    )
    .expect("the pattern is well-formed")
});

static URL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"https?://[^\s<>"«»()\[\]]+"#).expect("the pattern is well-formed"));

/// «Источник Ход Мыслей», «Source: https://…».
pub(super) fn read_source_line(line: &str) -> Option<SourceLine> {
    if line.split(' ').count() > 12 {
        return None;
    }
    let label = SOURCE.captures(line)?;
    let value = label.get(1)?.as_str().trim();
    let url = first_url(value);
    let name = URL.replace_all(value, " ");
    let name = clean_name(&name);
    let sentence = value.ends_with(['.', '!', '?', ',', ';']) && value.split(' ').count() > 4;
    // «Источник в правительстве сообщил…» goes on in lower case.
    let names_something = name.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric()) || name.contains('.');
    let outlet = (names_something && name.split(' ').count() <= 7).then_some(name);
    (!sentence && (url.is_some() || outlet.is_some())).then_some(SourceLine { outlet, url })
}

/// The address, where `line` is an address and nothing else.
pub(super) fn bare_url(line: &str) -> Option<String> {
    let found = URL.find(line)?;
    let rest = format!("{}{}", &line[..found.start()], &line[found.end()..]);
    let plain = !rest.contains(char::is_alphanumeric);
    plain.then(|| first_url(line)).flatten()
}

fn first_url(text: &str) -> Option<String> {
    URL.find(text).map(|found| found.as_str().trim_end_matches(['.', ',', ';', '!', '?', '…']).to_owned())
}

static RIGHTS: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    [
        // © 2015–2024 «Волжский вестник»
        r#"(?i)(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[–—-]\s*(?:(?:19|20)\d\d|н\.?\s?в\.?))?)?,?\s*(?:гг?\.|р\.)?,?\s*([^,.|;©]+?)(?:[,.|;©]|\s+(?:19|20)\d\d|\s*(?:все|усі|всі|all|барлық)\s|$)"#,
        r#"(?i)(?:сетевое издание|информационное агентство|интернет-газета|онлайн-видання|газета|журнал|портал|сми|интернет-издание|информационный портал)\s+[«"“]([^»"”]{2,60})[»"”]"#,
        r#"(?i)(?:активн\S+|обязательн\S+|прям\S+)?\s*(?:гипер)?(?:ссылк\S|посилання)\s+на\s+(?:сайт\s+|портал\s+|издание\s+|газету\s+|источник\s+)?[«"“]?([A-ZА-ЯЁІЇЄ][^»"”.,;]{1,50}?|[\w-]+\.\w{2,5})[»"”]?(?:\s+(?:обязател|об[оі]|є|is)\S*|[.,;]|$)"#,
    ]
    .map(|pattern| Regex::new(pattern).expect("the pattern is well-formed"))
});

/// «Газета «Сельская новь»» at the top of a page.
pub(super) fn from_masthead(line: &str) -> Option<String> {
    let name = clean_name(RIGHTS[1].captures(line)?.get(1)?.as_str());
    is_outlet_name(&name).then_some(name)
}

/// The outlet that a footer line names.
pub(super) fn from_footer(line: &str) -> Option<String> {
    RIGHTS.iter().find_map(|pattern| {
        let name = clean_name(pattern.captures(line)?.get(1)?.as_str());
        is_outlet_name(&name).then_some(name)
    })
}

/// What precedes the name and is not part of it.
static KIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:сетевое издание|информационное агентство|интернет-газета|интернет-портал|информационный портал|новостной портал|общественно-политическ\S+ (?:газета|издание|журнал)|издание|газета|журнал|портал|сайт|сми|онлайн-видання|видання|редакция(?: газеты| журнала| сайта| портала)?|телеканал|the newspaper|гу|мау|гбу|телеграм-канал|telegram-канал)\s+",
    )
    .expect("the pattern is well-formed")
});

fn clean_name(text: &str) -> String {
    let mut name =
        text.trim().trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '»' | '"' | '+')).trim();
    if let Some(found) = KIND.find(name)
        && name[found.end()..].starts_with(['«', '"', '“'])
    {
        name = &name[found.end()..];
    }
    let quoted = name.strip_prefix(['«', '"', '“']).and_then(|inner| inner.strip_suffix(['»', '"', '”']));
    match quoted {
        Some(inner) if !inner.contains(['«', '»', '"']) => inner.trim().to_owned(),
        _ => name.to_owned(),
    }
}

/// Whether a name in a footer is an outlet's and not a company's or a phrase.
fn is_outlet_name(name: &str) -> bool {
    let company = [
        "ООО", "ОАО", "ЗАО", "ПАО", "АО ", "ИП ", "ТОО", "ЖШС", "ТОВ", "LLC", "Ltd", "Limited", "GmbH", "Inc", "ГУ ",
        "МАУ", "ГБУ", "АНО",
    ];
    let words = name.split(' ').count();
    let lower = name.to_lowercase();
    let phrase = [
        "все права",
        "all rights",
        "фото",
        "автор",
        "редакция",
        "материал",
        "усі права",
        "барлық",
        "источник",
        "наш",
        "rights",
        "photo",
        "первоисточник",
    ];
    (1..=6).contains(&words)
        && (2..=60).contains(&name.chars().count())
        && name.chars().next().is_some_and(|c| c.is_alphanumeric())
        && name.contains(char::is_alphabetic)
        && !company.iter().any(|form| name.starts_with(form) || name.contains(&format!(" {}", form.trim())))
        && !phrase.iter().any(|start| lower.starts_with(start))
}
