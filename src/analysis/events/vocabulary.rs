//! Words that tell whether a dated sentence reports an event, and whether it happened.

/// Words before a date that only compare with it («по сравнению с 2021 годом»).
pub(super) const COMPARISONS: &[&str] = &[
    "по сравнению с",
    "чем в",
    "чем за",
    "против",
    "относительно",
    "к уровню",
    "уровня",
    "compared with",
    "compared to",
    "than in",
    "порівняно з",
    "ніж у",
    "ніж в",
];

/// Words that make a report conditional.
pub(super) const CONDITIONS: &[&str] = &[
    "если",
    "бы",
    "может",
    "могут",
    "мог",
    "могла",
    "могли",
    "возможно",
    "вероятно",
    "предположительно",
    "якобы",
    "if",
    "may",
    "might",
    "could",
    "would",
    "possibly",
    "якщо",
    "б",
    "може",
    "можуть",
    "можливо",
    "ймовірно",
    "нібито",
    "егер",
    "мүмкін",
];

/// Words that deny what the sentence speaks of.
pub(super) const DENIALS: &[&str] = &[
    "отрицает",
    "отрицают",
    "отрицал",
    "отрицала",
    "отрицали",
    "опроверг",
    "опровергла",
    "опровергли",
    "опровергает",
    "опровергают",
    "опровергнуто",
    "denied",
    "denies",
    "deny",
    "заперечує",
    "заперечив",
    "заперечила",
    "спростував",
    "спростувала",
];

/// How words begin that open a clause of their own about something that was named before it.
pub(super) const RELATIVES: &[&str] =
    &["котор", "что", "чтобы", "где", "куда", "який", "яка", "яке", "які", "що", "which", "that", "who", "where"];

/// Verbs that tell how something is, and of nothing that happened; lemmas.
pub(super) const STATES: &[&str] = &[
    "являться",
    "составлять",
    "насчитывать",
    "находиться",
    "располагаться",
    "оставаться",
    "иметь",
    "принадлежать",
    "считаться",
    "числиться",
    "значиться",
    "жить",
    "проживать",
    "работать",
    "действовать",
    "существовать",
    "состоять",
    "грозить",
    "стоить",
    "хотеть",
    "знать",
    "любить",
    "помнить",
    "запомниться",
    "выдаться",
    "быть",
];

/// How verbs of calling off begin.
pub(super) const CANCELS: &[&str] =
    &["отмен", "сорва", "отлож", "перенес", "отзва", "отозва", "скасу", "cancel", "call", "postpon"];

/// Words before a date that is still to come which make it a mere possibility.
pub(super) const PROPOSALS: &[&str] = &[
    "исключено",
    "исключил",
    "исключила",
    "исключили",
    "исключает",
    "исключают",
    "обсуждается",
    "обсуждаются",
    "обсуждают",
    "рассматривается",
    "рассматривают",
    "рассматривает",
    "предлагает",
    "предлагают",
    "предложил",
    "предложила",
    "предложили",
    "допустил",
    "допустила",
    "допускает",
    "допускают",
    "рискует",
    "рискуют",
    "пригрозил",
    "пригрозили",
    "угрожает",
    "хотел",
    "хотела",
    "хотели",
];
