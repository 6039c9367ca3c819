//! Where the links of a site can lead.

use std::collections::{HashMap, HashSet};

use crate::site::links::{decode_path, scheme};

/// Everything that a link can lead to.
pub struct Places<'s> {
    /// Where the site stands; ends with `/`.
    pub base_url: &'s str,
    /// Whether the site has a file of this path.
    pub has_file: &'s (dyn Fn(&str) -> bool + Sync),
    /// The ids of each page.
    pub anchors: HashMap<&'s str, HashSet<&'s str>>,
}

impl Places<'_> {
    /// Follows `address` from the page at `from`; says why, when it leads nowhere.
    pub fn find(&self, from: &str, address: &str) -> Result<(), String> {
        if is_outside(self.base_url, address) {
            return Ok(());
        }
        let base_path = base_path(self.base_url);
        let own_host = address.strip_prefix(self.base_url);
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
        if !(self.has_file)(&file) {
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

/// Whether an address leads to another site, or to no site at all (`mailto:`).
pub fn is_outside(base_url: &str, address: &str) -> bool {
    !address.starts_with(base_url) && (scheme(address).is_some() || address.starts_with("//"))
}

/// The path of a base URL.
fn base_path(base_url: &str) -> &str {
    let host = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    host.find('/').map_or("/", |at| &host[at..])
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
