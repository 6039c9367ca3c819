//! What elements say of themselves by name, class and attribute: that they are not the article.

use dom_query::NodeRef;

use crate::span::beginning;

/// Bytes of an element's classes, or of its id, that are looked at.
const LONGEST_NAMES: usize = 1000;

/// One sign against an element's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// The name of the rule, as in [`crate::intake::Removed::rule`].
    pub rule: &'static str,
    /// The wording that gave it away: what a site uses for its articles too is no sign there.
    pub sign: &'static str,
    /// Whether nothing that bears it is ever an article.
    pub sure: bool,
}

const fn mark(rule: &'static str, sign: &'static str) -> Mark {
    Mark { rule, sign, sure: false }
}

/// Parts of class names and ids, between hyphens. A trailing `*` lets the word go on.
const SIGNS: &[(&str, &[&str])] = &[
    (
        "page-comments",
        &[
            "comment",
            "comments*",
            "commentlist",
            "commentbox",
            "disqus*",
            "hypercomments*",
            "cackle*",
            "respond",
            "replies",
            "discussion*",
            "fbcomments",
            "feedback*",
            "otzyvy",
            "kommentar*",
        ],
    ),
    (
        "page-related",
        &[
            "related*",
            "relatedposts",
            "readalso",
            "read-also",
            "readmore",
            "read-more",
            "see-also",
            "seealso",
            "also-read",
            "alsoread",
            "look-also",
            "also",
            "recommend*",
            "recomend*",
            "similar*",
            "more-news",
            "other-news",
            "news-more",
            "last-news",
            "lastnews",
            "latest*",
            "popular*",
            "most-read",
            "mostread",
            "most-popular",
            "trending*",
            "outbrain*",
            "taboola*",
            "mgid*",
            "relap*",
            "smi2*",
            "infox*",
            "next-article*",
            "nextarticle",
            "prev-next",
            "post-navigation",
            "nav-links",
            "crosslink*",
            "read-next",
            "up-next",
            "more-stories",
            "more-from",
            "suggest*",
            "yarpp*",
            "matched-content",
            "anons*",
            "chitayte*",
            "chitaite*",
            "chitat",
            "po-teme",
            "by-theme",
            "on-topic",
            "inline-link*",
            "partner*",
            "exchange",
            "informer*",
            "teasers",
            "teaser-list",
            "news-list",
            "newslist",
            "news-feed",
            "newsfeed",
            "feed-list",
            "lenta",
            "interesting",
            "incut-link",
            "article-list",
            "articles-list",
            "posts-list",
            "post-list",
            "you-may*",
            "promo*",
            "top-news",
            "topnews",
            "carousel*",
            "hot-news",
            "ticker",
            "recirc*",
            "readers-also",
            "article-cards",
            "posts",
            "post-grid",
            "news-block-list",
            "storylist",
            "story-list",
        ],
    ),
    (
        "page-advert",
        &[
            "ad",
            "ads",
            "adv",
            "advert*",
            "adsense",
            "adfox*",
            "adslot*",
            "adunit*",
            "ad-slot",
            "ad-unit",
            "adbox",
            "banner*",
            "sponsor*",
            "dfp*",
            "gpt",
            "rtb*",
            "yandex-rtb*",
            "reklama*",
            "begun*",
            "google-auto-placed",
            "adsbygoogle",
            "adwrapper",
            "advertisement*",
            "adriver*",
        ],
    ),
    (
        "page-share",
        &[
            "share*",
            "sharing*",
            "sharedaddy",
            "social*",
            "socials",
            "soc",
            "addthis*",
            "addtoany*",
            "ya-share2*",
            "yashare*",
            "likely",
            "likes",
            "like",
            "reaction*",
            "pluso*",
            "uptolike*",
            "follow*",
            "messengers",
            "sosial*",
            "a2a*",
            "jp-relatedposts",
            "ssba*",
            "heateor*",
            "emoji*",
        ],
    ),
    (
        "page-subscribe",
        &[
            "subscribe*",
            "subscription*",
            "newsletter*",
            "signup*",
            "sign-up",
            "mailing*",
            "donat*",
            "support-us",
            "membership*",
            "push-notification*",
            "telegram-channel",
            "telegram-link",
            "tg-channel",
            "cta",
            "optin*",
            "mc-embed*",
            "paywall-*",
            "regwall*",
            "login*",
            "podpis*",
            "tg-banner",
            "in-telegram",
        ],
    ),
    (
        "page-tags",
        &[
            "tags",
            "tag-list",
            "taglist",
            "tag-cloud",
            "tagcloud",
            "tag-links",
            "article-tags",
            "post-tags",
            "hashtags*",
            "keywords",
            "cat-links",
            "tags-links",
            "entry-tags",
            "topics",
            "topic-list",
            "rubrics",
            "article-tag",
            "tag",
            "meta-tags",
        ],
    ),
    (
        "page-navigation",
        &[
            "nav",
            "navbar*",
            "navigation*",
            "menu*",
            "breadcrumb*",
            "crumbs",
            "bread-crumb*",
            "pagination*",
            "pager*",
            "paging",
            "toolbar*",
            "skip-link*",
            "topbar*",
            "top-bar",
            "sitemap*",
            "burger*",
            "search*",
            "language-switch*",
            "lang-switch*",
            "table-of-contents",
            "toc",
            "tocplus",
            "topline",
            "site-header",
            "masthead",
            "logo",
            "subnav*",
            "submenu*",
            "back-to*",
            "scroll-to-top",
            "totop",
            "to-top",
            "mainmenu",
        ],
    ),
    (
        "page-footer",
        &[
            "footer*",
            "copyright*",
            "colophon*",
            "counters*",
            "site-info",
            "bottom-bar",
            "orphus*",
            "mistape*",
            "report-error*",
            "error-report*",
            "typo-report*",
            "disclaimer*",
            "correction-form",
        ],
    ),
    ("page-sidebar", &["sidebar*", "side-bar", "widget*", "rail", "right-col*", "left-col*", "aside", "secondary"]),
    (
        "page-caption",
        &[
            "caption*",
            "figcaption*",
            "wp-caption-text",
            "photo-caption",
            "image-caption",
            "credit*",
            "credits",
            "photo-author*",
            "image-author*",
            "photo-credit*",
            "image-credit*",
            "image-desc*",
            "photo-desc*",
            "image-source",
            "photo-source",
            "photo-copyright",
            "image-copyright",
            "media-caption",
            "gallery*",
            "slider*",
            "slideshow*",
            "photo-title",
            "img-title",
            "image-title",
            "picture-desc*",
            "media-desc*",
            "photo-info",
            "cutline",
            "foto-podpis",
        ],
    ),
    (
        "page-byline",
        &[
            "byline*",
            "author*",
            "authors",
            "post-author",
            "author-box*",
            "article-meta",
            "post-meta",
            "entry-meta",
            "meta",
            "metadata",
            "article-date",
            "date",
            "publish-date",
            "post-date",
            "entry-date",
            "dateline",
            "timestamp",
            "datetime",
            "article-info",
            "post-info",
            "views*",
            "view-count*",
            "viewcount",
            "counter",
            "read-time",
            "reading-time",
            "article-time",
            "pubdate",
            "published",
            "posted-on",
            "postmetadata",
            "news-date",
            "bio",
            "about-author",
            "contributor*",
            "article-source-link",
        ],
    ),
    (
        "page-notice",
        &[
            "cookie*",
            "gdpr*",
            "consent*",
            "privacy-notice",
            "popup*",
            "pop-up*",
            "modal*",
            "overlay*",
            "tooltip*",
            "toast*",
            "notification*",
            "dialog*",
            "lightbox*",
            "snackbar",
            "alert-banner",
            "onesignal*",
            "cmp",
            "noprint",
            "no-print",
            "fancybox*",
        ],
    ),
    ("page-vote", &["rating*", "vote*", "voting", "poll", "polls", "quiz*", "survey*", "opros", "stars"]),
    (
        "page-player",
        &[
            "audio-player",
            "player*",
            "audio",
            "tts*",
            "speech*",
            "listen*",
            "video-player*",
            "podcast-player",
            "jwplayer*",
        ],
    ),
    (
        "hidden",
        &[
            "visually-hidden",
            "visuallyhidden",
            "sr-only",
            "screen-reader*",
            "hidden",
            "hide",
            "d-none",
            "invisible",
            "is-hidden",
        ],
    ),
];

