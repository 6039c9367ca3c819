//! Who wrote it: lines that name an author.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::calendar::{Moment, find_printed};
use crate::pattern::pattern;

/// A line that names who wrote or posted something.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Byline {
    /// Persons, as written. Empty for a role account («By Admin»).
    pub authors: Vec<String>,
    /// A date in the same line.
    pub date: Option<Moment>,
    /// Subject tags in the same line («#Экономика»), without the sign.
    pub tags: Vec<String>,
    /// Whether the line tells of the author more than a newsroom's post («политолог»): then it is
    /// worth keeping in the text.
    pub telling: bool,
}

/// Labels that need nothing more than a name after them.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^[\s•·|✍️🖊️👤–—-]*(?:автор(?:ы|ка)?(?: статьи| текста| материала| публикации| колонки| матеріалу| фото и текста)?|автори|(?:материал |текст |статью |новость |интервью |підготувала? |матеріал )?(?:подготовил[аи]?|записал[аи]?|написал[аи]?|составил[аи]?|підготува(?:в|ла|ли)|записа(?:в|ла)|взял[аи]?|провел[аи]?|вел[аи]?)|беседовал[аи]?|розмовля(?:в|ла)|опубликовал[аи]?|разместил[аи]?|добавил[аи]?|корреспондент|спецкор|posted by|published by|written by|words by|reported by|reporting by|report by|story by|authors?|by|дайындаған|авторы|мақала авторы|сұхбаттасқан|әңгімелескен|тілші)\s*[:,–—-]?\s+(.+)$",
    )
    .expect("the pattern is well-formed")
});

/// Labels that are ordinary words and count only with a colon.
static LABEL_WITH_COLON: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^[\s•·|–—-]*(?:текст|слова|интервью|перевод|перев[её]л[аи]?|журналист|(?P<editor>редактор|editing by|editor|правка|корректор)|материал|репортаж|мәтін|тілші|переклад|текст и фото|фото и текст|текст, фото|текст та фото|колумнист|обозреватель|reporter|text|words|translation)\s*:\s*(?P<names>.+)$",
    )
    .expect("the pattern is well-formed")
});

/// «От Иван Петров -», as themes print the author before the date.
static BEFORE_DASH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:от|від|автор)\s+(?P<names>\p{Lu}[^.!?:,]{2,60}?)\s*[-–—]$"));

/// Accounts and departments that are nobody's name.
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:the )?(?:admin\w*|админ\w*|editors?|editorial(?: team| staff| board)?|редактор\w*|редакци\w+.*|редакція.*|редакциясы.*|root|user\d*|webmaster|news|newsroom|news ?desk|staff(?: writer| reporter)?|модератор|moderator|пресс-служб\w+.*|пресс-центр.*|прес-служб\w+.*|баспасөз қызметі.*|отдел новостей|служба (?:информации|новостей)|наш корр\S*|соб\. ?корр?\S*|собкор\S*|корр\.?|guest|author|автор|новости|info|manager|super ?user|site|content|контент.*|web ?editor|online ?desk|agencies|reuters staff|our correspondent)$",
    )
});

/// Posts in a newsroom: they say nothing of the author that a reader would miss.
static NEWSROOM_POST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:наш |специальный |собственный |штатный |старший |выпускающий |главный |шеф-|заместитель |зам\. ?|senior |staff |chief |foreign |political |business |sports? |deputy )*(?:корреспондент\w*|корр\.?|репортер|репортёр|редактор\w*|обозреватель|журналист\w*|журналістка|кореспондент\w*|спецкор\w*|собкор\w*|специально для|автор(?: статьи| текста)?$|тілші\w*|writer|reporter|correspondent|editor|journalist|фотокорреспондент|продюсер|колумнист|special (?:to|for)|for )",
    )
});

