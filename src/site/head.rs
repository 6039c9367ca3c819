//! What every template is given: of its own page as `head`, of all as `site`.

use serde::Serialize;
use tera::Value;

use super::view::View;
use super::{Theme, cards, feed, metadata, share};

/// What a template is given as `head`.
#[derive(Debug, Serialize)]
pub struct Head {
    /// Path of the page relative to the site.
    pub path: String,
    /// The section of the site it belongs to, for the navigation.
    section: String,
    title: String,
    /// Language of the title, where it is not the interface's.
    pub lang: String,
    pub description: String,
    /// Open Graph type.
    pub kind: &'static str,
    /// The page's address with scheme and host.
    canonical: String,
    /// When an article was published, ISO 8601.
    pub published: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Path of the page's own feed.
    pub feed: Option<String>,
    /// JSON-LD, safe within a script element; empty where there is none.
    pub json_ld: String,
}

impl Head {
    /// Of the page at `path`, in a section of the navigation.
    pub fn new(path: &str, section: &str, title: String) -> Self {
        Self {
            path: path.to_owned(),
            section: section.to_owned(),
            title,
            lang: String::new(),
            description: String::new(),
            kind: "website",
            canonical: String::new(),
            published: None,
            authors: Vec::new(),
            feed: None,
            json_ld: String::new(),
        }
    }

    /// What the page says to programs.
    pub fn told(mut self, nodes: Vec<serde_json::Value>) -> Self {
        self.json_ld = metadata::script(nodes);
        self
    }

    /// With what a search engine shows of it.
    pub fn described(mut self, description: String) -> Self {
        self.description = description;
        self
    }

    /// With what the dossier adds: where the page stands, and a description where it has none of its own.
    pub fn completed(mut self, view: &View<'_>) -> Self {
        self.canonical = feed::absolute(view, &self.path);
        if self.description.is_empty() {
            let counted = view.locale.text_with("count-sources", &[("count", view.pages.len().into())]);
            self.description = format!("{}. {}: {counted}", self.title, view.config.title);
        }
        self
    }
}

/// Which pictures there are: the one that stands for the dossier elsewhere, and pages of pictures.
pub struct Pictures {
    pub share: bool,
    pub network: bool,
    pub places: bool,
}

/// What every template is given as `site`.
pub fn site_value(view: &View<'_>, theme: &Theme, has_data: bool, pictures: Pictures) -> Value {
    #[derive(Serialize)]
    struct SiteView<'v> {
        title: &'v str,
        description: &'v str,
        author: Option<&'v str>,
        language: &'v str,
        base_url: &'v str,
        /// Begins every address on the site; begins and ends with `/`.
        base: &'v str,
        /// Changes whenever a static file does, so that browsers fetch it anew.
        version: String,
        has_data: bool,
        /// How many files the cards of the entities are in.
        card_files: usize,
        has_network: bool,
        has_places: bool,
        /// And those of the sources.
        source_card_files: usize,
        /// The picture that stands for the dossier elsewhere: address, width and height.
        picture: Option<(String, u32, u32)>,
        /// The dossier's own logo and style sheet, as paths in the site.
        logo: Option<&'v str>,
        own_style: Option<&'v str>,
        /// The interface's language as Open Graph has it.
        og_locale: &'static str,
    }
    let (width, height) = share::SIZE;
    Value::from_serializable(&SiteView {
        title: &view.config.title,
        description: &view.config.description,
        author: view.config.author.as_deref(),
        language: view.locale.language(),
        base_url: &view.config.base_url,
        base: view.links.base_path(),
        version: theme.version(),
        has_data,
        card_files: cards::file_count(view),
        has_network: pictures.network,
        has_places: pictures.places,
        source_card_files: cards::source_file_count(view),
        picture: pictures.share.then(|| (feed::absolute(view, share::PATH), width, height)),
        logo: theme.logo(),
        own_style: theme.own_style(),
        og_locale: match view.locale.language() {
            "en" => "en_US",
            "uk" => "uk_UA",
            "kk" => "kk_KZ",
            _ => "ru_RU",
        },
    })
}
