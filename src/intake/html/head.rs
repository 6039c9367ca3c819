//! What a page says of its article beside the text: `<meta>`, microdata, `<link>`, the comment of the
//! program that saved it.

use dom_query::{Document, NodeRef};

use super::json_ld::{self, Declared};
use crate::calendar::Moment;
use crate::intake::article::Sourced;
use crate::intake::datelines::{self, DateLabel};
use crate::intake::metadata::{self, Known};
use crate::intake::rules::key;
use crate::span::beginning;

/// Bytes of a field that are read.
const LONGEST_FIELD: usize = 2000;

/// The fields of a page, raw.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub declared: Declared,
    /// `<meta>` by lower-case `name`, `property` or `itemprop`, in document order.
    metas: Vec<(String, String)>,
    /// Microdata and RDFa in the body.
    properties: Vec<Property>,
    /// Of `<title>`.
    pub window_title: Option<String>,
    /// Headings of the first three ranks, with their places.
    headings: Vec<(usize, String)>,
    canonical: Option<String>,
    saved_from: Option<String>,
    saved_at: Option<Moment>,
    language: Option<String>,
    /// Every `<time datetime>`, and what the page says of it, with its place.
    times: Vec<(usize, DateLabel, String)>,
    authors: Vec<String>,
}

/// A property of a thing that the page describes.
#[derive(Debug)]
struct Property {
    /// Its place among the page's nodes.
    place: usize,
    /// In lower case, without a vocabulary before it.
    name: String,
    value: String,
}

/// Reads a document and the text that it was parsed from.
pub(super) fn read(document: &Document, source: &str) -> Head {
    let mut head = Head { language: document.html_root().attr("lang").map(|lang| lang.to_string()), ..Head::default() };
    let (mut scripts, mut named) = (Vec::new(), Vec::new());
    for (place, node) in document.html_root().descendants_it().enumerate() {
        let Some(name) = node.node_name() else { continue };
        match &*name {
            "meta" => head.meta(&node),
            "title" if head.window_title.is_none() && !is_in_svg(&node) => head.window_title = text_of(&node),
            "link" => {
                let relation = node.attr("rel").unwrap_or_default().to_lowercase();
                if relation == "canonical" && head.canonical.is_none() {
                    head.canonical = node.attr("href").map(|href| href.to_string());
                }
            }
            "script"
                if node.attr("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) =>
            {
                scripts.push(node.text().to_string());
            }
            "h1" | "h2" | "h3" => {
                let text = text_of(&node);
                named.extend(text.clone().filter(|_| &*name == "h1"));
                head.headings.extend(text.map(|text| (place, text)));
            }
            "time" => {
                if let Some(value) = node.attr("datetime") {
                    head.times.push((place, label_of(&node), value.to_string()));
                }
            }
            _ => {}
        }
        head.property(&node, &name, place);
    }
    named.extend(head.window_title.clone());
    head.declared = json_ld::read(&scripts, &named);
    head.read_saver(source);
    head
}

/// What a `<time>` is the time of: its class says so, its property, or the words before it.
fn label_of(node: &NodeRef) -> DateLabel {
    let class = node.class().unwrap_or_default().to_lowercase();
    let property = node.attr("itemprop").unwrap_or_default().to_lowercase();
    if node.has_attr("pubdate") || class.contains("publish") || class.contains("entry-date") {
        return DateLabel::Published;
    }
    if class.contains("updated") || class.contains("modified") || property == "datemodified" {
        return DateLabel::Modified;
    }
    let before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling).take(3);
    let words =
        before.map(|sibling| text_within(&sibling, LONGEST_FIELD).trim().to_owned()).find(|text| !text.is_empty());
    let own = text_within(node, LONGEST_FIELD);
    let words = words.unwrap_or_default();
    let last: Vec<&str> = words.split_whitespace().rev().take(4).collect();
    let nearest = last.into_iter().rev().collect::<Vec<_>>().join(" ");
    match datelines::label_of(&nearest) {
        DateLabel::Bare => datelines::label_of(&own),
        label => label,
    }
}

