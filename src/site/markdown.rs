//! The Markdown of content pages as HTML that is safe to publish.
//!
//! Raw HTML becomes visible text, links keep to harmless schemes, `[[wikilinks]]` lead to entities
//! and sources. The Markdown may come from anyone: nothing in it can become a script.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd, html};

use super::links::{Links, encode_path, is_safe_address, scheme};
use super::names::{Found, NameIndex};
use crate::content::markdown_options;
use crate::diagnostic::Diagnostic;
use crate::slug::{self, Taken};

/// A content page's body, and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Body<'b> {
    /// The Markdown itself.
    pub markdown: &'b str,
    /// The content file, relative to the dossier's folder.
    pub path: &'b str,
    /// 1-based line of the file on which the Markdown begins.
    pub first_line: usize,
    /// Path of the page it is published on, relative to the site (`sources/x/`).
    pub page: &'b str,
}

/// A body as HTML.
#[derive(Debug, Clone, Default)]
pub struct Rendered {
    /// The HTML; safe to print as it is.
    pub html: String,
    /// The links to places on the site, to be checked when all pages are known.
    pub references: Vec<Reference>,
}

/// A link from a content page to a place on the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The content file that has the link.
    pub path: String,
    /// 1-based line of it.
    pub line: usize,
    /// The page it is published on, as a path relative to the site.
    pub page: String,
    /// The address as the page has it.
    pub address: String,
}

/// Renders `body`; what is wrong with its links goes to `diagnostics`.
pub fn render(body: Body<'_>, links: &Links, names: &NameIndex, diagnostics: &mut Vec<Diagnostic>) -> Rendered {
    let mut writer = Writer { body, links, names, diagnostics, references: Vec::new(), open: Vec::new() };
    let mut events = Vec::new();
    let line_ends: Vec<usize> = body.markdown.match_indices('\n').map(|(at, _)| at).collect();
    for (event, range) in Parser::new_ext(body.markdown, markdown_options()).into_offset_iter() {
        let line = body.first_line + line_ends.partition_point(|&at| at < range.start);
        events.extend(writer.event(event, line));
    }
    give_headings_ids(&mut events);
    let mut html = String::with_capacity(body.markdown.len() * 2);
    html::push_html(&mut html, events.into_iter());
    // Alignment comes as a style attribute, which the content security policy forbids. A `<` in the
    // text is escaped, so only real cells match.
    for tag in ["td", "th"] {
        for side in ["left", "center", "right"] {
            html = html.replace(&format!("<{tag} style=\"text-align: {side}\""), &format!("<{tag} class=\"{side}\""));
        }
    }
    Rendered { html, references: writer.references }
}

struct Writer<'a, 'b> {
    body: Body<'b>,
    links: &'a Links,
    names: &'a NameIndex,
    diagnostics: &'a mut Vec<Diagnostic>,
    references: Vec<Reference>,
    /// For each open link or image, the tag that closes it; `None` where only its text is shown.
    open: Vec<Option<TagEnd>>,
}

