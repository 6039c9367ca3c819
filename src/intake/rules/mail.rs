//! What stands round a newsletter: how to stop it, where to see it in a browser, who sent it.

use super::{Opens, Rule};

pub(super) const RULES: &[Rule] = &[Rule {
    name: "mail-footer",
    opens: Opens::Footer,
    max_words: 45,
    sentences: true,
    patterns: &[
        r"(?:вы|ви) (?:получили|получаете|отримали|отримуєте) (?:это|эту|цей|данное|это электронное) (?:письмо|рассылку|сообщение|лист)",
        r"(?:это|данное) (?:письмо|сообщение) (?:отправлено|было отправлено|сформировано|пришло)",
        r"(?:отписаться|отказаться от (?:рассылки|подписки)|чтобы отписаться|если вы (?:не )?хотите (?:больше )?(?:не )?получать|відписатися|жазылымнан бас тарту)\b",
        r"(?:посмотреть|смотреть|открыть|читать|показать) (?:это )?(?:письмо|рассылку|выпуск)? ?(?:онлайн|в браузере|на сайте|в веб-версии)",
        r"(?:письмо|сообщение) (?:плохо|не|неправильно|некорректно) (?:отображается|видно|открывается)",
        r"если (?:это )?письмо .{0,30}отображается",
        r"(?:изменить|настроить|управлять) (?:настройк\S+ |подписк\S+ )(?:рассылки|подписки|уведомлений)?",
        r"(?:you(?:'re| are)? (?:are )?receiving this|you received this|this (?:e-?mail|message|newsletter) was sent)",
        r"(?:unsubscribe|to unsubscribe|if you (?:no longer wish|don'?t want)|manage (?:your )?(?:preferences|subscription)|update your (?:preferences|profile)|email preferences)\b",
        r"(?:view|read|open|see) (?:this |it |the )?(?:e-?mail |message |newsletter |issue |post )?(?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|web|app|site)",
        r"(?:having trouble (?:viewing|reading)|trouble viewing|email not displaying|forward(?:ed)? this (?:e-?mail )?to a friend|was this (?:e-?mail )?forwarded to you)",
        r"(?:отправлено с|sent from my|надіслано з) (?:iphone|ipad|android|моего|мобильн|samsung|телефона|huawei)",
    ],
}];
