//! Finds the addresses and ids in HTML, without building a tree.
//!
//! Not a parser for the web: it reads what templates write. Comments, scripts and styles are passed
//! over; values may have double quotes, single quotes or none.

/// An attribute that matters to links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute<'h> {
    /// `id`, or `href`, `src`, `poster`.
    pub name: &'static str,
    /// The value as it stands, escapes included.
    pub value: &'h str,
    /// 1-based line of the file.
    pub line: usize,
}

/// The `id`, `href`, `src` and `poster` attributes of `html`, in order.
pub fn attributes(html: &str) -> Vec<Attribute<'_>> {
    let mut found = Vec::new();
    let bytes = html.as_bytes();
    let (mut at, mut line, mut counted) = (0, 1, 0);
    while let Some(open) = html[at..].find('<').map(|offset| at + offset) {
        line += newlines(&bytes[counted..open]);
        counted = open;
        if html[open..].starts_with("<!--") {
            at = find_from(html, open + 4, "-->").map_or(html.len(), |end| end + 3);
            continue;
        }
        if !bytes.get(open + 1).is_some_and(u8::is_ascii_alphabetic) {
            at = open + 1;
            continue;
        }
        let name_end = end_of(bytes, open + 1, |byte| byte.is_ascii_whitespace() || byte == b'>' || byte == b'/');
        let name = &html[open + 1..name_end];
        at = read_tag(html, name_end, line, &mut found);
        for raw in ["script", "style"] {
            if name.eq_ignore_ascii_case(raw) {
                at = find_from(html, at, &format!("</{raw}")).unwrap_or(html.len());
            }
        }
    }
    found
}

/// Reads the attributes of a tag, from behind its name to behind its `>`.
fn read_tag<'h>(html: &'h str, from: usize, tag_line: usize, found: &mut Vec<Attribute<'h>>) -> usize {
    let bytes = html.as_bytes();
    let mut at = from;
    loop {
        at = end_of(bytes, at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        match bytes.get(at) {
            None => return html.len(),
            Some(b'>') => return at + 1,
            Some(_) => {}
        }
        let name_end = end_of(bytes, at + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/'));
        let name = &html[at..name_end];
        let equals = end_of(bytes, name_end, |byte| !byte.is_ascii_whitespace());
        if bytes.get(equals) != Some(&b'=') {
            at = name_end;
            continue;
        }
        let start = end_of(bytes, equals + 1, |byte| !byte.is_ascii_whitespace());
        let (start, end, next) = match bytes.get(start) {
            Some(&quote @ (b'"' | b'\'')) => {
                let end = end_of(bytes, start + 1, |byte| byte == quote);
                (start + 1, end, (end + 1).min(html.len()))
            }
            _ => {
                let end = end_of(bytes, start, |byte| byte.is_ascii_whitespace() || byte == b'>');
                (start, end, end)
            }
        };
        for wanted in ["id", "href", "src", "poster"] {
            if name.eq_ignore_ascii_case(wanted) {
                let line = tag_line + newlines(&bytes[from..start]);
                found.push(Attribute { name: wanted, value: &html[start..end], line });
            }
        }
        at = next;
    }
}

/// The first place from `at` on whose byte satisfies `stop`; the end where none does.
///
/// What stops it is an ASCII byte, or the first byte that is no white space: always a character boundary.
fn end_of(bytes: &[u8], at: usize, stop: impl Fn(u8) -> bool) -> usize {
    let at = at.min(bytes.len());
    bytes[at..].iter().position(|&byte| stop(byte)).map_or(bytes.len(), |offset| at + offset)
}

fn find_from(html: &str, at: usize, needle: &str) -> Option<usize> {
    html.get(at..)?.find(needle).map(|offset| at + offset)
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str) -> Vec<(&'static str, &str, usize)> {
        attributes(html).into_iter().map(|attribute| (attribute.name, attribute.value, attribute.line)).collect()
    }

    #[test]
    fn addresses_and_ids_are_found_with_their_lines() {
        let html = "<p id=a>x <a\n class=\"b\" HREF='/x?y&amp;z'>5 < 6</a>\n<!-- <a href=no> --><img alt=\"<a href=no>\" src=\"s.png\"/>\n<script>'<a href=no>'</script><b id=\"ж\">";
        assert_eq!(found(html), [("id", "a", 1), ("href", "/x?y&amp;z", 2), ("src", "s.png", 3), ("id", "ж", 4)]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(html in "[<>a-c=\"' \n/!жё-]{0,80}") {
            attributes(&html);
        }
    }
}
