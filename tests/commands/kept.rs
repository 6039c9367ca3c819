//! Builds one after the other in one program, as `dossier serve` makes them: what is kept between them is never wrong.

use std::thread::sleep;
use std::time::Duration;

use dossier::pipeline::{self, Kept, Request, Stage};

use super::dossier_folder::DossierFolder;

/// Builds again, compares the site with that of a build that knows nothing of the others, and says whether the sources
/// were read anew.
fn build_again(dossier: &DossierFolder, kept: &mut Kept, what: &str) -> bool {
    let request = |out: &str| Request { root: dossier.path(""), out: dossier.path(out), base_url: None };
    let built = pipeline::build_again(&request("public"), kept).unwrap();
    let fresh = pipeline::build(&request("fresh")).unwrap();
    assert!(dossier.tree("public") == dossier.tree("fresh"), "{what}");
    assert_eq!(built.diagnostics, fresh.diagnostics, "{what}");
    assert_eq!((built.sources, built.entities, built.events), (fresh.sources, fresh.entities, fresh.events), "{what}");
    built.timings.stages().iter().any(|(stage, _)| *stage == Stage::Linking)
}

#[test]
fn a_page_that_is_saved_needs_no_source_to_be_read() {
    let dossier = DossierFolder::with_one();
    dossier.write("seeds/unfinished.pdf", "%PDF-1.7\nthis is none\n");
    // Files that have just changed are told by their bytes, and by their times later: that would look like a change.
    sleep(Duration::from_millis(2100));
    let mut kept = Kept::default();
    assert!(build_again(&dossier, &mut kept, "the first build"));
    let draft = dossier.pages().remove(0);
    let edits: [(&str, &dyn Fn()); 3] = [
        ("a page", &|| dossier.replace(&draft, "title:", "title: Иначе #")),
        ("a page of one's own", &|| dossier.write("content/method.md", "# Метод\n\nТак.\n")),
        ("a template", &|| dossier.write("templates/404.html", "нет такой страницы")),
    ];
    for (what, edit) in edits {
        edit();
        assert!(!build_again(&dossier, &mut kept, what), "{what}");
    }
    let changes: [(&str, &dyn Fn()); 6] = [
        ("a source's text", &|| dossier.replace("seeds/port.txt", "Индию", "Китай")),
        ("a new source", &|| dossier.write("seeds/new.txt", "Мост\n\n1 мая 2023\n\nМост в Томске открыли вовремя.\n")),
        ("a correction", &|| {
            dossier.write("content/entities/laptev.md", "---\nname: Игорь Лаптев\n---\nДиректор с 2019 года.\n")
        }),
        ("a correction that is taken back", &|| {
            std::fs::remove_file(dossier.path("content/entities/laptev.md")).unwrap()
        }),
        ("the configuration", &|| dossier.replace("dossier.toml", "Проба", "Другое")),
        ("a source that is gone", &|| std::fs::remove_file(dossier.path("seeds/new.txt")).unwrap()),
    ];
    for (what, change) in changes {
        change();
        assert!(build_again(&dossier, &mut kept, what), "{what}");
    }
}

#[test]
fn a_build_that_fails_keeps_nothing_wrong() {
    let dossier = DossierFolder::with_one();
    let mut kept = Kept::default();
    build_again(&dossier, &mut kept, "the first build");
    dossier.replace("seeds/port.txt", "Индию", "Китай");
    dossier.write("templates/404.html", "{% if %}");
    let request = Request { root: dossier.path(""), out: dossier.path("public"), base_url: None };
    assert!(pipeline::build_again(&request, &mut kept).is_err());
    std::fs::remove_file(dossier.path("templates/404.html")).unwrap();
    build_again(&dossier, &mut kept, "after a failed build");
}