/// The text in `node` up to some `limit` in bytes; elements may hold the whole page.
fn text_within(node: &NodeRef, limit: usize) -> String {
    let mut text = String::new();
    for inner in std::iter::once(*node).chain(node.descendants_it()).filter(NodeRef::is_text) {
        let part = inner.text();
        text.push_str(beginning(&part, limit - text.len()));
        if text.len() + 4 > limit {
            break;
        }
    }
    text
}

fn is_in_svg(node: &NodeRef) -> bool {
    node.ancestors_it(Some(6)).any(|outer| outer.has_name("svg"))
}

fn text_of(node: &NodeRef) -> Option<String> {
    let text = crate::intake::normalise(&text_within(node, LONGEST_FIELD));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

impl Head {
    fn meta(&mut self, node: &NodeRef) {
        let Some(content) = node.attr("content") else { return };
        let content = beginning(&content, LONGEST_FIELD).split_whitespace().collect::<Vec<_>>().join(" ");
        if content.is_empty() {
            return;
        }
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            // A date of microdata is one of several on the page, and told by its place.
            let by_place = |key: &str| attribute == "itemprop" && key.starts_with("date");
            if let Some(key) = node.attr(attribute).filter(|key| !by_place(key.trim())) {
                self.metas.push((key.trim().to_lowercase(), content.clone()));
            }
        }
    }

    fn property(&mut self, node: &NodeRef, name: &str, place: usize) {
        let by_relation =
            node.attr("rel").is_some_and(|rel| rel.split(' ').any(|word| word == "author")) && name == "a";
        if by_relation {
            self.authors.extend(text_of(node));
        }
        // `<meta>` in the body is microdata of its own.
        let named = node.attr("itemprop").or_else(|| node.attr("property").filter(|_| name != "meta"));
        let Some(property) = named.filter(|_| name != "link") else { return };
        let attribute =
            |key: &str| node.attr(key).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        for property in property.split(' ') {
            let property = property.rsplit(':').next().unwrap_or(property);
            let value = match property {
                "datePublished" | "dateModified" | "dateCreated" | "created" | "issued" | "modified" => {
                    attribute("content").or_else(|| attribute("datetime")).or_else(|| text_of(node))
                }
                _ if name == "meta" => None,
                "headline" => text_of(node),
                "author" | "publisher" => {
                    let named = node.descendants_it().find(|inner| inner.attr("itemprop").as_deref() == Some("name"));
                    let named = named
                        .and_then(|inner| inner.attr("content").map(|it| it.to_string()).or_else(|| text_of(&inner)));
                    named.or_else(|| attribute("content")).or_else(|| text_of(node))
                }
                _ => None,
            };
            if let Some(value) = value.filter(|value| value.chars().count() <= 300) {
                let name = match property {
                    "created" => "datecreated".to_owned(),
                    "issued" => "datepublished".to_owned(),
                    "modified" => "datemodified".to_owned(),
                    other => other.to_lowercase(),
                };
                self.properties.push(Property { place, name, value });
            }
        }
    }

    /// The comments of SingleFile («Page saved with SingleFile», `url:`, `saved date:`) and of browsers
    /// («saved from url=(0042)https://…»).
    fn read_saver(&mut self, source: &str) {
        let start = beginning(source, 8192);
        if let Some((_, rest)) = start.split_once("saved from url=(") {
            let address = rest.split_once(')').map_or("", |(_, rest)| rest);
            self.saved_from = address
                .split([' ', '\r', '\n', '-'])
                .next()
                .map(|_| address.split("-->").next().unwrap_or("").trim().to_owned());
        }
        if let Some((_, rest)) = start.split_once("Page saved with SingleFile") {
            for line in rest.split("-->").next().unwrap_or("").lines() {
                let line = line.trim();
                if let Some(url) = line.strip_prefix("url:") {
                    self.saved_from = Some(url.trim().to_owned());
                } else if let Some(date) = line.strip_prefix("saved date:") {
                    self.saved_at = metadata::moment(date).ok();
                }
            }
        }
    }

    fn first_meta(&self, keys: &[&str]) -> Option<&str> {
        let find = |key: &&str| self.metas.iter().find(|(name, _)| name == key);
        keys.iter().find_map(find).map(|(_, value)| value.as_str())
    }

    fn first_property(&self, key: &str) -> Option<&str> {
        self.properties.iter().find(|property| property.name == key).map(|property| property.value.as_str())
    }

    /// The place of the heading that says the `title`.
    fn place_of(&self, title: Option<&str>) -> Option<usize> {
        let title = key(title?);
        self.headings.iter().find(|(_, heading)| key(heading) == title).map(|(place, _)| *place)
    }

    /// The title as the page's data gives it, the site's name perhaps still behind it.
    pub fn titles(&self) -> Vec<String> {
        let metas = ["og:title", "twitter:title", "dc.title", "headline", "title"];
        let all = metas.iter().filter_map(|key| self.first_meta(&[key])).chain(self.first_property("headline"));
        let all = all.map(str::to_owned).chain(self.declared.headline.clone()).chain(self.window_title.clone());
        all.map(|title| decoded(&title)).collect()
    }

    /// The name of the site.
    pub fn outlet(&self) -> Option<String> {
        let named = self.first_meta(&[
            "og:site_name",
            "application-name",
            "twitter:app:name:iphone",
            "publisher",
            "dc.publisher",
        ]);
        let named = named.map(str::to_owned).or_else(|| self.declared.publisher.clone());
        let named = named.or_else(|| self.first_property("publisher").map(str::to_owned));
        named.map(|name| decoded(&name)).filter(|name| name.split(' ').count() <= 8 && !name.contains("://"))
    }

    /// Everything but the title and the outlet.
    ///
    /// Pages describe other stories too: of dates of one kind the one nearest to the heading with the `title` is the
    /// article's.
    pub fn known(&self, title: Option<&str>) -> Known {
        let near = Near(self.place_of(title));
        let property = |name: &str| {
            near.of(self.properties.iter().filter(|own| own.name == name).map(|own| (own.place, own.value.as_str())))
        };
        let time = |label: DateLabel| {
            near.of(self.times.iter().filter(|time| time.1 == label).map(|time| (time.0, time.2.as_str())))
        };
        let published = [
            self.declared.published.as_deref(),
            self.first_meta(&[
                "article:published_time",
                "article:published",
                "og:published_time",
                "og:article:published_time",
                "datepublished",
                "pubdate",
                "publishdate",
                "publish_date",
                "publish-date",
                "article.published",
                "mediator_published_time",
                "ya:ovs:upload_date",
                "parsely-pub-date",
                "sailthru.date",
                "dc.date.issued",
                "dc.date.created",
                "dcterms.created",
                "dcterms.date",
                "dc.date",
                "citation_publication_date",
                "citation_date",
                "published_at",
                "published_time",
                "date",
                "article_date_original",
                "pub_date",
            ]),
            property("datepublished"),
            time(DateLabel::Published).or_else(|| time(DateLabel::Bare)),
            property("datecreated"),
        ];
        let modified = [
            self.declared.modified.as_deref(),
            self.first_meta(&[
                "article:modified_time",
                "og:updated_time",
                "datemodified",
                "dc.date.modified",
                "lastmod",
            ]),
            property("datemodified"),
            time(DateLabel::Modified),
        ];
        let first = |values: &[Option<&str>]| first_of(values).map(Sourced::metadata);
        Known {
            published: first(&published),
            modified: first(&modified),
            retrieved: self.saved_at.map(Sourced::metadata),
            authors: self.people(&near).iter().filter_map(|name| metadata::text(name)).collect(),
            url: self.address().map(Sourced::metadata),
            language: self.language(),
            ..Known::default()
        }
    }

    fn people(&self, near: &Near) -> Vec<String> {
        let meta = || {
            let keys = [
                "author",
                "article:author",
                "dc.creator",
                "parsely-author",
                "sailthru.author",
                "mediator_author",
                "byl",
                "citation_author",
            ];
            let named = keys.iter().find_map(|key| {
                let names: Vec<&str> =
                    self.metas.iter().filter(|(name, _)| name == key).map(|(_, value)| value.as_str()).collect();
                names.iter().any(|name| !name.contains("://")).then_some(names)
            });
            named.unwrap_or_default().into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let microdata = || {
            let authors = || self.properties.iter().filter(|property| property.name == "author");
            // All authors of one story stand together.
            let nearest = near.of(authors().map(|author| (author.place, author.place))).unwrap_or(0);
            let together = authors().filter(|author| author.place.abs_diff(nearest) <= 40);
            together.map(|author| author.value.clone()).collect::<Vec<_>>()
        };
        let mut names = self.declared.authors.clone();
        for other in [meta(), microdata(), self.authors.clone()] {
            if names.is_empty() {
                names = other;
            }
        }
        let outlet = self.outlet().unwrap_or_default().to_lowercase();
        let mut people: Vec<String> = Vec::new();
        for name in names.iter().flat_map(|name| name.split([',', ';'])) {
            let name = decoded(name);
            let name = ["Автор:", "By ", "by ", "Автор "]
                .iter()
                .fold(name.trim(), |name, label| name.trim_start_matches(label).trim());
            let lower = name.to_lowercase();
            let nobody = ["admin", "administrator", "редакция", "редактор", "editor", "staff", "newsroom", "root"];
            let person = !name.is_empty()
                && name.split(' ').count() <= 5
                && !name.contains(['@', '/', '<', '|'])
                && !nobody.contains(&lower.as_str())
                && lower != outlet;
            if person && !people.iter().any(|other| other == name) {
                people.push(name.to_owned());
            }
        }
        people
    }

    fn address(&self) -> Option<String> {
        let base = self.saved_from.as_deref().filter(|url| url.starts_with("http"));
        let data =
            [self.canonical.as_deref(), self.first_meta(&["og:url", "twitter:url"]), self.declared.url.as_deref()];
        let absolute = |url: &str| {
            let url = url.trim();
            match (url.strip_prefix("//"), base) {
                (Some(rest), _) => Some(format!("https://{rest}")),
                (None, Some(base)) if url.starts_with('/') => {
                    let host = base.find("://").map_or(0, |at| at + 3);
                    let end = base[host..].find('/').map_or(base.len(), |at| host + at);
                    Some(format!("{}{url}", &base[..end]))
                }
                _ => (url.starts_with("http://") || url.starts_with("https://")).then(|| url.to_owned()),
            }
        };
        // A site's own root is no address of an article; some give it on every page.
        let deep = |url: &String| {
            let path = url.splitn(4, '/').nth(3).unwrap_or("");
            !path.is_empty() && !url.contains(char::is_whitespace)
        };
        data.into_iter().flatten().filter_map(absolute).find(deep).or_else(|| base.map(str::to_owned))
    }

    fn language(&self) -> Option<String> {
        let declared = self.language.clone().or_else(|| self.declared.language.clone());
        let declared =
            declared.or_else(|| self.first_meta(&["og:locale", "content-language", "language"]).map(str::to_owned))?;
        let declared = declared.trim().replace('_', "-");
        let plain = !declared.is_empty()
            && declared.len() <= 12
            && declared.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        plain.then_some(declared)
    }
}

/// Chooses what is nearest to the article's heading, the first where none is known.
struct Near(Option<usize>);

impl Near {
    fn of<T>(&self, all: impl Iterator<Item = (usize, T)>) -> Option<T> {
        // What stands before a heading is twice as far: lists of other stories end there.
        let distance = |place: usize| match self.0 {
            Some(heading) if place < heading => 2 * (heading - place) + 1,
            Some(heading) => place - heading,
            None => 0,
        };
        all.min_by_key(|(place, _)| distance(*place)).map(|(_, value)| value)
    }
}

/// The first value that is a date. Where it is in UTC and another gives the same instant on the site's own
/// clock, that.
fn first_of(values: &[Option<&str>]) -> Option<Moment> {
    let all: Vec<Moment> = values.iter().flatten().filter_map(|value| metadata::moment(value).ok()).collect();
    let first = *all.first()?;
    let same = |other: &&Moment| {
        other.offset.is_some_and(|offset| offset != 0)
            && instant(**other).zip(instant(first)).is_some_and(|(a, b)| (a - b).abs() <= 1)
    };
    Some(if first.offset == Some(0) { all.iter().find(same).copied().unwrap_or(first) } else { first })
}

/// Minutes since some day, in UTC.
fn instant(moment: Moment) -> Option<i64> {
    let civil = moment.day.date()?.to_datetime(moment.time?);
    let minutes = civil.duration_since(jiff::civil::DateTime::default()).as_secs() / 60;
    Some(minutes - i64::from(moment.offset?))
}

/// Some sites escape the text of attributes twice.
fn decoded(text: &str) -> String {
    let text = crate::characters::unescape(text);
    crate::intake::normalise(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
