//! The links of a site that is being rendered.
//!
//! Pages have millions of links, to thousands of places: what is kept of a page is numbers, and a place is looked for once.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use foldhash::fast::RandomState;
use rayon::prelude::*;

use super::places::Places;
use crate::characters::unescape;
use crate::diagnostic::Diagnostic;
use crate::site::links::scheme;
use crate::site::markdown::Reference;
use crate::site::output::Output;
use crate::site::scan::attributes;

/// Takes the files of a site on their way to another output, and remembers their links.
pub struct LinkCheck<'o> {
    output: &'o dyn Output,
    seen: Mutex<Seen>,
}

/// What was seen of the files so far.
#[derive(Default)]
struct Seen {
    /// Every file; what matters of it, if it is a page.
    files: BTreeMap<String, Option<Page>>,
    numbers: HashMap<Arc<str>, u32, RandomState>,
    /// Ids and addresses by their numbers, as they stand in the HTML, escapes included.
    texts: Vec<Arc<str>>,
}

/// The numbers of texts, each with its 1-based line.
#[derive(Default)]
struct Page {
    ids: Vec<(u32, u32)>,
    links: Vec<(u32, u32)>,
}

impl Seen {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = u32::try_from(self.texts.len()).expect("a site has fewer addresses");
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.numbers.insert(text, number);
        number
    }
}

impl Output for LinkCheck<'_> {
    fn file(&self, path: &str, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        let html = path.ends_with(".html").then(|| std::str::from_utf8(&bytes).ok()).flatten();
        let found = html.map(attributes);
        {
            let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            let page = found.map(|found| {
                let mut page = Page::default();
                for attribute in found {
                    let numbered = (seen.number(attribute.value), u32::try_from(attribute.line).unwrap_or(u32::MAX));
                    if attribute.name == "id" { page.ids.push(numbered) } else { page.links.push(numbered) }
                }
                page
            });
            seen.files.insert(path.to_owned(), page);
        }
        self.output.file(path, bytes)
    }
}

impl<'o> LinkCheck<'o> {
    /// Lets everything through to `output`.
    pub fn before(output: &'o dyn Output) -> Self {
        Self { output, seen: Mutex::default() }
    }

    /// How many HTML pages there were.
    pub fn page_count(&self) -> usize {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.files.keys().filter(|path| path.ends_with(".html")).count()
    }

    /// Checks all links of the pages, and the `references` of content pages, on a site that stands at `base_url`.
    ///
    /// A broken link is named with the content file and line that has it, else with the output file and
    /// line. Links to other sites are not followed.
    pub fn finish(self, base_url: &str, references: &[Reference]) -> Vec<Diagnostic> {
        let seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        let text = |number: u32| &*seen.texts[number as usize];
        let pages: Vec<(&str, &Page)> =
            seen.files.iter().filter_map(|(path, page)| Some((path.as_str(), page.as_ref()?))).collect();
        let mut diagnostics = Vec::new();
        let mut anchors: HashMap<&str, HashSet<&str>> = HashMap::with_capacity(pages.len());
        for (path, page) in &pages {
            let ids = anchors.entry(path).or_default();
            for &(id, line) in &page.ids {
                if !ids.insert(text(id)) {
                    let wrong = Diagnostic::error(path, format!("the id `{}` stands here twice", text(id)));
                    diagnostics.push(wrong.at_line(line as usize));
                }
            }
        }
        let has_file = |path: &str| seen.files.contains_key(path);
        let places = Places { base_url, has_file: &has_file, anchors };
        let mut reported: BTreeSet<(String, &str)> = BTreeSet::new();
        for reference in references {
            let page = format!("{}index.html", reference.page);
            if let Err(why) = places.find(&page, &reference.address) {
                let message = format!("the link `{}` leads nowhere: {why}", reference.address);
                diagnostics.push(Diagnostic::error(&reference.path, message).at_line(reference.line));
                reported.insert((page, &reference.address));
            }
        }
        let sound = sound_everywhere(&seen.texts, &pages, &places);
        let (sound, places, reported, text) = (&sound, &places, &reported, &text);
        let broken = pages.par_iter().flat_map_iter(|&(path, page)| {
            page.links.iter().filter(|(link, _)| !sound[*link as usize]).filter_map(move |&(link, line)| {
                let address = unescape(text(link));
                let why = places.find(path, &address).err()?;
                if reported.contains(&(path.to_owned(), address.as_str())) {
                    return None;
                }
                let message = format!("the link `{address}` leads nowhere: {why}");
                Some(Diagnostic::error(path, message).at_line(line as usize))
            })
        });
        diagnostics.extend(broken.collect::<Vec<_>>());
        diagnostics
    }
}

/// For each text, whether it is an address that leads to the same place from every page, and that place is there.
fn sound_everywhere(texts: &[Arc<str>], pages: &[(&str, &Page)], places: &Places<'_>) -> Vec<bool> {
    let mut linked = vec![false; texts.len()];
    for (link, _) in pages.iter().flat_map(|(_, page)| &page.links) {
        linked[*link as usize] = true;
    }
    let is_sound = |(text, linked): (&Arc<str>, bool)| {
        let address = unescape(text);
        linked
            && (address.starts_with('/') || scheme(&address).is_some())
            && places.find("index.html", &address).is_ok()
    };
    texts.par_iter().zip(linked).map(is_sound).collect()
}
