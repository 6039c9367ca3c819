//! Lines that give themselves away by what they say.
//!
//! Each rule is a name and the wordings that web pages use for one purpose, in Russian, Ukrainian,
//! Kazakh and English. A rule sees one line, in [`key`] form; what the line's neighbours say about it
//! is for [`super::zones`].

mod advert;
mod channels;
mod comments;
mod credits;
mod footer;
mod mail;
mod navigation;
mod patterns;
mod sections;
mod sharing;
mod teasers;

use std::sync::LazyLock;

use patterns::Patterns;

use super::shape::is_pictograph;

/// What a noise line says about the lines after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    /// Nothing: only the line itself is noise.
    Nothing,
    /// Headlines of other stories may follow.
    Teasers,
    /// One headline of another story may follow: the line is a label for it.
    Teaser,
    /// Readers' comments or a form for them follow.
    Comments,
    /// A picture's caption follows.
    Caption,
    /// Subject tags follow.
    Tags,
    /// The page's footer: near the end of a page, no article comes after it.
    Footer,
}

/// One rule of cleaning.
pub(super) struct Rule {
    /// Its name in [`super::Removed::rule`].
    name: &'static str,
    opens: Opens,
    /// The rule leaves longer lines alone: the same words may open a paragraph.
    max_words: usize,
    /// Whether it knows lines that end in a full stop. Buttons and labels have none.
    sentences: bool,
    /// Regular expressions over the line's [`key`], anchored at its start; the end is theirs to say.
    patterns: &'static [&'static str],
}

/// A rule's word on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    pub rule: &'static str,
    pub opens: Opens,
}

/// In order: the first rule that knows a line names it.
static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    [
        advert::RULES,
        comments::RULES,
        mail::RULES,
        channels::RULES,
        sharing::RULES,
        teasers::RULES,
        footer::RULES,
        credits::RULES,
        navigation::RULES,
    ]
    .into_iter()
    .flatten()
    .collect()
});

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let of_rule = |(rule, found): (usize, &&'static Rule)| found.patterns.iter().map(move |pattern| (rule, *pattern));
    Patterns::new(RULES.iter().enumerate().flat_map(of_rule))
});

/// No rule looks at longer lines, in words.
const LONGEST: usize = 90;

/// What the rules say about one line of `words` words.
pub(super) fn judge(line: &str, words: usize) -> Option<Verdict> {
    if words > LONGEST {
        return None;
    }
    let key = key(line);
    if key.is_empty() {
        return None;
    }
    let verdict = judge_key(line, &key, words)?;
    (!is_vetoed(line, verdict.rule, words)).then_some(verdict)
}

fn judge_key(line: &str, key: &str, words: usize) -> Option<Verdict> {
    let stops = line.ends_with('.') && !line.ends_with("..");
    let applies = |rule: usize| words <= RULES[rule].max_words && (RULES[rule].sentences || !stops);
    if let Some(rule) = PATTERNS.first(key, applies) {
        return Some(Verdict { rule: RULES[rule].name, opens: RULES[rule].opens });
    }
    let plain = |rule| Some(Verdict { rule, opens: Opens::Nothing });
    if sections::is_section_label(key) {
        return plain("section-label");
    }
    if sharing::is_network_names(key) {
        return plain("share-buttons");
    }
    if teasers::is_led_by_signal_word(line, words) {
        return plain("teaser-inline");
    }
    navigation::is_menu(line, key).and_then(plain)
}

/// Signs that a line is written and not part of the page: the dash of direct speech before it, a
/// question or an exclamation in one word, a teaser's marker that goes on as a sentence.
fn is_vetoed(line: &str, rule: &str, words: usize) -> bool {
    let spoken = line.starts_with(['–', '—', '―']) && !matches!(rule, "advert-label" | "copyright" | "embed-credit");
    let exclaimed = words <= 2
        && line.ends_with(['!', '.'])
        && !line.ends_with("..")
        && !matches!(rule, "advert-label" | "contacts" | "reading-time" | "counter");
    let goes_on = rule == "teaser-inline" && line.ends_with('.') && teasers::goes_on_in_lower_case(line);
    spoken || exclaimed || goes_on
}

/// Whether a short unknown label speaks of other stories («Новости партнёров региона:»): only what
/// follows it can tell whether it is a block of teasers or a heading.
pub(super) fn may_open_teasers(line: &str) -> bool {
    teasers::may_open(&key(line))
}

/// Whether the line calls the reader to do something («Читайте также»).
pub(super) fn is_call(line: &str) -> bool {
    const CALLS: [&str; 12] =
        ["читай", "смотри", "слушай", "узнай", "почитай", "дивіт", "оқы", "қара", "read", "see", "watch", "listen"];
    key(line).split(' ').any(|word| CALLS.iter().any(|call| word.starts_with(call)))
}

/// The line as the patterns see it: lower case, ё as е, one kind of quotation mark and dash, nothing
/// but words at its ends.
pub(super) fn key(line: &str) -> String {
    let mut key = String::with_capacity(line.len());
    for c in line.chars().flat_map(char::to_lowercase) {
        match c {
            'ё' => key.push('е'),
            '“' | '”' | '„' | '«' | '»' => key.push('"'),
            '’' | 'ʼ' | '`' => key.push('\''),
            '—' | '―' | '−' => key.push('–'),
            c if is_pictograph(c) => {}
            c => key.push(c),
        }
    }
    let opening =
        |c: char| !c.is_alphanumeric() && !matches!(c, '#' | '@' | '©' | '+' | '(' | '*' | '$' | '€' | '₽' | '₸');
    let closing = |c: char| {
        c.is_whitespace()
            || matches!(c, ':' | '>' | '"' | '|' | '/' | '\\' | '–' | '-' | '•' | '·' | ',' | '.' | '…' | '!')
    };
    key.trim_start_matches(opening).trim_end_matches(closing).to_owned()
}
