//! Which pages a dossier's `content/` has, and which of them the program may write.
//!
//! Planning only reads; [`Plan::write`] writes, file by file, each by rename.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::change::Change;
use super::draft::{self, Labels};
use super::edited::EditedPage;
use super::found::{Found, SOURCES, field, mark, source_pages, stem, user_pages};
use super::front_matter;
use super::markdown::key_points;
use super::page::{SourcePage, UserPage};
use crate::diagnostic::Diagnostic;
use crate::dossier::{Dossier, Source};
use crate::slug::{self, Taken};

/// The pages of a dossier, and the changes to `content/` that bring it up to date.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// One page for each source, in the dossier's order.
    pub sources: Vec<SourcePage>,
    /// The user's own pages, in order of path.
    pub user_pages: Vec<UserPage>,
    /// The pages that a person has changed, beside what would be drafted now.
    pub edited: Vec<EditedDraft>,
    changes: Vec<Change>,
}

/// A page that a person has changed, beside what would be drafted now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedDraft {
    /// The page's file, relative to the dossier's folder.
    pub path: String,
    /// What the person's page says.
    pub text: String,
    /// What would be drafted now.
    pub draft: String,
}

/// Works out the pages of `dossier` from the drafts and from what people made of them in `root`.
///
/// `unread` are the paths of source files that exist but could not be read this time: their pages
/// are left as they are.
///
/// A page whose front matter is broken is reported and left alone; its source is published from the
/// analysis.
pub fn plan(root: &Path, dossier: &Dossier, unread: &BTreeSet<String>, labels: &Labels) -> (Plan, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut plan = Plan { user_pages: user_pages(root, &mut diagnostics), ..Plan::default() };
    let (found, broken) = source_pages(root, &mut diagnostics);
    let mut pages = match_to_sources(found, dossier, &mut diagnostics);
    let mut taken: Taken = pages.values().flatten().map(|page| page.slug()).collect();
    taken.extend(broken.iter().filter_map(|path| stem(path)));

    for (index, source) in dossier.sources.iter().enumerate() {
        let page = pages.remove(&Some(index)).and_then(|mut claims| claims.pop());
        let slug = match &page {
            Some(page) => page.slug(),
            None => taken.unique(&slug::slugify(&source.analysis.title.value)),
        };
        let draft = draft::draft(dossier, source, &slug, labels);
        let page = match page {
            Some(page) if page.is_edited() => {
                plan.keep(index, source, slug, page, draft, &draft::body(dossier, source, labels), &mut diagnostics)
            }
            page => plan.drafted(index, source, slug, page, draft),
        };
        plan.sources.push(page);
    }
    for page in pages.into_values().flatten() {
        plan.orphan(page, unread, &mut diagnostics);
    }
    (plan, diagnostics)
}

impl Plan {
    /// A page that nobody has touched: redrawn.
    fn drafted(
        &mut self,
        index: usize,
        source: &Source,
        slug: String,
        old: Option<Found>,
        draft: String,
    ) -> SourcePage {
        let path = old.as_ref().map_or_else(|| format!("{SOURCES}/{slug}.md"), |page| page.path.clone());
        let before = old.map(|page| page.text);
        if before.as_deref().map(front_matter::normalise).as_deref() != Some(&draft) {
            self.changes.push(Change { path: PathBuf::from(&path), before, after: Some(draft.clone()) });
        }
        let document = front_matter::parse(&draft).expect("a draft has sound front matter");
        let article = &source.analysis.article;
        SourcePage {
            path,
            slug,
            source: index,
            title: source.analysis.title.value.clone(),
            published: article.published.as_ref().map(|published| published.value),
            authors: article.authors.iter().map(|author| author.value.clone()).collect(),
            outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
            url: article.url.as_ref().map(|url| url.value.clone()),
            tags: article.tags.clone(),
            key_points: key_points(&document.body),
            body: document.body,
            body_line: document.body_line,
            edited: false,
        }
    }

