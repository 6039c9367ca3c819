//! The rendered site.

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use dossier::diagnostic::Diagnostic;
use dossier::locale::Locale;
use dossier::site::{Material, Site, Theme, render};
use support::Fixture;

fn rendered(fixture: &Fixture) -> (Site, Vec<Diagnostic>) {
    let (locale, _) = Locale::new(&fixture.config.language);
    let locale = Arc::new(locale);
    let theme = Theme::load(None, &locale).unwrap();
    render(Material {
        dossier: &fixture.dossier,
        pages: &fixture.pages,
        user_pages: &fixture.user_pages,
        config: &fixture.config,
        locale: &locale,
        theme: &theme,
        extra: &BTreeMap::new(),
    })
    .unwrap()
}

#[test]
fn every_page_is_there_and_every_link_leads_somewhere() {
    let (site, diagnostics) = rendered(&support::bridge());
    assert_eq!(diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    if let Ok(folder) = std::env::var("DOSSIER_TEST_SITE") {
        dossier::site::publish(&site, std::path::Path::new(&folder)).unwrap();
    }
}