/// Posts and callings that an author's line gives after the name.
static CALLING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:\p{L}+(?:-\p{L}+)? ){0,3}(?:политолог|эксперт\w*|автор|аналитик\w*|экономист\w*|профессор\w*|доктор|кандидат|руководитель|директор|писатель\w*|публицист\w*|историк|социолог|юрист|адвокат|научный сотрудник|преподаватель|доцент|депутат|востоковед|философ|блогер|блогерка|режиссер|врач|психолог|экономіст\w*|історик|політолог\w*|професор\w*|експерт\w*|письменник|сарапшы|ғалым|саясаттанушы|жазушы|доценті|профессоры|fellow|professor|analyst|author|director|economist|historian|researcher|lecturer|expert|lawyer|scholar|scientist)\b",
    )
});

/// Names of papers and agencies, which stand beside their writers'.
static OUTLET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:^The |@|\b(?:Tribune|Times|Herald|Gazette|Chronicle|Courier|Journal|Observer|Dispatch|Post|News|Media|Press|Wire|Daily|Weekly|Magazine|Review|Agency|Reuters|Bloomberg|Sentinel|Bulletin|Network|Radio|TV)$|^(?:газета|журнал|агентство|ИА|РИА|портал|редакция|радио|телеканал) )",
    )
    .expect("the pattern is well-formed")
});

/// «By Jane Roe in Politics»
static SECTION_AFTER_NAME: LazyLock<Regex> = LazyLock::new(|| pattern(r" (?:in|on|for) [A-Z][\w& ]{2,24}$"));

/// Reads a line with a byline's label.
pub(super) fn read(line: &str) -> Option<Byline> {
    if line.split(' ').count() > 22 {
        return None;
    }
    let captured =
        LABEL_WITH_COLON.captures(line).or_else(|| LABEL.captures(line)).or_else(|| BEFORE_DASH.captures(line))?;
    let mut byline = Byline::default();
    let mut rest = captured.name("names").or_else(|| captured.get(1))?.as_str().to_owned();
    // Who edited it is not who wrote it.
    let edited = captured.name("editor").is_some();
    if let Some(date) = find_printed(&rest).first() {
        byline.date = Some(date.moment);
        rest.replace_range(date.span.start..date.span.end, ",");
    }
    let (hashtags, words): (Vec<&str>, Vec<&str>) = rest.split(' ').partition(|word| word.starts_with('#'));
    byline.tags = hashtags.iter().map(|tag| tag.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).collect();
    let rest = words.join(" ");
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let rest = SECTION_AFTER_NAME.find(rest).map_or(rest, |found| &rest[..found.start()]);
    if is_role(rest) {
        return Some(byline);
    }
    let (mut unknown, mut named) = (0, false);
    for part in split_names(rest) {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '»' | '"'));
        if is_role(part) || part.is_empty() || NEWSROOM_POST.is_match(part) || part.chars().all(|c| !c.is_alphabetic())
        {
            continue;
        }
        if OUTLET.is_match(part) {
            continue;
        }
        if looks_like_name(part) && edited {
            named = true;
        } else if looks_like_name(part) {
            byline.authors.push(part.trim_end_matches(',').to_owned());
        } else if CALLING.is_match(part) {
            byline.telling = true;
        } else {
            unknown += part.split(' ').count();
        }
    }
    let dated_role = byline.date.is_some() && rest.split([' ', ',']).next().is_some_and(is_role);
    (dated_role || ((named || !byline.authors.is_empty()) && unknown <= 5)).then_some(byline)
}

/// Reads what else a line of dates says: «Иван Петров», «Иван Петров | Комментариев: 4».
pub(super) fn read_beside_date(rest: &str) -> Option<Byline> {
    // «Сообщение Гульнара » 17 июн 2023»: an account of a forum.
    if ["Сообщение ", "Повідомлення ", "Post by "].iter().any(|label| rest.starts_with(label)) {
        return None;
    }
    let unlabelled = |text: &str| read_unlabelled(text).filter(|byline| !byline.telling);
    let parts = || rest.split(['|', '•', '·']).map(str::trim);
    let named = |part: &str| read(part).or_else(|| unlabelled(part).filter(|_| has_given_name(part)));
    read(rest).or_else(|| unlabelled(rest)).or_else(|| parts().find_map(named))
}

