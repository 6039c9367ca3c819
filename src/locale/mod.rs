//! The words of the interface, dates and places as a language writes them, and alphabetical order.
//!
//! Texts are Fluent messages in `locales/*.ftl`, built into the program, so that every language keeps
//! its own plural forms («1 источник», «2 источника», «5 источников»).

mod dates;
mod geography;
mod order;
mod remembered;

use std::collections::HashMap;
use std::fmt;

pub use fluent_bundle::FluentValue as Argument;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::calendar::Day;
use crate::config;
use crate::diagnostic::Diagnostic;
pub use order::SortKey;
use remembered::Remembered;

/// The languages that the interface speaks: BCP 47 code and Fluent source.
const LANGUAGES: [(&str, &str); 4] = [
    ("en", include_str!("../../locales/en.ftl")),
    ("ru", include_str!("../../locales/ru.ftl")),
    ("uk", include_str!("../../locales/uk.ftl")),
    ("kk", include_str!("../../locales/kk.ftl")),
];

/// One language of the interface.
pub struct Locale {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// Texts that take no arguments, by key. A site of thousands of pages asks for them millions of
    /// times, and formatting is slow and locks.
    fixed: HashMap<String, String>,
    /// Texts that were asked for with one whole number, by key and number.
    counted: Remembered<u32>,
    /// Texts that were asked for with a day, by key and day.
    dated: Remembered<Day>,
}

impl Locale {
    /// The interface in `language`, a BCP 47 code; of `ru-KZ` the part before the hyphen decides.
    ///
    /// A language that the interface does not speak gives English, and a diagnostic that says so.
    pub fn new(language: &str) -> (Self, Vec<Diagnostic>) {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let known = LANGUAGES.iter().find(|(code, _)| code.eq_ignore_ascii_case(primary));
        let Some(&(code, source)) = known else {
            let spoken: Vec<&str> = LANGUAGES.iter().map(|(code, _)| *code).collect();
            let missing = Diagnostic::note(
                config::FILE_NAME,
                format!("the interface does not speak `{language}`; it is shown in English"),
            )
            .hint(format!("choose one of these for `language`: {}", spoken.join(", ")));
            return (Self::of(LANGUAGES[0].0, LANGUAGES[0].1), vec![missing]);
        };
        (Self::of(code, source), Vec::new())
    }

    fn of(language: &'static str, source: &str) -> Self {
        let identifier = language.parse().expect("the built-in language codes are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // The marks round each argument that guard mixed directions would end up in titles, feeds and
        // file contents; none of the languages here is written from right to left.
        bundle.set_use_isolating(false);
        bundle.add_builtins().expect("no message bears the name of a Fluent function");
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => resource,
            Err((_, errors)) => panic!("locales/{language}.ftl is no Fluent: {errors:?}"),
        };
        bundle.add_resource(resource).expect("every key of a built-in language is unique");
        let mut locale = Self {
            language,
            bundle,
            fixed: HashMap::new(),
            counted: Remembered::default(),
            dated: Remembered::default(),
        };
        locale.fixed = source
            .lines()
            .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
            .filter_map(|key| Some((key.to_owned(), locale.format(key, &[])?)))
            .collect();
        locale
    }

    /// BCP 47 code of the language that is really spoken.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The text under `key`; the key itself where there is none, so that the gap can be seen.
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// The text under `key` with `arguments` put in. A number chooses the plural form.
    pub fn text_with(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.find(key, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// The text under `key` with `arguments` put in, or `None` where there is no such key or an
    /// argument is missing.
    pub fn find(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        match arguments {
            [] => self.fixed.get(key).cloned(),
            [("count", Argument::Number(number))] if number.value.fract() == 0.0 && number.value >= 0.0 => {
                self.counted.text(key, number.value as u32, || self.format(key, arguments))
            }
            _ => self.format(key, arguments),
        }
    }

    fn format(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("language", &self.language).finish_non_exhaustive()
    }
}
