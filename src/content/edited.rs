//! A page that a person has changed: what it says wins, field by field.

use serde_norway::Value;

use super::front_matter::Document;
use super::markdown::key_points;
use super::page::SourcePage;
use crate::analysis::Analysis;
use crate::calendar::Moment;
use crate::diagnostic::Diagnostic;

/// A person's page, as it stands in `content/sources/`.
pub struct EditedPage {
    /// The file, relative to the dossier's folder.
    pub path: String,
    /// The whole file.
    pub text: String,
    /// The file, taken apart.
    pub document: Document,
}

impl EditedPage {
    /// The page as the site shows it. A field that is missing is the machine's again; one that is
    /// there but empty says that there is nothing. An empty body is the machine's again, too.
    ///
    /// A value that cannot be what its field needs is reported, and the machine's is used.
    pub fn merge(
        self,
        source: usize,
        analysis: &Analysis,
        slug: String,
        drafted_body: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> SourcePage {
        let article = &analysis.article;
        let mut fields = Reader { page: &self, diagnostics };
        let title = fields.text("title").flatten().unwrap_or_else(|| analysis.title.value.clone());
        let published = fields.moment("published");
        let authors = fields.list("authors");
        let outlet = fields.text("outlet");
        let url = fields.text("url");
        let tags = fields.list("tags");
        let has_body = !self.document.body.trim().is_empty();
        let body = if has_body { self.document.body.clone() } else { drafted_body.to_owned() };
        SourcePage {
            slug,
            source,
            title,
            published: published.unwrap_or_else(|| article.published.as_ref().map(|published| published.value)),
            authors: authors.unwrap_or_else(|| article.authors.iter().map(|author| author.value.clone()).collect()),
            outlet: outlet.unwrap_or_else(|| article.outlet.as_ref().map(|outlet| outlet.value.clone())),
            url: url.unwrap_or_else(|| article.url.as_ref().map(|url| url.value.clone())),
            tags: tags.unwrap_or_else(|| article.tags.clone()),
            key_points: key_points(&body),
            body,
            body_line: self.document.body_line,
            edited: true,
            path: self.path,
        }
    }

    /// The 1-based line on which `field` stands.
    fn line_of(&self, field: &str) -> usize {
        let stands = |line: &str| line.strip_prefix(field).is_some_and(|rest| rest.trim_start().starts_with(':'));
        self.text.lines().position(stands).map_or(1, |index| index + 1)
    }
}

/// Reads fields of one page. In each answer the outer `None` is a field that is not there (or
/// cannot be used, and was reported); an inner `None`, or an empty list, one that is there and empty.
struct Reader<'p> {
    page: &'p EditedPage,
    diagnostics: &'p mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn text(&mut self, field: &str) -> Option<Option<String>> {
        match self.page.document.fields.get(field)? {
            Value::Null => Some(None),
            Value::String(text) => Some(Some(text.trim().to_owned()).filter(|text| !text.is_empty())),
            Value::Number(number) => Some(Some(number.to_string())),
            _ => self.refuse(field, "one line of text"),
        }
    }

    fn moment(&mut self, field: &str) -> Option<Option<Moment>> {
        let Some(text) = self.text(field)? else { return Some(None) };
        match text.parse() {
            Ok(moment) => Some(Some(moment)),
            Err(_) => self.refuse(field, "a date such as 2022-06-17 or 2022-06-17T10:16"),
        }
    }

    fn list(&mut self, field: &str) -> Option<Vec<String>> {
        let value = self.page.document.fields.get(field)?;
        let single = std::slice::from_ref(value);
        let items = match value {
            Value::Null => &[],
            Value::Sequence(items) => items.as_slice(),
            _ => single,
        };
        let texts = items.iter().map(|item| match item {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        });
        match texts.collect::<Option<Vec<String>>>() {
            Some(texts) => Some(texts),
            None => self.refuse(field, "a list of texts"),
        }
    }

    fn refuse<T>(&mut self, field: &str, wanted: &str) -> Option<T> {
        let wrong = Diagnostic::error(&self.page.path, format!("`{field}` must be {wanted}"));
        let hint = format!("until it is mended, the program's own `{field}` is used; delete the line to keep that");
        self.diagnostics.push(wrong.at_line(self.page.line_of(field)).hint(hint));
        None
    }
}
