//! Every internal link and anchor of a site, checked: when it is rendered, and where it is published.

mod places;
mod published;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::markdown::Reference;
use super::scan::{Attribute, attributes};
use super::view::View;
use crate::characters::unescape;
use crate::diagnostic::Diagnostic;
use places::Places;
pub use published::{Checked, check_published};

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
    let has_file = |path: &str| files.contains_key(path);
    let places = Places { base_url: &view.config.base_url, has_file: &has_file, anchors };
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
