//! A saved page of a Telegram channel: each post of some length is an article.

use super::gathered::Gathered;
use super::{Body, Piece, Read};
use crate::diagnostic::Diagnostic;
use crate::intake::article::Sourced;
use crate::intake::html::{self, Post};
use crate::intake::metadata::{self, Known};
use crate::intake::{Options, files};

/// Reads the posts of a page. `None` where it shows none.
///
/// A post that is alone on its page is read whatever its length: somebody saved it.
pub(super) fn read(name: &str, source: &str, options: &Options) -> Option<Read> {
    let posts = html::posts(source);
    if posts.is_empty() {
        return None;
    }
    let alone = posts.len() == 1;
    let length = |post: &Post| post.text.chars().filter(|c| !c.is_whitespace()).count();
    let (long, short): (Vec<Post>, Vec<Post>) =
        posts.into_iter().partition(|post| alone || length(post) >= options.shortest_post);
    let mut gathered = Gathered::new(name);
    for post in long {
        if !gathered.is_full() {
            gathered.add((piece(name, post, alone), Vec::new()));
        }
    }
    let (pieces, mut diagnostics) = gathered.finish();
    if !short.is_empty() {
        let message =
            format!("has {} posts shorter than {} characters, which are left out", short.len(), options.shortest_post);
        diagnostics.push(Diagnostic::note(name, message).hint("`shortest_post` in dossier.toml sets the length"));
    }
    Some((pieces, diagnostics))
}

fn piece(name: &str, post: Post, alone: bool) -> Piece {
    let number = post.id.rsplit('/').next().unwrap_or(&post.id);
    let known = Known {
        published: post.published.map(Sourced::metadata),
        outlet: post.channel.as_deref().and_then(metadata::text),
        authors: post.forwarded_from.as_deref().and_then(metadata::text).into_iter().collect(),
        url: metadata::url(&format!("https://t.me/{}", post.id)),
        ..Known::default()
    };
    Piece {
        id: (!alone).then(|| format!("{}-{number}", files::stem(name))),
        line: None,
        body: Body::Text(post.text),
        known,
        fallback: Known::default(),
    }
}