/// Whether the line announces the author's name on the next one («Автор:»).
pub(super) fn is_label(line: &str) -> bool {
    const LABELS: [&str; 12] = [
        "автор",
        "авторы",
        "автор статьи",
        "автор текста",
        "текст",
        "автор материала",
        "автори",
        "by",
        "author",
        "authors",
        "written by",
        "авторы:",
    ];
    line.chars().count() < 24 && LABELS.contains(&line.trim_end_matches([':', ' ']).to_lowercase().as_str())
}

/// Reads a line that is a name and nothing else, or a name with a post («Иван Петров, корреспондент»).
///
/// Without a label only its place on the page can confirm it.
pub(super) fn read_unlabelled(line: &str) -> Option<Byline> {
    if line.split(' ').count() > 22 || line.ends_with([':', '!', '?']) {
        return None;
    }
    // «Ф. ГАРАЕВ.» ends in a full stop, «И. П.» in an initial's.
    let whole = |line: &&str| {
        let last = line.rsplit([' ', '.']).next().unwrap_or("");
        line.contains([',', '(']) || last.chars().count() >= 4 && line.split(' ').count() <= 3
    };
    let line = line.strip_suffix('.').filter(whole).unwrap_or(line);
    let (name, post) = match line
        .split_once([',', '|', '/', '(', '©'])
        .or_else(|| line.split_once(" – "))
        .or_else(|| line.split_once(" — "))
    {
        Some((name, post)) => (name.trim(), post.trim().trim_end_matches(')')),
        None => (line, ""),
    };
    if post.is_empty() && (name.split(' ').count() <= 3 && is_role(name) || is_post(name) && !name.ends_with('.')) {
        return Some(Byline::default());
    }
    if let (true, Some(author)) = (post.is_empty(), before_post(name)) {
        return Some(Byline { authors: vec![author.to_owned()], ..Byline::default() });
    }
    if !looks_like_name(name) || !has_surname(name) {
        return None;
    }
    let telling = !post.is_empty() && !NEWSROOM_POST.is_match(post);
    if telling && !CALLING.is_match(post) {
        // «Иван Петров, Мария Сидорова»
        let others: Vec<String> = split_names(post).map(|other| other.trim().to_owned()).collect();
        let all_names = others.iter().all(|other| looks_like_name(other) && has_surname(other));
        return all_names.then(|| Byline {
            authors: std::iter::once(name.to_owned()).chain(others).collect(),
            ..Byline::default()
        });
    }
    Some(Byline { authors: vec![name.to_owned()], telling, ..Byline::default() })
}

/// Whether the line is a photographer's name and whose the picture is: «Иван Петров / Коммерсантъ».
pub(super) fn is_credit(line: &str) -> bool {
    let Some((name, owner)) = line.split_once(" / ").map(|(name, owner)| (name.trim(), owner.trim())) else {
        return false;
    };
    let owned = owner.starts_with(char::is_uppercase)
        && owner.split(' ').count() <= 3
        && !owner.ends_with(['.', '!', '?'])
        && !owner.contains(['/', '|'])
        && !has_given_name(owner);
    owned && looks_like_name(name) && has_given_name(name)
}

/// The name before a newsroom's post, with nothing between the two: «Jane Roe Transport correspondent».
fn before_post(line: &str) -> Option<&str> {
    let mut spaces = line.match_indices(' ').map(|(at, _)| at).skip(1).take(2);
    let at = spaces.find(|&at| {
        let (name, post) = (&line[..at], &line[at + 1..]);
        looks_like_name(name) && has_surname(name) && has_given_name(name) && is_post(post)
    })?;
    Some(&line[..at])
}

fn is_role(text: &str) -> bool {
    ROLE.is_match(text.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn split_names(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '|', '/', '&', '(', ')'])
        .flat_map(|part| part.split(" и "))
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" та "))
        .map(str::trim)
}

