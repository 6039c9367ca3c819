//! Which elements are read at all, which stand within lines, which tables hold data.

use dom_query::NodeRef;

use super::marks::key_of;
use crate::span::beginning;

/// Whether an element says that it holds a story's title: by microdata, or by a class like `article__title`.
pub(super) fn is_titled(node: &NodeRef) -> bool {
    const TITLES: [&str; 6] = ["title", "headline", "heading", "head", "hed", "zagolovok"];
    const OF_STORIES: [&str; 14] = [
        "entry",
        "post",
        "article",
        "news",
        "content",
        "story",
        "page",
        "material",
        "single",
        "main",
        "detail",
        "publication",
        "topic",
        "text",
    ];
    if node.attr("itemprop").is_some_and(|property| property.split(' ').any(|word| word == "headline")) {
        return true;
    }
    let class = node.class().unwrap_or_default();
    let has = |key: &str, words: &[&str]| key.split('-').any(|word| words.contains(&word));
    let named = |class: &str| {
        let key = key_of(class);
        // `newstitle`, `ArtTitle`
        let joined = |word: &str| {
            let start = TITLES.iter().find_map(|title| word.strip_suffix(title)).unwrap_or("");
            OF_STORIES.iter().chain(&["art", "n"]).any(|story| start == *story)
        };
        has(&key, &["headline"]) || has(&key, &TITLES) && has(&key, &OF_STORIES) || key.split('-').any(joined)
    };
    beginning(&class, 300).split_whitespace().any(named)
}

/// Whether text is made larger or heavier than running text, as headings are that no element names.
pub(super) fn is_large(node: &NodeRef) -> bool {
    if let Some(size) = node.attr("size") {
        let size = size.trim();
        return size.strip_prefix('+').is_some_and(|more| more.parse::<u8>().is_ok_and(|more| more >= 1))
            || size.parse::<u8>().is_ok_and(|size| size >= 4);
    }
    let Some(style) = node.attr("style") else { return false };
    let style = beginning(&style, 500).to_ascii_lowercase().replace(' ', "");
    let pixels = style.split_once("font-size:").and_then(|(_, rest)| {
        let (size, _) = rest.split_once("px")?;
        size.parse::<f32>().ok()
    });
    pixels.is_some_and(|pixels| pixels >= 20.0)
        || style.contains("font-weight:bold")
        || style.contains("font-weight:700")
}

/// Whether a table holds data: rows of cells without blocks of text in them. Other tables lay pages out.
pub(super) fn is_data_table(table: &NodeRef) -> bool {
    let (mut rows, mut cells, mut longest) = (0, 0, 0);
    for node in table.descendants_it() {
        let Some(name) = node.node_name() else { continue };
        match &*name {
            "tr" => rows += 1,
            "td" | "th" => {
                cells += 1;
                longest = longest.max(node.normalized_char_count());
            }
            "table" | "h1" | "h2" | "h3" | "ul" | "ol" | "div" | "form" | "article" => return false,
            _ => {}
        }
    }
    rows >= 2 && cells >= 2 * rows && longest <= 200
}

/// Whether an element has nothing in it but a class, by which sites draw icons. Emoji are words of their sentence.
pub(super) fn is_icon(node: &NodeRef) -> bool {
    let class = node.class().unwrap_or_default().to_lowercase();
    !class.is_empty() && !class.contains("emoji") && node.first_child().is_none()
}

/// Elements whose content no reader sees as text.
pub(super) fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "head"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "embed"
            | "canvas"
            | "audio"
            | "video"
            | "map"
            | "select"
            | "datalist"
            | "textarea"
            | "input"
            | "img"
            | "picture"
            | "source"
            | "noframes"
            | "noscript"
            | "amp-ad"
            | "amp-analytics"
            | "amp-sidebar"
            | "ins-ad"
            | "wbr"
            | "link"
            | "meta"
            | "title"
    )
}

/// Elements that stand within lines.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "nobr"
            | "q"
            | "ruby"
            | "rb"
            | "rt"
            | "rp"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
    )
}
