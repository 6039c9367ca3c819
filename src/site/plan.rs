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

/// Draws pages, one after the other; from any thread.
type Draw<'p> = Box<dyn Fn(&mut Canvas<'_>) + Send + Sync + 'p>;

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
    pub fn push(&mut self, draw: impl Fn(&mut Canvas<'_>) + Send + Sync + 'p) {
        self.draws.push(Box::new(draw));
    }

    /// Plans a single page.
    pub fn page(
        &mut self,
        view: &'p View<'p>,
        template: &'static str,
        page: impl Fn() -> (Head, Vec<(&'static str, Value)>) + Send + Sync + 'p,
    ) {
        self.push(move |canvas| {
            let (head, values) = page();
            canvas.page(view, head, template, values);
        });
    }

    /// Draws and renders everything, and gives each file to `output`; every template is given `site`.
    ///
    /// # Errors
    /// What is wrong with the templates, or with the output: one wrong template makes many wrong pages, and is named
    /// once.
    pub fn render(&self, theme: &Theme, site: &Value, output: &dyn Output) -> Result<Rendered, Vec<Diagnostic>> {
        let drawn = |draw: &Draw<'_>| {
            let mut canvas = Canvas { theme, site, output, rendered: Rendered::default(), wrong: Vec::new() };
            draw(&mut canvas);
            (canvas.rendered, canvas.wrong)
        };
        // One at a time: what is named most has hundreds of pages, and must not wait behind others like it.
        let drawn: Vec<(Rendered, Vec<Diagnostic>)> = self.draws.par_iter().with_max_len(1).map(drawn).collect();
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

/// Takes the pages about one thing as they are drawn, and renders each at once.
pub struct Canvas<'r> {
    theme: &'r Theme,
    site: &'r Value,
    output: &'r dyn Output,
    rendered: Rendered,
    /// What is wrong with the templates, or with the output.
    wrong: Vec<Diagnostic>,
}

impl Canvas<'_> {
    /// Takes a page: `values` are what its template is given beside `site` and `head`.
    pub fn page(&mut self, view: &View<'_>, head: Head, template: &str, values: Vec<(&'static str, Value)>) {
        let path = format!("{}index.html", head.path);
        self.file(path, template, Value::from_serializable(&head.completed(view)), values);
    }

    /// Takes a file that is no folder's page: a feed, what leads on.
    pub fn file(&mut self, path: String, template: &str, head: Value, values: Vec<(&'static str, Value)>) {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        context.insert_value("head", head);
        for (name, value) in values {
            context.insert_value(name, value);
        }
        let rendered = self.theme.render(template, &context);
        match rendered.and_then(|text| self.output.file(&path, text.into_bytes())) {
            Ok(()) => self.rendered.paths.push(path),
            Err(diagnostic) => self.wrong.push(diagnostic),
        }
    }

    /// Takes a file that is for programs, and no page.
    pub fn data(&mut self, path: &str, bytes: Vec<u8>) {
        self.wrong.extend(self.output.file(path, bytes).err());
    }

    /// Takes links of content pages, to be checked.
    pub fn references(&mut self, references: Vec<Reference>) {
        self.rendered.references.extend(references);
    }

    /// Takes what is wrong with the pages' content.
    pub fn diagnostics(&mut self, diagnostics: Vec<Diagnostic>) {
        self.rendered.diagnostics.extend(diagnostics);
    }
}
