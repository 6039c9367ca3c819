//! The tags of a page as a parser will see them, read from its bytes in one pass: comments, quoted values and the
//! content of scripts are skipped, as the HTML standard's tokenizer does (WHATWG HTML, § 13.2.5).

/// One tag.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'a> {
    /// Its name as it is written.
    pub name: &'a str,
    pub closing: bool,
    /// What stands between its name and its end.
    pub rest: &'a str,
    /// How many attributes it has.
    pub attributes: usize,
}

/// Elements whose content is text for the tokenizer.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Elements in SVG and MathML whose content is HTML again.
const HTML_AGAIN: [&str; 9] = ["foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"];

/// Elements that end SVG and MathML round them.
const BREAKOUT: [&str; 44] = [
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strong",
    "strike",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
];

/// Calls `each` with every tag of `source`, in order, until it says that it has seen enough (`false`).
pub(super) fn each_tag<'a>(source: &'a str, mut each: impl FnMut(Tag<'a>) -> bool) {
    let bytes = source.as_bytes();
    let mut at = 0;
    // The open roots of SVG and MathML, and the islands of HTML in them: whether the content is foreign.
    let mut islands: Vec<(String, bool)> = Vec::new();
    while let Some(found) = bytes[at..].iter().position(|&byte| byte == b'<') {
        at += found + 1;
        let foreign = islands.last().is_some_and(|(_, foreign)| *foreign);
        let rest = &bytes[at..];
        if rest.starts_with(b"!--") {
            at = end_of_comment(bytes, at + 3);
            continue;
        }
        if foreign && rest.starts_with(b"![CDATA[") {
            at = find(bytes, at, b"]]>").map_or(bytes.len(), |end| end + 3);
            continue;
        }
        let closing = rest.first() == Some(&b'/');
        let start = at + usize::from(closing);
        if !bytes.get(start).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let length = bytes[start..].iter().take_while(|byte| !ends_name(**byte)).count();
        let (end, attributes) = attributes(bytes, start + length);
        let tag = Tag { name: &source[start..start + length], closing, rest: &source[start + length..end], attributes };
        at = end;
        let name = if length <= 16 { tag.name.to_ascii_lowercase() } else { String::new() };
        if closing {
            if islands.last().is_some_and(|(own, _)| *own == name) {
                islands.pop();
            }
        } else if !foreign && RAW.contains(&name.as_str()) {
            at = end_of_raw(bytes, at, name.as_bytes());
        } else if matches!(name.as_str(), "svg" | "math") {
            if islands.len() < 64 {
                islands.push((name, true));
            }
        } else if foreign && HTML_AGAIN.contains(&name.as_str()) && !tag.rest.ends_with('/') {
            if islands.len() < 64 {
                islands.push((name, false));
            }
        } else if foreign && BREAKOUT.contains(&name.as_str()) {
            while islands.last().is_some_and(|(_, foreign)| *foreign) {
                islands.pop();
            }
        }
        if !each(tag) {
            return;
        }
    }
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')
}

/// The end of the tag whose name ends at `at`, before its `>`, and the number of its attributes.
fn attributes(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let mut count = 0;
    loop {
        let blanks = bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b'/').count();
        at += blanks;
        match bytes.get(at) {
            None | Some(b'>') => return (at, count),
            Some(_) => count += 1,
        }
        // A name may begin with the sign of equality.
        at += 1;
        at += bytes[at..].iter().take_while(|byte| !ends_name(**byte) && **byte != b'=').count();
        let blanks = bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        if bytes.get(at + blanks) != Some(&b'=') {
            continue;
        }
        at += blanks + 1;
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        match bytes.get(at) {
            Some(&quote @ (b'"' | b'\'')) => {
                let value = &bytes[at + 1..];
                at += value.iter().position(|&byte| byte == quote).map_or(value.len() + 1, |end| end + 2);
            }
            _ => at += bytes[at..].iter().take_while(|byte| !byte.is_ascii_whitespace() && **byte != b'>').count(),
        }
    }
}

/// Behind the comment whose `<!--` ends at `at`.
fn end_of_comment(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    if rest.starts_with(b">") {
        return at + 1;
    }
    if rest.starts_with(b"->") {
        return at + 2;
    }
    let plain = find(bytes, at, b"-->").map(|end| end + 3);
    let banged = find(&bytes[..plain.unwrap_or(bytes.len())], at, b"--!>").map(|end| end + 4);
    banged.or(plain).unwrap_or(bytes.len())
}

/// Where the closing tag of the element `name` begins, whose content is text.
fn end_of_raw(bytes: &[u8], mut at: usize, name: &[u8]) -> usize {
    while let Some(found) = find(bytes, at, b"</") {
        let own = bytes.get(found + 2..found + 2 + name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
        if own && bytes.get(found + 2 + name.len()).is_none_or(|byte| ends_name(*byte)) {
            return found;
        }
        at = found + 2;
    }
    bytes.len()
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let from = from.min(bytes.len());
    bytes[from..].windows(what.len()).position(|window| window == what).map(|at| from + at)
}
