//! Which `<meta>` gives which day. Every system has a dialect: the names are compared by their letters alone.

use crate::calendar::Moment;
use crate::intake::metadata;

/// Names that give the day of publication, the surest first.
const PUBLISHED: [&str; 30] = [
    "articlepublishedtime",
    "articlepublished",
    "articlepublisheddate",
    "ogpublishedtime",
    "ogarticlepublishedtime",
    "datepublished",
    "pubdate",
    "publishdate",
    "publisheddate",
    "mediatorpublishedtime",
    "yaovsuploaddate",
    "parselypubdate",
    "sailthrudate",
    "dcdateissued",
    "dctermsissued",
    "dcdatecreated",
    "dctermscreated",
    "dctermsdate",
    "dcdate",
    "dctermsavailable",
    "citationpublicationdate",
    "citationonlinedate",
    "citationdate",
    "publishedat",
    "publishedtime",
    "articledateoriginal",
    "date",
    "created",
    "creationdate",
    "datecreated",
];

/// Names that give the day of the last change.
const MODIFIED: [&str; 7] = [
    "articlemodifiedtime",
    "ogupdatedtime",
    "datemodified",
    "dcdatemodified",
    "dctermsmodified",
    "lastmod",
    "lastmodified",
];

/// What a name of no known dialect has in it, if it gives the day of publication, and what it has not.
const PUBLISHING: [&str; 6] = ["publish", "pubdate", "publicationdate", "issued", "posted", "releasedate"];
const OTHERWISE: [&str; 10] =
    ["modif", "updat", "revis", "publisher", "expir", "unpublish", "lastpublish", "embargo", "status", "until"];

/// The day of publication among fields with their names.
pub(super) fn published(metas: &[(String, String)]) -> Option<Moment> {
    let named = |name: &str| metas.iter().filter(move |(own, _)| plain(own) == name).find_map(|(_, value)| day(value));
    let known = PUBLISHED.iter().find_map(|name| named(name));
    let says = |name: &str| {
        PUBLISHING.iter().any(|part| name.contains(part)) && !OTHERWISE.iter().any(|part| name.contains(part))
    };
    known.or_else(|| metas.iter().filter(|(name, _)| says(&plain(name))).find_map(|(_, value)| day(value)))
}

/// The day of the last change.
pub(super) fn modified(metas: &[(String, String)]) -> Option<Moment> {
    let named = |name: &str| metas.iter().filter(move |(own, _)| plain(own) == name).find_map(|(_, value)| day(value));
    MODIFIED.iter().find_map(|name| named(name))
}

fn day(value: &str) -> Option<Moment> {
    metadata::moment(value).ok()
}

fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}
