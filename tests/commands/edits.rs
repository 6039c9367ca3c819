//! The machine drafts, people decide.

use super::dossier_folder::{DossierFolder, PORT};

fn built() -> (DossierFolder, String) {
    let dossier = DossierFolder::with_one();
    dossier.build(0);
    let pages = dossier.pages();
    assert_eq!(pages.len(), 1);
    (dossier, pages[0].clone())
}

fn published(dossier: &DossierFolder, page: &str) -> String {
    let slug = page.trim_start_matches("content/sources/").trim_end_matches(".md");
    dossier.read(&format!("public/sources/{slug}/index.html"))
}

#[test]
fn an_untouched_draft_is_redrawn() {
    let (dossier, page) = built();
    let before = dossier.read(&page);
    dossier.write("seeds/port.txt", PORT.replace("на 12%", "на 15%"));
    dossier.build(0);
    assert_eq!(dossier.pages(), std::slice::from_ref(&page), "the slug stays");
    assert_ne!(dossier.read(&page), before);
    assert!(published(&dossier, &page).contains("15%"));
}

#[test]
fn an_edited_title_wins_and_stays() {
    let (dossier, page) = built();
    dossier.replace(&page, "title: Порт Мурманска увеличил перевалку угля", "title: Уголь идёт через Мурманск");
    let edited = dossier.read(&page);
    dossier.build(0);
    assert!(published(&dossier, &page).contains("Уголь идёт через Мурманск"));
    assert!(dossier.read("public/dossier.json").contains("Уголь идёт через Мурманск"));

    dossier.write("seeds/port.txt", PORT.replace("на 12%", "на 15%"));
    let run = dossier.build(0);
    assert_eq!(dossier.read(&page), edited, "the page is the editor's");
    assert_eq!(dossier.pages(), std::slice::from_ref(&page));
    assert!(run.stderr.contains(&page) && run.stderr.contains("dossier diff"), "{}", run.stderr);
    assert!(published(&dossier, &page).contains("Уголь идёт через Мурманск"));
    assert!(published(&dossier, &page).contains("15%"), "the text is the source's as it is now");

    let diff = dossier.run(&["diff"]);
    assert_eq!(diff.code, 0);
    assert!(
        diff.stdout.contains("-title: Уголь идёт через Мурманск") && diff.stdout.contains("15%"),
        "{}",
        diff.stdout
    );
}

#[test]
fn an_edited_key_point_wins() {
    let (dossier, page) = built();
    let text = dossier.read(&page);
    let point = text.lines().find(|line| line.starts_with("- ") && line.contains("#p")).unwrap();
    dossier.replace(&page, point, "- Перевалка растёт второй год. [¶ 1](#p1s1)");
    dossier.build(0);
    assert!(published(&dossier, &page).contains("Перевалка растёт второй год."));
    assert!(dossier.read("public/index.html").contains("Перевалка растёт второй год."));
    assert!(dossier.read("public/dossier.json").contains("Перевалка растёт второй год."));
}

#[test]
fn an_edited_body_wins_whole() {
    let (dossier, page) = built();
    let text = dossier.read(&page);
    let front_matter = text.split("\n---\n").next().unwrap();
    dossier.write(&page, format!("{front_matter}\n---\n\nРедактор пишет **сам** о [[Мурманск]]е.\n"));
    let edited = dossier.read(&page);
    dossier.write("seeds/port.txt", PORT.replace("на 12%", "на 15%"));
    dossier.build(0);
    assert_eq!(dossier.read(&page), edited);
    let html = published(&dossier, &page);
    assert!(html.contains("<strong>сам</strong>"), "{html}");
}

#[test]
fn a_deleted_field_is_the_machines_again() {
    let (dossier, page) = built();
    dossier.replace(&page, "title: Порт Мурманска увеличил перевалку угля\n", "");
    dossier.replace(&page, "published: 2023-03-12T09:30", "published: 2023-03-13");
    dossier.build(0);
    let html = published(&dossier, &page);
    assert!(html.contains("Порт Мурманска увеличил перевалку угля"));
    assert!(html.contains("2023-03-13"), "the edited day is shown: {html}");
}

#[test]
fn a_value_that_cannot_be_used_is_named_with_its_line() {
    let (dossier, page) = built();
    dossier.replace(&page, "published: 2023-03-12T09:30", "published: вчера");
    let run = dossier.build(1);
    assert!(run.stderr.contains(&format!("{page}:6: `published` must be a date")), "{}", run.stderr);
}

#[test]
fn a_broken_front_matter_is_named_and_left_alone() {
    let (dossier, page) = built();
    dossier.replace(&page, "slug: ", "slug: [");
    let edited = dossier.read(&page);
    let run = dossier.build(1);
    assert!(run.stderr.contains(&page) && run.stderr.contains("no YAML"), "{}", run.stderr);
    assert_eq!(dossier.read(&page), edited);
    assert!(dossier.read("public/index.html").contains("Мурманск"), "the source is published all the same");
}

#[test]
fn a_renamed_source_keeps_its_page() {
    let (dossier, page) = built();
    std::fs::rename(dossier.path("seeds/port.txt"), dossier.path("seeds/murmansk.txt")).unwrap();
    dossier.build(0);
    assert_eq!(dossier.pages(), std::slice::from_ref(&page));
    assert!(dossier.read(&page).contains("source: seeds/murmansk.txt"));
}

#[test]
fn a_page_goes_with_its_source_unless_it_was_edited() {
    let (dossier, page) = built();
    dossier.write(
        "seeds/other.txt",
        "Суд в Омске отклонил жалобу завода. Завод выплатит 2 млн рублей, решил суд 3 мая 2023 года.",
    );
    dossier.build(0);
    std::fs::remove_file(dossier.path("seeds/port.txt")).unwrap();
    dossier.build(0);
    assert!(!dossier.pages().contains(&page), "an untouched draft goes");

    let other = dossier.pages().remove(0);
    dossier.replace(&other, "title: ", "title: Решение суда ");
    dossier.write("seeds/port.txt", PORT);
    std::fs::remove_file(dossier.path("seeds/other.txt")).unwrap();
    let run = dossier.build(1);
    assert!(run.stderr.contains(&other), "{}", run.stderr);
    assert!(dossier.pages().contains(&other), "a person's work stays");
}

#[test]
fn a_page_of_a_source_that_cannot_be_read_stays() {
    let (dossier, page) = built();
    dossier.write(
        "seeds/other.txt",
        "Суд в Омске отклонил жалобу завода. Завод выплатит 2 млн рублей, решил суд 3 мая 2023 года.",
    );
    dossier.write("seeds/port.txt", b"\x00\x01\x02\x03\xff\xfe\x00\x00\x00\x80".repeat(50));
    dossier.build(1);
    assert!(dossier.pages().contains(&page));
}

#[test]
fn line_ends_and_byte_order_marks_are_no_edits() {
    let (dossier, page) = built();
    let text = dossier.read(&page);
    dossier.write(&page, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    dossier.write("seeds/port.txt", PORT.replace("на 12%", "на 15%"));
    dossier.build(0);
    assert!(dossier.read(&page).contains("15%"), "still the machine's page, so it was redrawn");
}