/// The marks of an element.
pub(super) fn of(node: &NodeRef, name: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let sure = |rule, sign| Mark { rule, sign, sure: true };
    match name {
        "nav" | "menu" => found.push(sure("page-navigation", "nav")),
        "footer" => found.push(mark("page-footer", "footer")),
        "aside" => found.push(mark("page-sidebar", "aside")),
        "form" => found.push(mark("page-form", "form")),
        "button" | "option" => found.push(sure("page-form", "button")),
        "figcaption" => found.push(sure("page-caption", "figcaption")),
        "dialog" => found.push(sure("page-notice", "dialog")),
        "address" => found.push(mark("page-byline", "address")),
        _ => {}
    }
    if let Some(role) = node.attr("role") {
        match role.to_ascii_lowercase().as_str() {
            "navigation" | "menu" | "menubar" | "toolbar" | "search" | "tablist" => {
                found.push(sure("page-navigation", "role"));
            }
            "banner" => found.push(mark("page-navigation", "role=banner")),
            "contentinfo" => found.push(mark("page-footer", "role=contentinfo")),
            "complementary" | "note" => found.push(mark("page-sidebar", "role=complementary")),
            "dialog" | "alertdialog" | "tooltip" | "alert" => found.push(sure("page-notice", "role=dialog")),
            _ => {}
        }
    }
    if is_hidden(node) {
        found.push(mark("hidden", "hidden"));
    }
    let (class, id) = (node.class().unwrap_or_default(), node.id_attr().unwrap_or_default());
    let (class, id) = (beginning(&class, LONGEST_NAMES), beginning(&id, LONGEST_NAMES));
    if !class.is_empty() || !id.is_empty() {
        let key = key_of(&format!("{class} {id}"));
        found.extend(
            SIGNS.iter().flat_map(|(rule, signs)| {
                signs.iter().filter(|sign| bears(&key, sign)).map(move |sign| mark(rule, sign))
            }),
        );
    }
    match node.attr("itemprop").as_deref() {
        Some("author" | "publisher" | "datePublished" | "dateModified") => found.push(mark("page-byline", "itemprop")),
        Some("caption") => found.push(mark("page-caption", "itemprop")),
        Some("comment") => found.push(mark("page-comments", "itemprop")),
        _ => {}
    }
    found
}

fn is_hidden(node: &NodeRef) -> bool {
    let style = node.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    style.contains("display:none")
        || style.contains("visibility:hidden")
        || node.has_attr("hidden")
        || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
}

/// Classes and ids as words between hyphens: `relatedNews article__share` is `-related-news-article-share-`.
pub(super) fn key_of(names: &str) -> String {
    let mut key = String::with_capacity(names.len() + 8);
    key.push('-');
    let mut after_lower = false;
    for c in names.chars() {
        if c.is_ascii_uppercase() && after_lower {
            key.push('-');
        }
        after_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        if c.is_alphanumeric() {
            key.extend(c.to_lowercase());
        } else if !key.ends_with('-') {
            key.push('-');
        }
    }
    if !key.ends_with('-') {
        key.push('-');
    }
    key
}

fn bears(key: &str, sign: &str) -> bool {
    let (word, open) = match sign.strip_suffix('*') {
        Some(word) => (word, true),
        None => (sign, false),
    };
    key.match_indices(word).any(|(at, _)| {
        let after = key[at + word.len()..].chars().next();
        at > 0 && key.as_bytes()[at - 1] == b'-' && (open || after == Some('-'))
    })
}
