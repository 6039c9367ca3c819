//! Posts of channels as Telegram shows them in browsers (`t.me/s/…`, embedded posts).

use dom_query::{Document, NodeRef};

use super::{clean, parse, tree};
use crate::calendar::Moment;
use crate::intake::metadata;

/// The class of the box round a post's text.
const TEXT: &str = "tgme_widget_message_text";

/// A post.
#[derive(Debug)]
pub(in crate::intake) struct Post {
    /// `channel/number`, as far as the page gives it.
    pub id: String,
    /// Its paragraphs, an empty line between them.
    pub text: String,
    pub channel: Option<String>,
    pub published: Option<Moment>,
    /// The channel or person whose words it passes on.
    pub forwarded_from: Option<String>,
}

/// The posts on a page, in its order. Empty where it is no page of a channel, or cannot be parsed.
pub(in crate::intake) fn posts(source: &str) -> Vec<Post> {
    if !source.contains(TEXT) {
        return Vec::new();
    }
    let Ok(document) = parse(source) else { return Vec::new() };
    let messages = document.select(".tgme_widget_message[data-post]");
    messages.nodes().iter().filter_map(post).collect()
}

fn post(message: &NodeRef) -> Option<Post> {
    let of_class = |class: &str| message.descendants_it().find(|inner| inner.has_class(class));
    let line = |class: &str| of_class(class).map(|node| clean(&node.text())).filter(|text| !text.is_empty());
    // A post that answers another shows the beginning of that in a box of its own.
    let own = |node: &NodeRef| {
        let quoted = |outer: &NodeRef| outer.has_class("tgme_widget_message_reply");
        node.has_class(TEXT) && !node.ancestors_it(Some(6)).any(|outer| quoted(&outer))
    };
    let text = message.descendants_it().find(own)?;
    let shown = tree::read(&Document::from(text.html()));
    let paragraphs: Vec<String> = shown.blocks.iter().map(|block| clean(&block.text)).collect();
    // An edited post shows the day on which it was posted all the same.
    let times = message.descendants_it().filter(|inner| inner.has_name("time"));
    let published = times.filter_map(|time| time.attr("datetime")).find_map(|value| metadata::moment(&value).ok());
    Some(Post {
        id: message.attr("data-post").map(|id| id.trim().to_owned())?,
        text: paragraphs.join("\n\n"),
        channel: line("tgme_widget_message_owner_name"),
        published,
        forwarded_from: line("tgme_widget_message_forwarded_from_name"),
    })
}
