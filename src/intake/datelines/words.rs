//! The words that stand beside dates.

use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::pattern;

pub(super) static PUBLISHED: LazyLock<Regex> = LazyLock::new(|| {
    word_pattern(
        r"опубликован\S*|дата публикации|время публикации|публикация|дата создания|дата размещения|размещен\S*|добавлен\S*|создан\S*|дата|posted(?: on| at)?|submitted|(?:originally |first )?published(?: on| at| in)?|publication date|date published|first published|date|issued|released|опубліковано|дата публікації|створено|жарияланды|жарияланған(?: күні| уақыты)?|жарияланым|күні",
    )
});

pub(super) static MODIFIED: LazyLock<Regex> = LazyLock::new(|| {
    word_pattern(
        r"(?:последн\S+ |дата |время |last |соңғы (?:рет )?)*(?:обновлен\S*|обновлена|изменен\S*|изменени\S*|обновлени\S*|отредактирован\S*|редакция от|updated(?: on| at)?|modified(?: on| at)?|edited|оновлен\S*|змінено|оновлення|жаңарт\S*|өзгертіл\S*)",
    )
});

/// What has a day without being the page's: events, accounts, visits, terms.
pub(super) static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    word_pattern(
        r"дата (?:проведения|начала|окончания|события|мероприятия|рождения|регистрации|вступления)|время проведения|начало|окончание|когда|срок\S*|зарегистрирован\S*|регистрация|на сайте с|последний визит|был[аи]? на сайте|родил(?:ся|ась)|дійсний до|дата проведення|коли|початок|зареєстрован\S*|тіркелген|өтетін күні|басталуы|event date|starts?|ends?|when|deadline|joined|registered|member since|last (?:visit|seen)|expires",
    )
});

/// Small words and zones that may stand beside a date.
pub(super) static FILLER: LazyLock<Regex> = LazyLock::new(|| {
    word_pattern(
        r"года|год|г|г\.|р\.|ж\.|жыл\S*|в|at|on|от|мск|msk|est|edt|pst|pdt|mst|mdt|cst|cdt|akst|akdt|hst|aest|aedt|eest|eet|cest|wib|sgt|jst|ist|cet|gmt|utc|bst|et|pt|по мск|по москве|по московскому времени|московское время|время московское|астана уақыты|время|уақыты|am|pm|a\.m\.|p\.m\.|час\S*|hrs?|местного времени|местное время|по алматы|по астане",
    )
});

/// «2 часа назад», «Вчера, 18:20», «14:32».
pub(super) static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:\b\d+|\b(?:a|an|one|одну?|час|минуту|день))\s*(?:минут\S*|мин|час\S*|дн\S+|день|дня|дней|недел\S+|тиж\S*|месяц\S*|місяц\S*|сут\S+|год\S*|годин\S*|хвилин\S*|хв|ч|мин|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|сағат|минут|күн|апта|ай|h|m|d)?\.?\s*(?:назад|тому|тому назад|ago|бұрын)\b|\b(?:сегодня|вчера|позавчера|сьогодні|вчора|бүгін|кеше|today|yesterday|только что|just now)\b|\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b|\b(?:[01]?\d|2[0-3])\.[0-5]\d ?(?:bst|gmt|utc|cet|cest|edt|est|мск|msk)\b",
    )
    .expect("the pattern is well-formed")
});

/// «пользователем redaktor», `by admin on`: who put the page into its system.
pub(super) static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:submitted |добавлено )?(?:пользователем|користувачем|автором|by)(?: [\w.-]+){1,3}$")
});

pub(super) static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    word_pattern(
        r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun",
    )
});

fn word_pattern(words: &str) -> Regex {
    pattern(&format!(r"(?i)(?:^|[^\p{{L}}])(?:{words})(?:$|[^\p{{L}}])"))
}

/// «Сегодня 28 ноября 2026»: the day on which the page is read.
pub(super) static TODAY: LazyLock<Regex> =
    LazyLock::new(|| word_pattern("сегодня|сьогодні|бүгін|today(?: is)?|сейчас|зараз|қазір|now"));

/// «Просмотров: 217», `1.2K views`, «9 хв читання»: what is counted, with its number on either side.
pub(super) static COUNTER: LazyLock<Regex> = LazyLock::new(|| {
    const COUNTED: &str = r"(?:количество |число |всего )?(?:просмотр\p{L}*|прочтен\p{L}*|прочитали|прочитано|показ(?:ов|ы|а)|перегляд\p{L}*|комментари\p{L}*|коментар\p{L}*|қаралым\p{L}*|қаралды|оқылды|оқылған|көрілім\p{L}*|пікір\p{L}*|лайк\p{L}*|репост\p{L}*|нравится|views?|reads?|hits|shares?|likes?|comments?)";
    const NUMBER: &str = r"\d(?:[\d\s.,]*\d)?(?:\s?(?:тыс\.?|тис\.?|млн|мың|[kкmм]\b))?";
    const READING: &str =
        r"\d+\s?(?:мин\p{L}*|хв\p{L}*|min\p{L}*)\.?[- ]?(?:на чтение|чтения|читання|read(?:ing)?|оқу|оқылым)";
    pattern(&format!(
        r"(?i){READING}|(?:^|[^\p{{L}}]){COUNTED}\s*[:–—-]?\s*{NUMBER}|{NUMBER}\s*(?:рет )?{COUNTED}(?:$|[^\p{{L}}])"
    ))
});

/// «9.12.04», which only a line of dates can mean for a day.
pub(super) static SHORT_DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s|(])(\d)\.(?:0[1-9]|1[0-2])\.\d\d(?:$|[\s|,)])").expect("the pattern is well-formed")
});
