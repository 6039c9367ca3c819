//! `robots.txt`, as RFC 9309 has it: what a site asks programs to leave alone.

use std::borrow::Cow;

/// Our name in the groups of a `robots.txt`.
pub const PRODUCT: &str = "dossier";

/// Bytes of a `robots.txt` that are read; RFC 9309 asks for at least 500 KiB.
pub const MAX_BYTES: u64 = 512 << 10;

/// The rules that a site has for us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Robots {
    /// Paths are allowed or not by rules.
    Rules(Vec<Rule>),
    /// The site could not say, so nothing is allowed (RFC 9309, 2.3.1.4).
    Unreachable(String),
}

/// `Allow:` or `Disallow:` with its pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    allow: bool,
    pattern: String,
}

impl Robots {
    /// A site without a `robots.txt`.
    pub fn open() -> Self {
        Self::Rules(Vec::new())
    }

    /// Reads the rules for `product` (compared without regard to case): those of all groups that name
    /// it, or else of all groups for `*`.
    pub fn parse(text: &str, product: &str) -> Self {
        let (mut own, mut general) = (Vec::new(), Vec::new());
        let mut named = false;
        // Names of the group that is being read; a rule closes the list.
        let (mut is_ours, mut is_for_all, mut in_rules) = (false, false, false);
        for line in text.trim_start_matches('\u{FEFF}').lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else { continue };
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            match key.as_str() {
                "user-agent" => {
                    if in_rules {
                        (is_ours, is_for_all, in_rules) = (false, false, false);
                    }
                    is_for_all |= value == "*";
                    // «dossier/1.0» names the same product.
                    let name = value.split(['/', ' ']).next().unwrap_or_default();
                    is_ours |= name.eq_ignore_ascii_case(product);
                    named |= is_ours;
                }
                "allow" | "disallow" => {
                    in_rules = true;
                    // An empty pattern matches nothing.
                    if value.is_empty() {
                        continue;
                    }
                    let rule = Rule { allow: key == "allow", pattern: normal(value).into_owned() };
                    if is_ours {
                        own.push(rule.clone());
                    }
                    if is_for_all {
                        general.push(rule);
                    }
                }
                _ => {}
            }
        }
        Self::Rules(if named { own } else { general })
    }

    /// Whether the path (with its query) may be asked for: the longest pattern that matches decides, and
    /// between equals the one that allows.
    pub fn allows(&self, path: &str) -> bool {
        let Self::Rules(rules) = self else { return false };
        let path = normal(path);
        let matching = rules.iter().filter(|rule| matches(rule.pattern.as_bytes(), path.as_bytes()));
        matching.max_by_key(|rule| (rule.pattern.len(), rule.allow)).is_none_or(|rule| rule.allow)
    }
}

/// The path with `%`-escapes in one form: letters beyond ASCII escaped, digits of escapes in upper case.
fn normal(path: &str) -> Cow<'_, str> {
    if path.is_ascii() && !path.contains('%') {
        return Cow::Borrowed(path);
    }
    let mut normal = String::with_capacity(path.len());
    let bytes = path.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let escape = (bytes[at] == b'%').then(|| bytes.get(at + 1..at + 3)).flatten();
        match escape.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()) {
            Some(byte) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                normal.push(char::from(byte));
                at += 3;
            }
            Some(byte) => {
                normal.push_str(&format!("%{byte:02X}"));
                at += 3;
            }
            None => {
                match bytes[at] {
                    byte if byte.is_ascii() => normal.push(char::from(byte)),
                    byte => normal.push_str(&format!("%{byte:02X}")),
                }
                at += 1;
            }
        }
    }
    Cow::Owned(normal)
}

/// Whether `pattern` matches the beginning of `path`. `*` is any run of characters, `$` at the end of the
/// pattern the end of the path. Linear in both but for one step back to the last `*`.
fn matches(pattern: &[u8], path: &[u8]) -> bool {
    let (pattern, anchored) = match pattern.strip_suffix(b"$") {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let (mut p, mut at) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    loop {
        if p == pattern.len() {
            if !anchored || at == path.len() {
                return true;
            }
        } else if pattern[p] == b'*' {
            star = Some((p + 1, at));
            p += 1;
            continue;
        } else if at < path.len() && pattern[p] == path[at] {
            p += 1;
            at += 1;
            continue;
        }
        match star {
            Some((after, from)) if from < path.len() => {
                star = Some((after, from + 1));
                p = after;
                at = from + 1;
            }
            _ => return false,
        }
    }
}
