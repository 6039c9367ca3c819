//! Pages as the site takes them: drafted by the program, or edited by a person.

use crate::calendar::Moment;

/// The page of one source: what the site shows, whoever wrote it.
///
/// Where a person has edited the page, each field is what the page says; where not, what the analysis
/// found.
#[derive(Debug, Clone, PartialEq)]
pub struct SourcePage {
    /// The page's file, relative to the dossier's folder, with `/` between its parts.
    pub path: String,
    /// The slug under which the page is published. Once given, it stays.
    pub slug: String,
    /// Index of the source in [`Dossier::sources`](crate::dossier::Dossier::sources).
    pub source: usize,
    /// Title of the article.
    pub title: String,
    /// When the article was published.
    pub published: Option<Moment>,
    /// Names of the authors.
    pub authors: Vec<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// Where the article was published.
    pub url: Option<String>,
    /// Subject tags.
    pub tags: Vec<String>,
    /// The body, Markdown: key points first, and whatever a person added.
    pub body: String,
    /// 1-based line of the file on which the body begins.
    pub body_line: usize,
    /// The key points, as the body lists them.
    pub key_points: Vec<KeyPoint>,
    /// Whether a person has changed the page.
    pub edited: bool,
}

/// A key point of a page's body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyPoint {
    /// The point as plain text, without markup and links, and without the marks that a draft adds.
    pub text: String,
    /// Quotation marks added before and behind it, with their brackets («[»]»); empty mostly.
    pub added: (String, String),
    /// The anchor of the sentence it comes from (`p3s2`), where the point links to one.
    pub anchor: Option<String>,
    /// Who says so, where the sentence does not tell and the point does: the text of its second link to a sentence,
    /// with the brackets.
    pub told_by: Option<String>,
}

impl KeyPoint {
    /// The point with the quotation marks that it lacked.
    pub fn shown(&self) -> String {
        format!("{}{}{}", self.added.0, self.text, self.added.1)
    }

    /// The point as it is shown, with who says so.
    pub fn attributed(&self) -> String {
        match &self.told_by {
            Some(told_by) => format!("{} {told_by}", self.shown()),
            None => self.shown(),
        }
    }
}

/// A page of the user's own (`content/index.md`, `content/about.md`, …).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserPage {
    /// The page's file, relative to the dossier's folder, with `/` between its parts.
    pub path: String,
    /// The file's stem; `index` is the home text.
    pub slug: String,
    /// Title, from the front matter.
    pub title: Option<String>,
    /// The body, Markdown.
    pub body: String,
    /// 1-based line of the file on which the body begins.
    pub body_line: usize,
}
