//! What a page may cost to parse, reckoned from its tags before it is parsed.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use dom_query::{Document, NodeRef};

use super::tokens::{Tag, each_tag};

/// Elements may lie this deep in each other. Browsers stop at 512.
const MAX_DEPTH: usize = 1500;

/// Tags that a page may have, opening and closing ones.
const MAX_TAGS: usize = 400_000;

/// Comparisons of attributes that a page may ask for: each attribute is compared with all before it in its tag.
const MAX_COMPARISONS: usize = 1_000_000_000;

/// Elements that unclosed formatting may be copied into: `<b>` or `<font>` that nobody closes is opened again in
/// each block after it.
const MAX_COPIES: usize = 2_000_000;

/// Character references in one stretch of text: the parser adds each to the text before it, which it copies at times.
const MAX_REFERENCES: usize = 200_000;

/// Whether a page may be parsed.
///
/// # Errors
/// Says what it has too much of.
pub(super) fn check(source: &str) -> Result<(), String> {
    let references = |text: &str| text.bytes().filter(|&byte| byte == b'&').count();
    if let Some(count) = source.split('<').map(references).find(|&count| count > MAX_REFERENCES) {
        return Err(format!(
            "has {count} character references in one text, and no more than {MAX_REFERENCES} are read"
        ));
    }
    let mut reckoner = Reckoner::default();
    let mut fault = None;
    each_tag(source, |tag| {
        fault = reckoner.add(tag).err();
        fault.is_none()
    });
    fault.map_or(Ok(()), Err)
}

/// Whether a parsed page may be read: what mends broken markup may have put more into it than its tags say.
///
/// # Errors
/// Says what it has too much of.
pub(super) fn check_tree(document: &Document) -> Result<(), String> {
    let mut open = vec![(document.html_root(), 1)];
    while let Some((node, depth)) = open.pop() {
        if depth > 2 * MAX_DEPTH {
            return Err(format!("has elements more than {MAX_DEPTH} deep in each other once it is mended"));
        }
        open.extend(node.children_it(false).filter(NodeRef::is_element).map(|child| (child, depth + 1)));
    }
    Ok(())
}

#[derive(Default)]
struct Reckoner {
    tags: usize,
    comparisons: usize,
    copies: usize,
    /// The open elements, outermost first.
    open: Vec<Open>,
    /// How many of them count as deep.
    depth: usize,
    /// Formatting that waits to be closed: digests of the name and of the whole tag.
    formatting: Vec<(u64, u64)>,
    /// How many of each whole tag wait.
    alike: HashMap<u64, usize>,
}

impl Reckoner {
    fn add(&mut self, tag: Tag) -> Result<(), String> {
        self.tags += 1;
        if self.tags > MAX_TAGS {
            return Err(format!("has more than {MAX_TAGS} tags, and no more are read"));
        }
        self.comparisons = self.comparisons.saturating_add(tag.attributes.saturating_mul(tag.attributes) / 2);
        if self.comparisons > MAX_COMPARISONS {
            return Err(format!("has too many attributes, {} of them in one tag", tag.attributes));
        }
        let name = tag.name.to_ascii_lowercase();
        let digest = digest_of(&name);
        if is_formatting(&name) {
            // A link ends the one before it.
            if !tag.closing && matches!(name.as_str(), "a" | "nobr") {
                self.unformat(digest);
            }
            self.format(tag, digest);
        }
        self.copies += self.formatting.len();
        if self.copies > MAX_COPIES {
            return Err(format!("has {} tags such as <b> or <font> that nothing closes", self.formatting.len()));
        }
        if tag.closing {
            // A closing tag without an opening one closes nothing.
            if let Some(at) = self.open.iter().rposition(|open| open.name == digest) {
                self.close(at);
            }
        } else if !is_void(&name) {
            let kind = kind_of(&name);
            if kind == Kind::Light
                && let Some(at) = self.ended_by(digest)
            {
                self.close(at);
            }
            self.open.push(Open { name: digest, kind });
            self.depth += usize::from(kind != Kind::Light);
            if self.depth > MAX_DEPTH || self.open.len() > 4 * MAX_DEPTH {
                return Err(format!("has elements more than {MAX_DEPTH} deep in each other, and no more are read"));
            }
        }
        Ok(())
    }

    /// The open element that a new one of the same name ends: `<p>` the paragraph before it, with the formatting in it.
    fn ended_by(&self, name: u64) -> Option<usize> {
        let own = (0..self.open.len()).rev().take_while(|&at| self.open[at].kind != Kind::Heavy);
        own.into_iter().find(|&at| self.open[at].name == name)
    }

    fn close(&mut self, at: usize) {
        let closed = self.open.drain(at..).filter(|open| open.kind != Kind::Light).count();
        self.depth -= closed;
    }

    /// Keeps the list of active formatting elements (WHATWG HTML, § 13.2.4.3), in which three may be alike.
    fn format(&mut self, tag: Tag, name: u64) {
        if tag.closing {
            return self.unformat(name);
        }
        let whole = digest_of(&(name, tag.rest));
        if self.alike.get(&whole).is_some_and(|count| *count >= 3)
            && let Some(at) = self.formatting.iter().position(|(_, own)| *own == whole)
        {
            self.forget(at);
        }
        self.formatting.push((name, whole));
        *self.alike.entry(whole).or_default() += 1;
    }

    /// Closes the last of the waiting elements of this name.
    fn unformat(&mut self, name: u64) {
        if let Some(at) = self.formatting.iter().rposition(|(own, _)| *own == name) {
            self.forget(at);
        }
    }

    fn forget(&mut self, at: usize) {
        let (_, whole) = self.formatting.remove(at);
        self.alike.entry(whole).and_modify(|count| *count = count.saturating_sub(1));
    }
}

fn digest_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Elements that are opened again behind the block in which they were left open.
fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "a" | "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small" | "strike" | "strong" | "tt" | "u"
    )
}

#[derive(Clone, Copy)]
struct Open {
    /// Digest of its name.
    name: u64,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It needs no closing tag: the next of its kind ends it.
    Light,
    /// It ends with what lies round it.
    Formatting,
    /// It lies as deep as it is written.
    Heavy,
}

fn kind_of(name: &str) -> Kind {
    match name {
        "p" | "li" | "td" | "th" | "tr" | "dd" | "dt" | "option" | "tbody" | "colgroup" => Kind::Light,
        name if is_formatting(name) => Kind::Formatting,
        _ => Kind::Heavy,
    }
}

/// Elements that have no content.
fn is_void(name: &str) -> bool {
    const VOID: [&str; 14] =
        ["br", "hr", "img", "input", "meta", "link", "source", "wbr", "area", "base", "col", "embed", "param", "track"];
    VOID.contains(&name)
}
