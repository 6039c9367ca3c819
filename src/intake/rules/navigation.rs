//! Menus, breadcrumbs, log-in links, informers.

use super::sections::is_section_label;
use super::{Opens, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "tag-list",
        opens: Opens::Tags,
        max_words: 40,
        sentences: false,
        patterns: &[
            r"(?:теги|тэги|метки|тег|ключевые слова|хештеги|хэштеги|tags?|tagged|topics?(?: in this (?:article|story))?|темы|тематика|рубрик[аи]|рубрики и теги|категори[яи]|filed under|posted in|labels?|мітки|теґи|тегтер|тегі|тақырыптар|айдар|в рубрике|categor(?:y|ies)|раздел|раздел[ыа]|section|персоны|упоминания|упомянутые .{3,20}|компании|организации|сюжеты?|темы публикации|теги статьи|теги публикации|хештег|кілт сөздер|ключові слова|explore more)\s?[:#|](?: ?.*)?$",
            r"(?:теги|тэги|метки|тег|ключевые слова|хештеги|хэштеги|tags?|tagged|filed under|мітки|тегтер|темы статьи|упоминания|персоны|в этом материале|теги статьи|теги публикации|упомянутые персоны|explore more on these topics|topics|related topics)$",
            r"(?:теги|тэги|метки|tags|мітки|тегтер) .{2,150}$",
            r"(?:#[\w-]+[\s,|]*)+$",
        ],
    },
    Rule {
        name: "log-in",
        opens: Opens::Nothing,
        max_words: 6,
        sentences: false,
        patterns: &[
            r"(?:войти|вход|регистрация|зарегистрироваться|выйти|выход|личный кабинет|log ?in|log ?out|sign ?(?:in|up|out)|register|my account|create (?:an )?account|account|увійти|вхід|реєстрація|кіру|тіркелу|авторизация|авторизоваться|профиль|profile|мой профиль|забыли пароль\??|запомнить меня|subscribe|подписаться|подписка)(?: ?(?:или|/|и|\||or|,|·|•)? ?(?:регистрация|зарегистрироваться|register|sign ?up|sign ?in|log ?in|войти|вход|реєстрація|тіркелу|на сайт|в личный кабинет|через .*|выход|subscribe))*$",
        ],
    },
    Rule {
        name: "page-control",
        opens: Opens::Nothing,
        max_words: 7,
        sentences: false,
        patterns: &[
            r"\+? ?в цитатник!?$",
            r"news provided by(?: .{2,60})?$",
            r"(?:ответить )?\d+ (?:сообщени\S*|повідомлен\S*|posts?)\s?[•·|,-]? ?(?:страница|сторінка|page) \d+ (?:из|з|of) \d+$",
            r"(?:поиск|найти|искать|search|пошук|іздеу|шукати)(?: (?:по|на|in|the|site|сайту|сайте|this|for|по сайту|за сайтом))*(?: ?\.{3})?$",
            r"(?:меню|menu|мәзір|главное меню|открыть меню|закрыть меню|мобильное меню|main menu|open menu|close menu|toggle navigation|navigation|навигация|навігація|меню сайта|закрыть|close|открыть|open|показать|hide|скрыть|expand|разделы|рубрики|sections|все разделы|все рубрики)$",
            r"(?:skip to (?:main )?(?:content|navigation)|перейти к (?:содержимому|содержанию|контенту|основному (?:содержанию|контенту|содержимому))|к основному (?:содержанию|контенту)|jump to .*)$",
            r"(?:наверх|вверх|к началу|в начало|вернуться наверх|back to top|scroll to top|to top|догори|вгору|жоғары|на главную|вернуться на главную|на главную страницу|назад к списку|вернуться к списку|все публикации|к списку новостей|назад|вперед|back|next|prev|previous|дальше|далее|назад в раздел.*|артқа|на початок)$",
            r"(?:главная|главная страница|home|homepage|головна|басты бет|на главную)$",
            r"(?:пропустить|skip|конец истории|конец рекламы|конец блока|end of)\b.{0,60}$",
            r"(?:место работы|должность|role|position), .{2,60}$",
            r"(?:перейти на сайт|перейти|go|ok|да|нет|yes|no|не сейчас|позже|not now|maybe later|разрешить|allow|block)$",
            r"(?:(?:страница|стр|page|бет|сторінка)\.? )?\d+(?: (?:из|of|/) \d+)?(?: (?:\d+|\.\.\.|…|далее|next|»|›|следующая))*$",
            r"(?:rus?|рус(?:ский)?|eng?|english|қаз(?:ақша)?|kaz|kz|укр(?:аїнська)?|ukr?|ua|deu?|қазақша|қаз|қазақ тілі|қаз|o'zb|кыр|рус|бел)(?:[\s|/,·•-]+(?:rus?|рус(?:ский)?|eng?|english|қаз(?:ақша)?|kaz|kz|укр(?:аїнська)?|ukr?|ua|deu?|қаз|o'zb|кыр|бел|中文|العربية))*$",
            r"(?:темная|светлая|тёмная|dark|light)(?: (?:тема|theme|mode))?$",
            r"(?:установить|скачать|скачайте|загрузите|get|доступно в|download on|завантажити)(?: .{0,20})?(?:приложение|app ?store|google play|app ?gallery|rustore|application|the app|застосунок).*$",
            r"(?:app store|google play|app ?gallery|ru ?store)(?:[\s,|]+(?:app store|google play|app ?gallery|ru ?store))*$",
            r"(?:разрешить|включить|отключить) уведомления.*$",
            r"\d{1,3}(?: из \d{1,3}| / \d{1,3})$",
        ],
    },
    Rule {
        name: "edit-note",
        opens: Opens::Nothing,
        max_words: 20,
        sentences: true,
        patterns: &[
            r"(?:последний раз редактировалось|востаннє редагувалось|last edited by) .{2,110}$",
            r"эта страница (?:в )?последний раз была отредактирована .{4,40}$",
            r"this page was last (?:edited|modified) on .{4,40}$",
        ],
    },
    Rule {
        name: "informer",
        opens: Opens::Nothing,
        max_words: 14,
        sentences: false,
        patterns: &[
            r"(?:(?:курс\S* )?(?:валют\S*|доллар\S*|евро|юан\S+|usd|eur|cny|kzt|rub|uah|gbp|btc|brent|urals|нефть|золото|\$|€|₽|₸|¥)(?: ?\(?(?:цб|нб|нбк|нацбанк\S*)\)?)?[\s:]*[+–-]?\d[\d.,\s%+–₽₸$()▲▼]*(?:руб\S*|тенге|тг|₽|₸)?[\s|,;/]*){1,6}.{0,30}$",
            r"(?:погода|weather|ауа райы)(?: (?:в|на|in) .{0,20})?[\s:,]*[+–-]?\d.{0,30}$",
            r"(?:[\w-]+ ?){0,3}[+–-]?\d{1,2} ?°.{0,30}$",
            r"(?:погода|курсы валют|курс валют|гороскоп|пробки|пробки \d.*|weather|афиша|тв-программа|программа передач|валюта бағамы|ауа райы)$",
            r"(?:пн|вт|ср|чт|пт|сб|вс|нд)(?:[\s|]+(?:пн|вт|ср|чт|пт|сб|вс|нд|\d{1,2}))+$",
        ],
    },
];

