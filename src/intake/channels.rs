//! Posts copied from channels: the lines that the messenger puts round them, and whose channel it is.

use std::sync::LazyLock;

use regex::Regex;

use super::datelines::{DateLabel, DateLine};
use super::page::Entry;
use super::rules::{self, Opens, Verdict};
use super::shape::is_pictograph;
use crate::calendar::find_printed;

/// «Портовый дозор, [12.03.2024 14:05]», as Telegram Desktop copies posts.
static COPIED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?P<name>.{2,80}?),? \[(?P<moment>[^\]]{8,30})\]:?$").expect("the pattern is well-formed")
});

/// «Канал «Портовый дозор»».
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)^(?:телеграм-?|telegram-?)?(?:канал|арна|channel)\s+[«"“]([^»"”]{2,60})[»"”]"#)
        .expect("the pattern is well-formed")
});

/// «От: Портовый дозор», under a line that says that the post was forwarded.
static SENDER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^(?:от|из|from|від|кімнен)\s?: .{2,80}$").expect("the pattern is well-formed"));

/// Names before a stamp: «Степной вестник | 12.03.2024 14:05».
const SEPARATORS: [char; 4] = ['|', '•', '·', ','];

/// Marks the lines of a messenger among the entries of a page, and returns the channel's name where one of
/// them gives it.
pub(super) fn mark(entries: &mut [Entry]) -> Option<String> {
    let mut name = None;
    for entry in entries.iter_mut() {
        if let Some((channel, line)) = copied(entry.text()) {
            entry.verdict = None;
            entry.byline = None;
            entry.dates = Some(line);
            name = name.or(Some(channel));
        }
    }
    for at in 1..entries.len() {
        let under = entries[at - 1].verdict.is_some_and(|verdict| verdict.rule == "channel-header");
        if under && SENDER.is_match(entries[at].text()) {
            entries[at].verdict = Some(Verdict { rule: "channel-header", opens: Opens::Nothing });
        }
    }
    let name =
        name.or_else(|| entries.iter().take(3).find_map(|entry| Some(NAMED.captures(entry.text())?[1].to_owned())));
    let name = name.or_else(|| named_above_readers(entries));
    let name = name.or_else(|| is_channel(entries).then(|| named_by_stamp(entries)).flatten())?;
    let key = rules::key(&name);
    for entry in entries.iter_mut().filter(|entry| rules::key(entry.text()) == key) {
        entry.verdict = Some(Verdict { rule: "channel-header", opens: Opens::Nothing });
        (entry.byline, entry.source) = (None, None);
    }
    Some(name)
}

fn copied(line: &str) -> Option<(String, DateLine)> {
    let captured = COPIED.captures(line)?;
    let found = find_printed(&captured["moment"]);
    let date = found.first().filter(|date| date.moment.time.is_some())?;
    let name = without_pictures(&captured["name"]);
    let line = DateLine {
        dates: vec![(DateLabel::Published, date.moment)],
        rest: name.clone(),
        weekday: false,
        bare_day: false,
        today: false,
        back: None,
    };
    Some((name, line))
}

/// «12 483 subscribers», under the channel's name.
static READERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[\d\s.,]+[kкmм]? ?(?:subscribers?|подписчик\S*|підписник\S*|жазылушы\S*)$")
        .expect("the pattern is well-formed")
});

/// The name above the count of a channel's readers, if it stands there again: over each of its posts.
fn named_above_readers(entries: &[Entry]) -> Option<String> {
    let at = entries.iter().take(12).position(|entry| READERS.is_match(entry.text())).filter(|at| *at > 0)?;
    let name = without_pictures(entries[at - 1].text());
    let again = entries[at + 1..].iter().any(|entry| rules::key(entry.text()) == rules::key(&name));
    (again && name.split(' ').count() <= 6).then_some(name)
}

/// Whether a messenger's own lines stand among them: forwarded from, views and reactions, an address.
fn is_channel(entries: &[Entry]) -> bool {
    let own = |entry: &Entry| {
        let text = entry.text();
        entry.verdict.is_some_and(|verdict| verdict.rule == "channel-header")
            || text.contains("t.me/")
            || text.split(' ').any(|word| word.starts_with('@') && word.len() > 4)
            || text.starts_with(is_pictograph) && !text.contains(char::is_alphabetic) && text.contains(char::is_numeric)
    };
    entries.iter().any(own)
}

/// The name that stands before the date and time of one of the first lines, if it stands there again alone
/// or with a time.
fn named_by_stamp(entries: &[Entry]) -> Option<String> {
    entries.iter().take(4).find_map(|entry| {
        let dates = entry.dates.as_ref()?;
        let timed = dates.dates.first().is_some_and(|(_, moment)| moment.time.is_some());
        let name = without_pictures(&dates.rest);
        let name = name.trim_matches(|c: char| SEPARATORS.contains(&c) || c.is_whitespace());
        let plain =
            name.contains(char::is_alphabetic) && name.split(' ').count() <= 6 && rules::judge(name, 3).is_none();
        (timed && plain && entry.text().starts_with(|c: char| c.is_alphabetic() || is_pictograph(c)))
            .then(|| name.to_owned())
    })
}

fn without_pictures(name: &str) -> String {
    name.trim_matches(|c: char| is_pictograph(c) || c.is_whitespace() || matches!(c, '[' | ']' | '\u{200D}')).to_owned()
}
