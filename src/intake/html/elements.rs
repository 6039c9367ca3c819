//! Which elements are read at all, which stand within lines, which tables hold data.

use dom_query::NodeRef;

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