impl Writer<'_, '_> {
    fn event<'m>(&mut self, event: Event<'m>, line: usize) -> Option<Event<'m>> {
        Some(match event {
            Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Heading { level, .. }) => Event::Start(heading(level)),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below_title(level))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let address = match link_type {
                    LinkType::WikiLink { .. } => self.wikilink(&dest_url, line),
                    LinkType::Email => Some(format!("mailto:{dest_url}")),
                    _ => self.address(&dest_url, line),
                };
                self.open.push(address.is_some().then_some(TagEnd::Link));
                let dest_url = CowStr::from(address?);
                Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, id })
            }
            Event::Start(Tag::Image { dest_url, title, id, .. }) => {
                // Nothing is fetched from elsewhere: a picture of another host becomes a link to it.
                let outside = scheme(&dest_url).is_some();
                let in_link = self.open.iter().any(Option::is_some);
                let address = if outside && in_link { None } else { self.address(&dest_url, line) };
                let closing = if outside { TagEnd::Link } else { TagEnd::Image };
                self.open.push(address.is_some().then_some(closing));
                let (link_type, dest_url) = (LinkType::Inline, CowStr::from(address?));
                Event::Start(if outside {
                    Tag::Link { link_type, dest_url, title, id }
                } else {
                    Tag::Image { link_type, dest_url, title, id }
                })
            }
            Event::End(TagEnd::Link | TagEnd::Image) => return self.open.pop().flatten().map(Event::End),
            other => other,
        })
    }

    /// The address of the entity or source that a wikilink names.
    fn wikilink(&mut self, target: &str, line: usize) -> Option<String> {
        let name = target.split('#').next().unwrap_or_default().trim();
        let (message, hint) = match self.names.find(name) {
            Found::Page(path) => return Some(self.links.to(path)),
            Found::Nothing => (
                format!("`[[{target}]]` names nothing in this dossier"),
                "use a name as the index of names has it, or plain text".to_owned(),
            ),
            Found::Several(names) => (
                format!("`[[{target}]]` fits several names"),
                format!("write one of them in full: {}", names.join(", ")),
            ),
        };
        self.diagnostics.push(Diagnostic::error(self.body.path, message).at_line(line).hint(hint));
        None
    }

    /// The address that a link gets on the page, or `None` where it must not be a link.
    fn address(&mut self, address: &str, line: usize) -> Option<String> {
        if !is_safe_address(address) {
            let shown: String = address.chars().filter(|c| !c.is_control()).take(60).collect();
            let wrong = Diagnostic::error(self.body.path, format!("a link to `{shown}` is not published"))
                .at_line(line)
                .hint("links may begin with https:, http: or mailto:, or lead to a page of this site");
            self.diagnostics.push(wrong);
            return None;
        }
        if scheme(address).is_some() {
            return Some(address.to_owned());
        }
        let (path, rest) = address.split_at(address.find(['#', '?']).unwrap_or(address.len()));
        let address = if path.is_empty() {
            rest.to_owned()
        } else {
            let Some(target) = self.place(path) else {
                let wrong = Diagnostic::error(self.body.path, format!("the link `{address}` leads out of the site"));
                self.diagnostics.push(wrong.at_line(line));
                return None;
            };
            format!("{target}{rest}")
        };
        self.references.push(Reference {
            path: self.body.path.to_owned(),
            line,
            page: self.body.page.to_owned(),
            address: address.clone(),
        });
        Some(address)
    }

    /// Where a path leads: from the root of the site, or from the folder of the content file. The
    /// path of another content file (`about.md`) leads to its page.
    fn place(&self, path: &str) -> Option<String> {
        let folder = self.body.path.strip_prefix("content/").unwrap_or(self.body.path);
        let mut parts: Vec<&str> = folder.split('/').collect();
        parts.pop();
        if path.starts_with('/') {
            parts.clear();
        }
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        let mut place = parts.join("/");
        if let Some(page) = self.names.content_page(&super::links::decode_path(&place)) {
            return Some(self.links.to(page));
        }
        if !place.is_empty() && (path.ends_with('/') || path.ends_with("/.") || path.ends_with("/..")) {
            place.push('/');
        }
        // What is encoded already stays as it is.
        Some(format!("{}{}", self.links.base_path(), encode_path(&place).replace("%25", "%")))
    }
}

/// Headings of a body stand below the page's own title.
fn heading<'m>(level: HeadingLevel) -> Tag<'m> {
    Tag::Heading { level: below_title(level), id: None, classes: Vec::new(), attrs: Vec::new() }
}

fn below_title(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}

/// Gives each heading an id of its words. The prefix keeps it apart from the ids of the templates and
/// of sentences.
fn give_headings_ids(events: &mut [Event<'_>]) {
    let mut taken = Taken::default();
    for start in 0..events.len() {
        if !matches!(events[start], Event::Start(Tag::Heading { .. })) {
            continue;
        }
        let mut words = String::new();
        for event in &events[start + 1..] {
            match event {
                Event::Text(text) | Event::Code(text) => words.push_str(text),
                Event::End(TagEnd::Heading(_)) => break,
                _ => {}
            }
        }
        let name = taken.unique(&format!("h-{}", slug::slugify(&words)));
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[start] {
            *id = Some(name.into());
        }
    }
}
