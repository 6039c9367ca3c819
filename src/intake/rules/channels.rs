//! What messengers put round a post: whose it is, what hangs on it, what readers clicked.

use super::{Opens, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "channel-header",
        opens: Opens::Nothing,
        max_words: 14,
        sentences: false,
        patterns: &[
            r"(?:переслано|переслан[оа]? сообщение|пересланное сообщение|перенаправлено|forwarded|forwarded message|переслано повідомлення|қайта жіберілген)(?: (?:от|из|from|від|з)\b.{0,90})?\]?$",
            r"(?:в ответ на|in reply to|у відповідь)(?: .{0,60})?\]?$",
            r"(?:фото|photo|видео|video|альбом|album|стикер|sticker|голосовое сообщение|voice message|файл|file|gif|аудио|audio|опрос|poll|медиа|media|фотография)(?: ?,.{0,30})? ?\]$",
            r"(?:telegram-|телеграм-|тг-|tg-)?(?:канал|channel|арна)(?: \S+){0,4}\s?: ?(?:@\w+|https?://t\.me/\S+|t\.me/\S+)$",
        ],
    },
    Rule {
        name: "counter",
        opens: Opens::Nothing,
        max_words: 10,
        sentences: false,
        patterns: &[
            r"(?:реакци\S+|reactions?|реакції)\s?:?[\s\d.,kкmм]*$",
            r"[\d.,]+ ?[kкmм]? ?(?:views?|просмотр\S*)?(?: |, ?)(?:edited|изменено|ред\.?)? ?\d{1,2}:\d\d$",
        ],
    },
];
