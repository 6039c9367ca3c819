//! The Markdown that drafts are written in, and read back from.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::page::KeyPoint;

/// The extensions that the dossier's Markdown has: `[[wikilinks]]`, tables, footnotes, strikethrough.
pub fn options() -> Options {
    Options::ENABLE_WIKILINKS | Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH
}

/// `text` as Markdown that shows just that text: nothing in it is markup any more.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c.is_ascii_punctuation()
            && !matches!(c, ',' | ';' | ':' | '/' | '%' | '"' | '\'' | '?' | '(' | ')' | '.' | '-')
        {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escape_block_start(&escaped)
}

/// Keeps the start of a list item from being read as a list of its own («- да», «1. да», «1) да»).
fn escape_block_start(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker_at = match text[digits..].chars().next() {
        Some('-') if digits == 0 => digits,
        Some('.' | ')') if digits > 0 => digits,
        _ => return text.to_owned(),
    };
    format!("{}\\{}", &text[..marker_at], &text[marker_at..])
}

/// A link to the entity called `name`, shown as `shown`.
pub fn wikilink(name: &str, shown: &str) -> String {
    // A wikilink has no escapes: a name that would break out of it stays plain text.
    let breaks = |text: &str| text.contains(['[', ']', '|', '\n', '\\', '<', '>', '`', '*', '_', '#', '^', '&']);
    if breaks(name) || breaks(shown) {
        return escape(shown);
    }
    if name == shown { format!("[[{name}]]") } else { format!("[[{name}|{shown}]]") }
}

/// The key points that a body lists: the top-level items of its first list, as plain text, each with
/// the sentence it links to. A body without a list has its first paragraph for one.
pub fn key_points(body: &str) -> Vec<KeyPoint> {
    let mut points = Vec::new();
    let mut paragraph = None;
    let mut current: Option<KeyPoint> = None;
    let mut depth = 0;
    let mut in_anchor = false;
    for event in Parser::new_ext(body, options()) {
        match event {
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) => {
                depth -= 1;
                if depth == 0 {
                    return points;
                }
            }
            Event::Start(Tag::Item) if depth == 1 => current = Some(KeyPoint::default()),
            Event::End(TagEnd::Item) if depth == 1 => points.extend(current.take().map(tidy).filter(has_text)),
            Event::Start(Tag::Paragraph) if depth == 0 && paragraph.is_none() => current = Some(KeyPoint::default()),
            Event::End(TagEnd::Paragraph) if depth == 0 && paragraph.is_none() => paragraph = current.take(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                if let (Some(point), Some(anchor)) = (&mut current, sentence_anchor(&dest_url)) {
                    in_anchor = true;
                    if point.anchor.is_some() {
                        point.told_by.get_or_insert_default();
                    }
                    point.anchor.get_or_insert_with(|| anchor.to_owned());
                }
            }
            Event::End(TagEnd::Link) => in_anchor = false,
            Event::Text(text) if in_anchor && depth <= 1 => {
                if let Some(told_by) = current.as_mut().and_then(|point| point.told_by.as_mut()) {
                    told_by.push_str(&text);
                }
            }
            Event::Text(text) | Event::Code(text) if !in_anchor && depth <= 1 => {
                if let Some(point) = &mut current {
                    point.text.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(point) = &mut current {
                    point.text.push(' ');
                }
            }
            _ => {}
        }
    }
    paragraph.map(tidy).filter(has_text).into_iter().collect()
}

fn tidy(point: KeyPoint) -> KeyPoint {
    // A second link to a sentence is an attribution only in the brackets that a draft gives it.
    let told_by = point.told_by.filter(|told_by| told_by.starts_with('[') && told_by.ends_with(']'));
    let text = point.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, rest) = text.split_at(added_marks(text.chars(), ('[', ']')));
    let behind = added_marks(rest.chars().rev(), (']', '['));
    let (mut rest, mut behind) = rest.split_at(rest.len() - behind);
    let mut before = before;
    // Marks with nothing between them are all that there is.
    if rest.trim().is_empty() {
        (before, rest, behind) = ("", &text, "");
    }
    KeyPoint { text: rest.trim().to_owned(), added: (before.to_owned(), behind.to_owned()), told_by, ..point }
}