/// Two to four capitalised words, initials among them.
pub(super) fn looks_like_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    // «И.Петров» is one word.
    let initialled = words.len() == 1 && text.chars().nth(1) == Some('.') && text.chars().count() > 4;
    if !(2..=4).contains(&words.len()) && !initialled {
        return false;
    }
    let particle = |word: &str| {
        matches!(
            word,
            "оглы"
                | "кызы"
                | "улы"
                | "қызы"
                | "ұлы"
                | "van"
                | "von"
                | "de"
                | "der"
                | "фон"
                | "де"
                | "ван"
                | "el"
                | "al"
        )
    };
    let word_ok = |word: &&str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let capitals =
            word.chars().filter(|c| c.is_alphabetic()).count() >= 3 && word.chars().all(|c| !c.is_lowercase());
        particle(word)
            || (letters.next().is_some_and(char::is_uppercase)
                && (capitals || letters.all(|c| c.is_lowercase() || word.contains(['-', '.', '\'', '’'])))
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’' | 'ʼ')))
    };
    words.iter().all(word_ok)
}

/// Endings of surnames and patronymics, to tell «Иван Петров» from «Нижний Новгород».
const SURNAME_ENDINGS: [&str; 58] = [
    "ов",
    "ев",
    "ёв",
    "ин",
    "ын",
    "ова",
    "ева",
    "ёва",
    "ина",
    "ына",
    "ский",
    "цкий",
    "ская",
    "цкая",
    "ской",
    "ко",
    "ук",
    "юк",
    "як",
    "ак",
    "ик",
    "ян",
    "янц",
    "дзе",
    "швили",
    "ия",
    "уа",
    "ец",
    "их",
    "ых",
    "ер",
    "ман",
    "берг",
    "штейн",
    "сон",
    "іна",
    "ів",
    "їв",
    "ський",
    "цький",
    "ська",
    "цька",
    "бай",
    "бек",
    "баев",
    "улы",
    "ұлы",
    "қызы",
    "кызы",
    "евич",
    "ович",
    "овна",
    "евна",
    "ич",
    "ель",
    "рт",
    "ль",
    "нов",
];

/// Common given names of the four languages, in lower case.
static GIVEN_NAMES: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| include_str!("given_names.txt").split_whitespace().collect());

/// Whether a word is a common given name of Russian, Ukrainian, Kazakh or English, in any case.
pub fn is_given_name(word: &str) -> bool {
    GIVEN_NAMES.contains(word.to_lowercase().as_str())
}

/// Whether a given name stands in the line.
pub(super) fn has_given_name(line: &str) -> bool {
    line.split([' ', ',']).any(is_given_name)
}

/// Whether the line is a newsroom's post and nothing else.
pub(super) fn is_post(line: &str) -> bool {
    let line = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).unwrap_or(line);
    let words = line.split(' ').count();
    let ends_in_post = [
        "reporter",
        "correspondent",
        "editor",
        "writer",
        "journalist",
        "columnist",
        "корреспондент",
        "обозреватель",
        "редактор",
    ]
    .iter()
    .any(|post| line.to_lowercase().ends_with(post));
    words <= 5 && (ends_in_post || words <= 4 && NEWSROOM_POST.is_match(line))
}

/// Whether the line is somebody's post or calling and nothing else: «Senior fellow, Trade and Transport».
pub(super) fn is_calling(line: &str) -> bool {
    is_post(line) || line.split(' ').count() <= 8 && !line.ends_with('.') && CALLING.is_match(line)
}

fn has_surname(name: &str) -> bool {
    let latin =
        name.chars().filter(|c| c.is_alphabetic()).all(|c| c.is_ascii() || !('\u{400}'..='\u{52F}').contains(&c));
    if latin {
        return true;
    }
    if name.contains('.') {
        return true;
    }
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    let ends = |word: &str| word.chars().count() >= 4 && SURNAME_ENDINGS.iter().any(|ending| word.ends_with(ending));
    if words.iter().any(|word| GIVEN_NAMES.contains(word)) {
        return true;
    }
    // The surname may come first («Петров Иван»), but a place's adjective comes first too.
    words.last().is_some_and(|word| ends(word))
        || words.len() == 3 && words.iter().any(|word| word.ends_with("вич") || word.ends_with("вна"))
}