/// Marks that pages put between the links of a row.
const SEPARATORS: [char; 9] = ['/', '|', '>', '»', '›', '→', '•', '·', '\\'];

/// The name of the rule, when `line` is a row of links or a breadcrumb trail.
pub(super) fn is_menu(line: &str, key: &str) -> Option<&'static str> {
    let pieces: Vec<&str> =
        line.split(SEPARATORS).map(str::trim).filter(|piece| piece.contains(char::is_alphabetic)).collect();
    let short = |piece: &&&str| piece.split(' ').count() <= 4;
    let known = pieces.iter().filter(|piece| is_section_label(&super::key(piece))).count();
    let starts_home = ["главная", "home", "головна", "басты бет", "начало", "новости"]
        .iter()
        .any(|home| key.strip_prefix(home).is_some_and(|rest| rest.trim_start().starts_with(SEPARATORS)));
    if pieces.len() >= 2 && starts_home {
        return Some("breadcrumbs");
    }
    if pieces.len() >= 2
        && known >= 1
        && known * 2 >= pieces.len()
        && pieces.iter().filter(short).count() == pieces.len()
    {
        return Some("menu");
    }
    if pieces.len() >= 4 && pieces.iter().filter(short).count() == pieces.len() && !line.ends_with('.') {
        return Some("menu");
    }
    (is_row_of_sections(key) || is_glued(line)).then_some("menu")
}

/// Sections one after another with nothing but spaces between them: «Политика Экономика Общество Спорт».
fn is_row_of_sections(key: &str) -> bool {
    let words: Vec<&str> = key.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    if !(3..=25).contains(&words.len()) || key.ends_with('.') {
        return false;
    }
    let mut known = 0;
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=3.min(words.len() - at)).rev().find(|&n| is_section_label(&words[at..at + n].join(" ")));
        known += longest.unwrap_or(0);
        at += longest.unwrap_or(1);
    }
    known * 4 >= words.len() * 3
}

/// Links that lost the space between them when they were copied: «ПолитикаВ миреКазахстан».
fn is_glued(line: &str) -> bool {
    if line.ends_with(['.', '!', '?', '…', ':', ',']) {
        return false;
    }
    let letters: Vec<char> = line.chars().collect();
    // Only Cyrillic: in Latin letters brands are written so (YouTube, iPhone).
    let cyrillic = |c: char| ('\u{400}'..='\u{52F}').contains(&c);
    let seams = letters
        .windows(3)
        .filter(|w| w.iter().all(|&c| cyrillic(c)) && w[0].is_lowercase() && w[1].is_uppercase() && w[2].is_lowercase())
        .count();
    let words = line.split(' ').count();
    seams >= 2 && words <= seams * 3 + 2
}
