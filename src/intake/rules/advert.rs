//! Advertisements and their labels.

use super::{Opens, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "advert-label",
        opens: Opens::Nothing,
        max_words: 12,
        sentences: true,
        patterns: &[
            r"(?:ставка|коэффициент|кэф)\S* на .{3,70} [—–-] ?\d+[.,]\d+\.?$",
            r"advertising$",
            r"(?:на правах )?реклам[аыи](?: на сайте| партнера| партнеров| \d+\+| \d+)?$",
            r"реклама[.,:]? ?\d+ ?\+.*$",
            r"реклама[.,:]? .*(?:erid|ооо|зао|оао|пао|\bао\b|\bип\b|инн|ltd|\.ru\b|\.рф\b)",
            r"(?:продолжение|текст|статья|далее)(?: .{0,30})? (?:после|под|ниже|следует после) .{0,10}реклам\S*$",
            r"(?:партнерский|спонсорский|рекламный) (?:материал|пост|контент|блок)$",
            r"(?:на правах реклами|партнерський матеріал|реклама партнера)$",
            r"жарнама(?: құқығында| құқығы негізінде| ретінде)?$",
            r"(?:advertisement|advertisements|advert|sponsored|promoted|advertorial|ads? by .*|paid content|sponsored (?:content|post|links?)|paid partnership.*|ad)(?: feedback| – scroll to continue| – continue reading below| \d+)?$",
            r"(?:article|story|content) (?:continues|resumes) (?:below|after).*$",
            r"(?:оформить|подать|оставить|отправить|залишити) (?:онлайн[- ]?)?(?:заявку|заявление)(?: онлайн)?$",
            r"(?:купить билеты?|заказать (?:звонок|обратный звонок)|узнать (?:цену|больше|стоимость)|рассчитать (?:ипотеку|кредит|стоимость|платеж)|перейти к (?:оплате|покупке)|в корзину|buy tickets?|book now|shop now|order now|buy now)$",
            r"(?:continue reading below|skip (?:advertisement|ad)|why you'?re seeing this ad|report this ad|remove ads?|go ad[- ]free.*|отключить рекламу|убрать рекламу|закрыть рекламу|пропустить рекламу|скрыть рекламу)$",
        ],
    },
    Rule {
        name: "advert-notice",
        opens: Opens::Nothing,
        max_words: 60,
        sentences: true,
        patterns: &[
            r".*\berid\b[:= ]",
            r".*рекламодатель:? ?(?:ооо|ип|ао|пао|зао|тоо)\b",
            r".*имеются противопоказания",
        ],
    },
];