    /// A page that is a person's: read, never written.
    #[expect(clippy::too_many_arguments, reason = "one call, and each is a different thing")]
    fn keep(
        &mut self,
        index: usize,
        source: &Source,
        slug: String,
        page: Found,
        draft: String,
        drafted_body: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> SourcePage {
        let current = front_matter::parse(&draft).expect("a draft has sound front matter");
        if mark(&page.document) != mark(&current) {
            let message = "you have edited this page, and its source or analysis has changed since";
            let note = Diagnostic::note(&page.path, message);
            diagnostics
                .push(note.hint("`dossier diff` shows what would be drafted now; the page stays as you left it"));
        }
        self.edited.push(EditedDraft { path: page.path.clone(), text: page.text.clone(), draft });
        EditedPage { path: page.path, text: page.text, document: page.document }.merge(
            index,
            &source.analysis,
            slug,
            drafted_body,
            diagnostics,
        )
    }

    /// A page without its source: an untouched draft goes with it, a person's work stays.
    fn orphan(&mut self, page: Found, unread: &BTreeSet<String>, diagnostics: &mut Vec<Diagnostic>) {
        let source = field(&page.document, "source");
        if source.as_ref().is_some_and(|source| is_unread(source, unread)) {
            return;
        }
        if !page.is_edited() {
            self.changes.push(Change { path: PathBuf::from(&page.path), before: Some(page.text), after: None });
            return;
        }
        let message = match source {
            Some(source) => format!("its source `{source}` is not in the dossier, so the page is not published"),
            None => "the page names no source, so it is not published".to_owned(),
        };
        let hint = "set `source:` to a file below seeds/, put the file back, or delete the page";
        diagnostics.push(Diagnostic::error(&page.path, message).at_line(1).hint(hint));
    }

    /// How many files [`write`](Self::write) would write or delete.
    pub fn change_count(&self) -> usize {
        self.changes.len()
    }

    /// The files that [`write`](Self::write) would write or delete, relative to the dossier's folder.
    pub fn changed_paths(&self) -> BTreeSet<PathBuf> {
        self.changes.iter().map(|change| change.path.clone()).collect()
    }

    /// Brings `content/` up to date. A file that was changed since the plan was made is left alone.
    ///
    /// Reports what could not be written.
    pub fn write(&self, root: &Path) -> Vec<Diagnostic> {
        self.changes.iter().filter_map(|change| change.apply(root).err()).collect()
    }
}

/// Whether the file that `source` stands in could not be read. One of a file's many articles has its id
/// behind a `#`.
fn is_unread(source: &str, unread: &BTreeSet<String>) -> bool {
    unread.contains(source) || source.rsplit_once('#').is_some_and(|(file, _)| unread.contains(file))
}

/// Sorts pages by the source they belong to: by its path, or by its digest when it was renamed.
/// `None` holds those that belong to none.
fn match_to_sources(
    found: Vec<Found>,
    dossier: &Dossier,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<Option<usize>, Vec<Found>> {
    let articles = || dossier.sources.iter().map(|source| &source.analysis.article).enumerate();
    let by_path: BTreeMap<&str, usize> = articles().map(|(index, article)| (article.path.as_str(), index)).collect();
    let by_digest: BTreeMap<&str, usize> =
        articles().map(|(index, article)| (article.sha256.as_str(), index)).collect();

    let mut pages: BTreeMap<Option<usize>, Vec<Found>> = BTreeMap::new();
    let mut renamed = Vec::new();
    for page in found {
        match field(&page.document, "source").and_then(|source| by_path.get(source.as_str()).copied()) {
            Some(index) if pages.contains_key(&Some(index)) => {
                let first = &pages[&Some(index)][0].path;
                let message = format!("is a second page for the source of {first}, so it is not published");
                diagnostics.push(Diagnostic::error(&page.path, message).hint("keep one of the two"));
            }
            Some(index) => pages.entry(Some(index)).or_default().push(page),
            None => renamed.push(page),
        }
    }
    for page in renamed {
        let index = field(&page.document, "sha256").and_then(|digest| by_digest.get(digest.as_str()).copied());
        let free = index.filter(|index| !pages.contains_key(&Some(*index)));
        pages.entry(free).or_default().push(page);
    }
    pages
}
