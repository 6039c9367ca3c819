//! Every internal link and anchor of the rendered site, checked.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::links::{decode_path, scheme};
use super::markdown::Reference;
use super::scan::{Attribute, attributes};
use super::view::View;
use crate::diagnostic::Diagnostic;

/// Checks all links of `files` (paths relative to the site) and the `references` of content pages.
///
/// A broken link is named with the content file and line that has it, else with the output file and
/// line. Links to other sites are not followed.
pub fn check(view: &View<'_>, files: &BTreeMap<String, Vec<u8>>, references: &[Reference]) -> Vec<Diagnostic> {
    let pages: Vec<(&str, &str)> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
        .collect();
    let scanned: Vec<Vec<Attribute<'_>>> = pages.par_iter().map(|(_, html)| attributes(html)).collect();
    let mut diagnostics = Vec::new();
    let mut anchors: HashMap<&str, HashSet<&str>> = HashMap::with_capacity(pages.len());
    for ((path, _), attributes) in pages.iter().zip(&scanned) {
        let ids = anchors.entry(path).or_default();
        for id in attributes.iter().filter(|attribute| attribute.name == "id") {
            if !ids.insert(id.value) {
                let wrong = Diagnostic::error(path, format!("the id `{}` stands here twice", id.value));
                diagnostics.push(wrong.at_line(id.line));
            }
        }
    }
    let places = Places { view, files, anchors };
    let mut reported: BTreeSet<(String, &str)> = BTreeSet::new();
    for reference in references {
        let page = format!("{}index.html", reference.page);
        if let Err(why) = places.find(&page, &reference.address) {
            let message = format!("the link `{}` leads nowhere: {why}", reference.address);
            diagnostics.push(Diagnostic::error(&reference.path, message).at_line(reference.line));
            reported.insert((page, &reference.address));
        }
    }
    let broken: Vec<Vec<Diagnostic>> = pages
        .par_iter()
        .zip(&scanned)
        .map(|((path, _), attributes)| {
            let links = attributes.iter().filter(|attribute| attribute.name != "id");
            links
                .filter_map(|link| {
                    let address = unescape(link.value);
                    let why = places.find(path, &address).err()?;
                    if reported.contains(&((*path).to_owned(), address.as_str())) {
                        return None;
                    }
                    let message = format!("the link `{address}` leads nowhere: {why}");
                    Some(Diagnostic::error(path, message).at_line(link.line))
                })
                .collect()
        })
        .collect();
    diagnostics.extend(broken.into_iter().flatten());
    diagnostics
}

/// Everything that a link can lead to.
struct Places<'s> {
    view: &'s View<'s>,
    files: &'s BTreeMap<String, Vec<u8>>,
    /// The ids of each page.
    anchors: HashMap<&'s str, HashSet<&'s str>>,
}

impl Places<'_> {
    /// Follows `address` from the page at `from`; says why, when it leads nowhere.
    fn find(&self, from: &str, address: &str) -> Result<(), String> {
        let own_host = address.strip_prefix(self.view.config.base_url.as_str());
        if own_host.is_none() && (scheme(address).is_some() || address.starts_with("//")) {
            return Ok(());
        }
        let base_path = self.view.links.base_path();
        let address = match own_host {
            Some(rest) => format!("{base_path}{rest}"),
            None => address.to_owned(),
        };
        let (address, anchor) = match address.split_once('#') {
            Some((address, anchor)) => (address, anchor),
            None => (address.as_str(), ""),
        };
        let path = address.split('?').next().unwrap_or_default();
        let file = if path.is_empty() {
            from.to_owned()
        } else if let Some(path) = path.strip_prefix(base_path) {
            page_file(path)
        } else if path.starts_with('/') {
            return Err(format!("it is not below {base_path}"));
        } else {
            let folder = &from[..from.rfind('/').map_or(0, |at| at + 1)];
            page_file(&join(folder, path).ok_or("it is outside of the site")?)
        };
        if !self.files.contains_key(&file) {
            return Err(format!("there is no {file}"));
        }
        let anchor = decode_path(anchor);
        // `#:~:text=` is a place in the text that the browser finds.
        if anchor.is_empty() || anchor == "top" || anchor.starts_with(":~:") {
            return Ok(());
        }
        match self.anchors.get(file.as_str()) {
            Some(ids) if !ids.contains(anchor.as_str()) => Err(format!("{file} has no `#{anchor}`")),
            _ => Ok(()),
        }
    }
}

/// The file that a server sends for `path`.
fn page_file(path: &str) -> String {
    let path = decode_path(path);
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
}

/// `path` seen from `folder`, without `.` and `..`.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    let is_folder = path.ends_with('/') || path.ends_with("/..") || path == ".." || path == ".";
    Some(if is_folder && !joined.is_empty() { format!("{joined}/") } else { joined })
}

/// The value of an attribute, as far as addresses need it.
fn unescape(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    value
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&#x2F;", "/")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
