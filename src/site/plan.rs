//! The pages of a site, in order, and how they are rendered.
//!
//! A page's values take several times the memory of its HTML, and ten thousand pages have many. So a plan holds what
//! *draws* pages, and a page is drawn, rendered, given away and dropped before the next.

use rayon::prelude::*;
use tera::{Context, Value};

use super::Theme;
use super::head::Head;
use super::markdown::Reference;
use super::output::Output;
use super::view::View;
use crate::diagnostic::Diagnostic;

/// What is drawn at a time: the pages about one thing.
#[derive(Default)]
pub struct Drawn {
    pages: Vec<Planned>,
    /// Links of content pages, to be checked.
    pub references: Vec<Reference>,
    /// What is wrong with the pages' content.
    pub diagnostics: Vec<Diagnostic>,
}

/// A page to render.
struct Planned {
    /// Its file, relative to the site.
    path: String,
    template: &'static str,
    values: Vec<(&'static str, Value)>,
}

impl Drawn {
    /// Takes a page: `values` are what its template is given beside `site` and `head`.
    pub fn page(&mut self, view: &View<'_>, head: Head, template: &'static str, values: Vec<(&'static str, Value)>) {
        let path = format!("{}index.html", head.path);
        self.file(path, template, Value::from_serializable(&head.completed(view)), values);
    }

    /// Takes a file that is no folder's page: a feed, what leads on.
    pub fn file(&mut self, path: String, template: &'static str, head: Value, mut values: Vec<(&'static str, Value)>) {
        values.push(("head", head));
        self.pages.push(Planned { path, template, values });
    }
}

/// Draws pages; from any thread.
type Draw<'p> = Box<dyn Fn() -> Drawn + Send + Sync + 'p>;

/// The pages to draw and render.
#[derive(Default)]
pub struct Plan<'p> {
    draws: Vec<Draw<'p>>,
}

/// What a plan became.
#[derive(Default)]
pub struct Rendered {
    /// Each file's path relative to the site, in the plan's order.
    pub paths: Vec<String>,
    /// Links of content pages, to be checked.
    pub references: Vec<Reference>,
    /// What is wrong with the pages' content.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'p> Plan<'p> {
    /// Plans what `draw` will draw.
    pub fn push(&mut self, draw: impl Fn() -> Drawn + Send + Sync + 'p) {
        self.draws.push(Box::new(draw));
    }

    /// Plans a single page.
    pub fn page(
        &mut self,
        view: &'p View<'p>,
        template: &'static str,
        page: impl Fn() -> (Head, Vec<(&'static str, Value)>) + Send + Sync + 'p,
    ) {
        self.push(move || {
            let mut drawn = Drawn::default();
            let (head, values) = page();
            drawn.page(view, head, template, values);
            drawn
        });
    }

    /// Draws and renders everything, and gives each file to `output`; every template is given `site`.
    ///
    /// # Errors
    /// What is wrong with the templates, or with the output: one wrong template makes many wrong pages, and is named
    /// once.
    pub fn render(&self, theme: &Theme, site: &Value, output: &dyn Output) -> Result<Rendered, Vec<Diagnostic>> {
        // One at a time: what is named most has hundreds of pages, and must not wait behind others like it.
        let draws = self.draws.par_iter().with_max_len(1);
        let drawn: Vec<(Rendered, Vec<Diagnostic>)> = draws.map(|draw| one(draw(), theme, site, output)).collect();
        let (mut all, mut wrong) = (Rendered::default(), Vec::new());
        for (rendered, found) in drawn {
            all.paths.extend(rendered.paths);
            all.references.extend(rendered.references);
            all.diagnostics.extend(rendered.diagnostics);
            for diagnostic in found {
                if !wrong.contains(&diagnostic) {
                    wrong.push(diagnostic);
                }
            }
        }
        if wrong.is_empty() { Ok(all) } else { Err(wrong) }
    }
}

/// Renders what was drawn; beside it comes what is wrong with the templates and the output.
fn one(drawn: Drawn, theme: &Theme, site: &Value, output: &dyn Output) -> (Rendered, Vec<Diagnostic>) {
    let Drawn { pages, references, diagnostics } = drawn;
    let (mut paths, mut wrong) = (Vec::with_capacity(pages.len()), Vec::new());
    for Planned { path, template, values } in pages {
        let mut context = Context::new();
        context.insert_value("site", site.clone());
        for (name, value) in values {
            context.insert_value(name, value);
        }
        match theme.render(template, &context).and_then(|text| output.file(&path, text.into_bytes())) {
            Ok(()) => paths.push(path),
            Err(diagnostic) => wrong.push(diagnostic),
        }
    }
    (Rendered { paths, references, diagnostics }, wrong)
}
