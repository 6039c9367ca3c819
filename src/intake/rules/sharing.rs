//! Share buttons, calls to subscribe, counters and ratings.

use std::sync::LazyLock;

use regex::Regex;

use super::{Opens, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "share-buttons",
        opens: Opens::Nothing,
        max_words: 10,
        patterns: &[
            r"(?:поделиться|поделись|поделитесь|делитесь|расскажите|расскажи друзьям|отправить другу|репост|репостнуть|поширити|поділитися|поділіться|бөлісу|бөлісіңіз|share|tweet|pin it|email this)(?: (?:в|с|на|этой|новостью|статьей|ссылкой|друзьям|об этом|у|this|on|via|with|:|материалом|записью|публикацией).*)?(?: \d+)?$",
            r"(?:скопировать|копировать|copy|копіювати|сілтемені)(?: ссылку| link| посилання| көшіру| url)?$",
            r"(?:ссылка скопирована|link copied|посилання скопійовано|скопировано)$",
            r"(?:понравил(?:ась|ся|ось)|мне нравится|нравится|не нравится|like|dislike|лайк|подобається)(?: (?:статья|материал|новость|запись|это|this)\S*.*)?(?: \d+)?$",
        ],
    },
    Rule {
        name: "subscribe-call",
        opens: Opens::Nothing,
        max_words: 40,
        patterns: &[
            r"(?:подписывайтесь|подпишитесь|подписывайся|подпишись|подписаться|подписка|присоединяйтесь|присоединиться|вступайте|читайте нас|следите за (?:нами|нашими|новостями|событиями|обновлениями|последними|главными)|оставайтесь (?:с нами|на связи|в курсе)|будьте (?:в курсе|первыми)|ставьте лайк|добавьте нас|добавляйте|добавить в|включите уведомления|получайте|не пропустите|не пропускайте|хотите быть в курсе|хотите получать|узнавайте)\b",
            r"(?:підписуйтесь|підписуйтеся|підпишіться|підписатися|приєднуйтесь|приєднуйтеся|долучайтесь|долучайтеся|стежте за (?:нами|новинами)|читайте нас|слідкуйте)\b",
            r"(?:жазылыңыз|жазылыңыздар|жазылу|бізге жазыл|арнамызға|арнаға|біздің (?:telegram|телеграм|instagram|facebook|арна|парақша|whatsapp|youtube)).*",
            r"(?:subscribe|sign up|follow us|follow \S+ on|join (?:us|our)|like us|get (?:the|our|all|more|breaking|daily|\S+ news)|stay (?:up to date|informed|tuned|connected)|newsletter|download (?:the|our) app|be the first to|never miss)\b",
            r".*\b(?:подписывайтесь|подпишитесь|підписуйтесь|підписуйтеся|підпишіться|жазылыңыз|присоединяйтесь)\b.*(?:канал|telegram|телеграм|\bнас\b|рассылк|соцсет|страниц|групп|дзен|viber|whatsapp|youtube|instagram|facebook|вконтакте|чат|\bmax\b|арна|бот)",
            r"(?:мы|ми|біз|we are|we're) (?:в|у|on|во|есть в) (?:соц|telegram|телеграм|вконтакте|vk|дзен|instagram|facebook|youtube|whatsapp|max|одноклассник|яндекс|google|viber|twitter|тик|tik).*$",
            r"(?:наш(?:и|а|е)?|офіційний|официальный|official) (?:telegram|телеграм|tg|тг|vk|вк|youtube|ютуб|канал|чат|бот|соцсет|страниц|группа|паблик|instagram|facebook|рассылк|max)\S*.{0,60}$",
            r"(?:самые|самое|все|еще больше|больше|главные|оперативные|важные|свежие|другие|срочные|найважливіше|більше|головні|оперативні|всі) .{0,70}(?:в|на|у|во) (?:наш\S+ |официальн\S+ |нашому )?(?:telegram|телеграм|tg-|тг-|канал|вконтакте|дзен|viber|whatsapp|youtube|max|instagram|соцсет).*$",
            r".{2,40} (?:в|на|у|on|in) (?:telegram|телеграм\S*|дзен\S*|max|whatsapp|viber|вконтакте|youtube|instagram|google news|соцсетях) ?[–-] .{2,40}$",
            r"(?:введите|укажите|enter|введіть)(?: ваш\S*| свой| your)? (?:e-?mail|email|адрес|почт).*$",
            r"(?:telegram|телеграм|тг|tg)[- ]?(?:канал|бот|чат|channel)?(?: [\w.@\-]+)?$",
            r"(?:https?://)?(?:t\.me|telegram\.me|vk\.com|ok\.ru|dzen\.ru|instagram\.com|facebook\.com|youtube\.com|twitter\.com|x\.com|wa\.me)/\S*$",
        ],
    },
    Rule {
        name: "donation-call",
        opens: Opens::Nothing,
        max_words: 50,
        patterns: &[
            r"(?:поддержать|поддержите|поддержи|підтримати|підтримайте|пожертвовать|помочь) (?:нас|наш\S*|проект|редакцию|издание|автора|журналист\S*|сайт|канал|независим\S*|работу|медиа|видання|редакцію)",
            r"(?:donate|donate now|support (?:us|our|independent|the)|make a (?:donation|contribution)|become a (?:member|supporter|patron)|пожертвовать|сделать пожертвование|задонатить)(?: .{0,90})?$",
        ],
    },
    Rule {
        name: "counter",
        opens: Opens::Nothing,
        max_words: 8,
        patterns: &[
            r"(?:количество |число |всего )?(?:просмотр\S*|подписчик\S*|subscribers|прочтен\S*|прочитали|прочитано|показ\S*|перегляд\S*|views?|reads?|hits|қаралым\S*|қаралды|көрілім\S*|лайк\S*|репост\S*|shares?|голос\S*|пікір\S*|комментари\S*|коментар\S*|comments?|likes?)\s?[:–-]?\s?\(?[\d\s.,]+[kкmм]?(?: раз\S*| тыс\S*| млн)?\)?$",
            r"[\d\s.,]+ ?(?:тыс\S*|тис\S*|млн|мың|[kкmм])? ?(?:просмотр\S*|прочтен\S*|прочитал\S*|показ\S*|перегляд\S*|views?|reads?|рет қаралды|қаралым|қаралды|лайк\S*|likes?|репост\S*|shares?|голос\S*|оцен\S*|подписчик\S*|человек поделил\S*|подел\S*)(?: всего| сегодня)?$",
            r"(?:просмотров|просмотры|перегляди|views)$",
        ],
    },
    Rule {
        name: "rating",
        opens: Opens::Nothing,
        max_words: 14,
        patterns: &[
            r"(?:рейтинг(?: статьи| материала| записи| новости)?|оценка(?: статьи)?|средняя оценка|average rating|rating|rate this.*|оцените.*|оцінити.*|оцініть.*|ваша оценка|бағалаңыз.*|проголосуйте.*|нажмите на звезд.*)(?:[: ]+[\d.,/ ]+.*)?$",
            r"[\d.,]+ ?(?:/|из|out of) ?(?:5|10)(?: ?[(–-].*)?$",
            r"(?:была ли (?:эта )?(?:статья|информация) полезн\S*.*|статья (?:оказалась|была) полезн\S*.*|was this (?:article|page) helpful.*)$",
        ],
    },
    Rule {
        name: "poll",
        opens: Opens::Teasers,
        max_words: 4,
        patterns: &[
            r"(?:голосование|опрос|опрос (?:дня|недели)|опитування|сауалнама|poll|vote|голосовать|проголосовать|проголосуйте|результаты голосования|посмотреть результаты|показать результаты|всего голосов|викторина|тест)(?: \d+)?$",
        ],
    },
    Rule {
        name: "reading-time",
        opens: Opens::Nothing,
        max_words: 8,
        patterns: &[
            r"(?:время (?:на )?(?:чтени[ея]|прочтени[ея])|читать|чтение|на чтение|reading time|читати|час читання|время прочтения|оқу уақыты|read(?:ing)?)\s?[:–-]?\s?(?:~|≈|около |about )?\d+[–\d-]* ?(?:мин|min|хв|м\b).*$",
            r"(?:~|≈)?\d+[–\d-]* ?(?:мин\S*|min\S*|хв\S*|минут)(?: (?:на )?(?:чтени[ея]|читать|прочтени[ея]|read|читання|оқу))?$",
        ],
    },
    Rule {
        name: "page-tool",
        opens: Opens::Nothing,
        max_words: 6,
        patterns: &[
            r"(?:распечатать|печать|версия для печати|печатная версия|print(?: this)?(?: page| article)?|друк|роздрукувати|друкувати|басып шығару|pdf|сохранить(?: в закладки| статью| pdf)?|в закладки|в избранное|добавить в (?:избранное|закладки)|save(?: for later| article| story)?|bookmark|gift(?: this)? article|отложить|зберегти|размер (?:шрифта|текста).*|увеличить шрифт|уменьшить шрифт|font size.*|text size.*|шрифт|для слабовидящих|версия для слабовидящих|a\+|а\+|aa|аа|aaa)$",
        ],
    },
];

/// The names of networks and messengers, and what stands between them on a row of buttons.
static NETWORKS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:(?:в |во |on |via )?(?:вконтакте|вк|vk(?:ontakte)?|telegram|телеграмм?|tg|тг|whats ?app|ватсап|viber|вайбер|facebook|фейсбук|fb|twitter|твиттер|x|одноклассники|ok(?:\.ru)?|ок|instagram|инстаграм|youtube|ютуб|rutube|дзен|zen|яндекс\.?\s?(?:дзен|новости)|яндекс|google(?: news| новости)?|linkedin|pinterest|tik-?tok|тик-?ток|messenger|email|e-mail|почта|copy link|rss|max|threads|reddit|flipboard|живой журнал|livejournal|мой мир|skype|tumblr|pocket|link|print|mail|bluesky|snapchat|дискорд|discord|signal)[\s,|/•·+–-]*(?:\d+[\s,|/•·+–-]*)?){1,20}$",
    )
    .expect("the pattern is well-formed")
});

/// Whether the line is made of names of social networks.
pub(super) fn is_network_names(key: &str) -> bool {
    NETWORKS.is_match(key)
}
