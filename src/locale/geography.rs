//! Countries and coordinates in words: «Казахстан», «51,13° с. ш., 71,43° в. д.».

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Locale;

/// ISO 3166-1 codes (alpha-2, numeric), then the names in Russian, English, Kazakh and Ukrainian, each
/// with variants after a `/`.
const COUNTRIES: &str = include_str!("../../models/reference/countries.tsv");

/// The column of each language's names.
const COLUMNS: [(&str, usize); 4] = [("ru", 2), ("en", 3), ("kk", 4), ("uk", 5)];

impl Locale {
    /// The name of the country with the ISO 3166-1 alpha-2 `code`, in the language of the interface.
    pub fn country(&self, code: &str) -> Option<&'static str> {
        let row = countries().get(code)?;
        let column = |language: &str| COLUMNS.iter().find(|(known, _)| *known == language).map(|(_, column)| *column);
        let name = |language: &str| {
            let names = row.get(column(language)?)?;
            names.split('/').next().filter(|name| !name.is_empty())
        };
        name(self.language()).or_else(|| name("en"))
    }

    /// A place on the earth in words; `latitude` and `longitude` in degrees, north and east positive.
    pub fn coordinates(&self, latitude: f64, longitude: f64) -> String {
        let direction = |value: f64, positive: &str, negative: &str| {
            let key = if value < 0.0 { negative } else { positive };
            self.text_with(key, &[("degrees", self.decimal(value.abs()).into())])
        };
        let north = direction(latitude, "degrees-north", "degrees-south");
        let east = direction(longitude, "degrees-east", "degrees-west");
        format!("{north}, {east}")
    }

    /// A number with at most two decimals, written as the language does.
    fn decimal(&self, value: f64) -> String {
        let rounded = format!("{value:.2}");
        let short = rounded.trim_end_matches('0').trim_end_matches('.');
        short.replace('.', &self.text("decimal-mark"))
    }
}

fn countries() -> &'static HashMap<&'static str, Vec<&'static str>> {
    static ROWS: OnceLock<HashMap<&str, Vec<&str>>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let rows = COUNTRIES.lines().filter(|line| !line.starts_with('#'));
        rows.map(|line| line.split('\t').collect::<Vec<_>>()).map(|row| (row[0], row)).collect()
    })
}
