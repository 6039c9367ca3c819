//! Links to a sentence of a page by its words: text fragments (`#:~:text=start,end`), as the WICG's
//! “URL Fragment Text Directives” has them.
//!
//! A browser goes to the first place in the page that begins with `start` and runs to the next `end`.
//! How many words make a sentence the first such place is counted here, once; the script that copies
//! links only cuts out so many words.

use std::collections::HashMap;
use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::analysis::Analysis;

/// A sentence of no more words than this is named in full.
const WHOLE: usize = 8;
/// Numbers of words that are tried, fewest first.
const TRIED: [usize; 3] = [3, 5, 8];

/// How a sentence is named, in words parted by white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fragment {
    /// Words of the same paragraph before it that belong to the name.
    pub prefix: usize,
    /// Its first words.
    pub start: usize,
    /// Its last words; none where `start` is all of it.
    pub end: usize,
}

/// How each sentence is named.
pub fn fragments(analysis: &Analysis) -> Vec<Fragment> {
    let text = &analysis.article.text;
    let mut words: Vec<String> = Vec::new();
    let mut ranges = Vec::with_capacity(analysis.sentences.len());
    for sentence in &analysis.sentences {
        let first = words.len();
        words.extend(sentence.span.of(text).split_whitespace().map(bare));
        ranges.push(first..words.len());
    }
    let firsts: Vec<HashMap<&[String], usize>> = TRIED.iter().map(|&count| first_places(&words, count)).collect();
    let is_first = |at: usize, tried: usize| {
        words.get(at..at + TRIED[tried]).is_some_and(|run| firsts[tried].get(run) == Some(&at))
    };
    ranges
        .iter()
        .zip(&analysis.sentences)
        .map(|(range, sentence)| {
            let before = sentence.number.min(1) * TRIED[0];
            let prefix = |is_unique: bool| if is_unique { 0 } else { before.min(range.start) };
            if range.len() <= WHOLE {
                let is_unique = first_place(&words, range.clone(), &firsts);
                return Fragment { prefix: prefix(is_unique), start: range.len(), end: 0 };
            }
            let start = (0..TRIED.len()).find(|&tried| TRIED[tried] < range.len() && is_first(range.start, tried));
            let (start, prefix) = match start {
                Some(tried) => (TRIED[tried], 0),
                None => (TRIED[2].min(range.len() - 1), prefix(false)),
            };
            // The end is the next place after the start that reads so.
            let is_next = |count: usize| {
                let end = &words[range.end - count..range.end];
                let between = &words[range.start + start..range.end - 1];
                !between.windows(count).any(|run| run == end)
            };
            let end = TRIED.into_iter().find(|&count| start + count <= range.len() && is_next(count));
            match end {
                Some(end) => Fragment { prefix, start, end },
                None => Fragment { prefix, start: range.len(), end: 0 },
            }
        })
        .collect()
}

/// The address of a sentence (an index in the analysis) in the page at `address`.
pub fn address(address: &str, analysis: &Analysis, sentence: usize, fragment: &Fragment) -> Option<String> {
    let found = analysis.sentences.get(sentence)?;
    let text = &analysis.article.text;
    let words: Vec<&str> = found.span.of(text).split_whitespace().collect();
    if words.is_empty() {
        return None;
    }
    // A place that the address has already is kept; another directive is not.
    let address = address.split(":~:").next().unwrap_or(address);
    let mut link = format!("{address}{}:~:text=", if address.contains('#') { "" } else { "#" });
    if fragment.prefix > 0 {
        let paragraph = analysis.paragraphs.get(found.paragraph)?;
        let before: Vec<&str> = text[paragraph.span.start..found.span.start].split_whitespace().collect();
        let before = &before[before.len().saturating_sub(fragment.prefix)..];
        write!(link, "{}-,", encode(&before.join(" "))).expect("writing to a string succeeds");
    }
    link.push_str(&encode(&words[..fragment.start.min(words.len())].join(" ")));
    if fragment.end > 0 {
        let end = &words[words.len().saturating_sub(fragment.end)..];
        write!(link, ",{}", encode(&end.join(" "))).expect("writing to a string succeeds");
    }
    Some(link)
}

/// What may stand in a text directive as it is: its own marks (`-`, `,`, `&`) may not.
const IN_DIRECTIVE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

fn encode(words: &str) -> String {
    utf8_percent_encode(words, IN_DIRECTIVE).to_string()
}

/// A word as browsers compare it: without case, and without the marks round it.
fn bare(word: &str) -> String {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() { word.to_owned() } else { bare.to_lowercase() }
}

/// Where each run of `count` words stands first.
fn first_places(words: &[String], count: usize) -> HashMap<&[String], usize> {
    let mut places = HashMap::with_capacity(words.len());
    for (at, run) in words.windows(count).enumerate() {
        places.entry(run).or_insert(at);
    }
    places
}

/// Whether a short sentence stands nowhere before.
fn first_place(words: &[String], range: std::ops::Range<usize>, firsts: &[HashMap<&[String], usize>]) -> bool {
    // The longest run that it has, from its beginning, tells; a shorter sentence is looked for.
    match TRIED.iter().rposition(|&count| count <= range.len()) {
        Some(tried) => firsts[tried].get(&words[range.start..range.start + TRIED[tried]]) == Some(&range.start),
        None => {
            const LOOKED_AT: usize = 20_000;
            let from = range.start.saturating_sub(LOOKED_AT);
            range.is_empty() || !words[from..range.start].windows(range.len()).any(|run| run == &words[range.clone()])
        }
    }
}