/// How many bytes quotation marks in brackets take («[»]»), at the beginning of `letters`, read from either end, with the
/// bracket that comes first from there and the one that comes last.
fn added_marks(letters: impl Iterator<Item = char>, (first, last): (char, char)) -> usize {
    let mut length = 0;
    for (at, c) in letters.enumerate() {
        length += c.len_utf8();
        match c {
            _ if at == 0 && c != first => return 0,
            _ if at > 1 && c == last => return length,
            '«' | '»' | '“' | '”' | '„' | '"' => {}
            _ if at == 0 => {}
            _ => return 0,
        }
    }
    0
}

fn has_text(point: &KeyPoint) -> bool {
    !point.text.is_empty()
}

/// `#p3s2` or `#p3`, without the number sign.
fn sentence_anchor(url: &str) -> Option<&str> {
    let anchor = url.strip_prefix('#')?;
    let rest = anchor.strip_prefix('p')?;
    rest.chars().all(|c| c.is_ascii_digit() || c == 's').then_some(anchor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markdown: &str) -> String {
        let whole = |point: KeyPoint| format!("{}{}{}", point.added.0, point.text, point.added.1);
        key_points(&format!("- {markdown}\n")).pop().map(whole).unwrap_or_default()
    }

    proptest::proptest! {
        #[test]
        fn escaped_text_is_shown_as_it_was(text in "[ -~а-яё«»—№&]{1,60}") {
            let expected = text.split_whitespace().collect::<Vec<_>>().join(" ");
            proptest::prop_assume!(!expected.is_empty());
            // White space round marks that were added is not kept.
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(letters(&shown(&escape(&expected))), letters(&expected));
        }
    }

    #[test]
    fn added_marks_are_told_from_the_text() {
        let parts = |markdown: &str| {
            let point = key_points(&format!("- {markdown}\n")).pop().unwrap();
            (point.added.0, point.text, point.added.1)
        };
        let of = |before: &str, text: &str, behind: &str| (before.to_owned(), text.to_owned(), behind.to_owned());
        assert_eq!(parts("Он сказал: «Да.\\[»\\]"), of("", "Он сказал: «Да.", "[»]"));
        assert_eq!(parts("\\[«\\]Да», — сказал он."), of("[«]", "Да», — сказал он.", ""));
        assert_eq!(parts("\\[»\\]"), of("", "[»]", ""));
        assert_eq!(parts("»»\\["), of("", "»»[", ""));
    }

    #[test]
    fn wikilinks_and_anchors_are_read_back() {
        let body =
            "## Тезисы\n\n- [[Касым-Жомарт Токаев|Токаев]] прилетел. [¶ 3](#p3s2)\n- второй\n  - вложенный\n\nТекст\n";
        let points = key_points(body);
        let expected = KeyPoint {
            text: "Токаев прилетел.".into(), anchor: Some("p3s2".into()), ..KeyPoint::default()
        };
        assert_eq!(points[0], expected);
        assert_eq!(points.len(), 2);
    }

    #[test]
    fn who_says_a_point_is_read_back_and_is_no_part_of_it() {
        let points = key_points(
            "- Рубль вырос. [¶ 3](#p3s2) [\\[Об этом пишет РБК\\]](#p3s3)\n- Два. [¶ 1](#p1s1) [¶ 2](#p2s1)\n",
        );
        assert_eq!(points[0].text, "Рубль вырос.");
        assert_eq!(points[0].anchor.as_deref(), Some("p3s2"));
        assert_eq!(points[0].attributed(), "Рубль вырос. [Об этом пишет РБК]");
        assert_eq!(points[1].attributed(), "Два.");
    }

    #[test]
    fn added_quotation_marks_are_read_back_and_are_no_part_of_a_point() {
        let points =
            key_points("- «Рубль вырос.\\[»\\] [¶ 3](#p3s2)\n- \\[«\\]Рубль вырос», – сказал он.\n- Два [2] [а]\n");
        assert_eq!((points[0].text.as_str(), points[0].shown().as_str()), ("«Рубль вырос.", "«Рубль вырос.[»]"));
        assert_eq!(points[1].text, "Рубль вырос», – сказал он.");
        assert_eq!(points[1].shown(), "[«]Рубль вырос», – сказал он.");
        assert_eq!(points[2].text, "Два [2] [а]");
    }

    #[test]
    fn a_body_in_prose_has_its_first_paragraph() {
        assert_eq!(key_points("# Заголовок\n\nПервый *абзац*.\n\nВторой.").first().unwrap().text, "Первый абзац.");
    }

    #[test]
    fn names_cannot_break_out_of_a_link() {
        assert_eq!(wikilink("a]] <script>", "b"), "b");
        assert_eq!(shown(&wikilink("Ёж", "a|b]]")), "a|b]]");
    }
}
