//! Lines that the pages of one site share, and lines that they report alike.

use serde_json::Value;

use super::dossier_folder::DossierFolder;

/// A slogan that no rule over one page knows.
const SLOGAN: &str = "Тёплые истории родного края каждое утро за чашкой чая.";
/// What stands between two paragraphs.
const BETWEEN: &str = "Делимся радостью и помогаем соседям с две тысячи девятого года.";
/// A paragraph on what went before, in three articles word for word.
const BACKGROUND: &str = "Мост через Каму у Чусовского строят с 2021 года, подрядчик — компания «ВИС».";

/// A clipping of `site` with three paragraphs on the bridge.
fn clipping(site: &str, number: usize) -> String {
    let subjects = [
        ("проезжую часть", "асфальт кладут в две смены", "прораб Марат Гайсин"),
        ("левый берег", "под мостом намывают песок", "инженер Олег Сафин"),
        ("освещение", "на опоры вешают лампы", "электрик Пётр Лузин"),
        ("подъезды", "дорогу расширяют до четырёх полос", "депутат Вера Крылова"),
    ];
    let (what, how, who) = subjects[number % subjects.len()];
    format!(
        "---\ntitle: \"Мост через Каму: {what}\"\nsource: \"https://{site}/news/{number}\"\npublished: 2023-09-1{number}\n---\n\
         Строители моста через Каму закончили {what} раньше срока, сообщили в министерстве транспорта края в понедельник.\n\n\
         {BETWEEN}\n\n\
         На стройке теперь {how}, рассказал {who}. Движение по мосту обещают открыть до ледостава.\n\n\
         {BACKGROUND}\n\n{SLOGAN}\n"
    )
}

/// The texts that `analyze` gives for the folder, and what it says was removed, with the rules.
fn analysed(dossier: &DossierFolder) -> Vec<(String, Vec<(String, String)>)> {
    let run = dossier.run(&["analyze", "seeds"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let line = |line: &str| {
        let value: Value = serde_json::from_str(line).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let removed = value["removed"].as_array().unwrap().iter().map(|it| (text(&it["text"]), text(&it["rule"])));
        (text(&value["text"]), removed.collect())
    };
    run.stdout.lines().map(line).collect()
}

#[test]
fn what_pages_of_a_site_share_is_chrome_and_what_they_report_is_not() {
    let dossier = DossierFolder::empty();
    for number in 0..2 {
        dossier.write(&format!("seeds/kama-{number}.md"), clipping("www.kama.example", number));
        dossier.write(&format!("seeds/other-{number}.md"), clipping("other.example", number + 2).replace(SLOGAN, ""));
    }
    // Two pages show nothing.
    for (text, _) in analysed(&dossier).iter().take(2) {
        assert!(text.contains(SLOGAN) && text.contains(BETWEEN));
    }
    dossier.build(0);
    // The third tells.
    dossier.write("seeds/kama-2.md", clipping("kama.example", 2));
    let own: Vec<_> = analysed(&dossier).into_iter().take(3).collect();
    for (text, removed) in &own {
        for line in [SLOGAN, BETWEEN] {
            assert!(!text.contains(line), "{line} is left in:\n{text}");
            assert!(removed.contains(&(line.to_owned(), "site-chrome".to_owned())), "{removed:?}");
        }
        assert!(text.contains(BACKGROUND), "reporting is kept: {text}");
    }
    // A build says the same, and remembers it.
    let run = dossier.build(0);
    assert!(run.stdout.starts_with("5 sources (4 remembered)"), "{}", run.stdout);
    let good = dossier.tree("public");
    let page = |dossier: &DossierFolder| dossier.pages().iter().map(|page| dossier.read(page)).collect::<String>();
    assert!(!page(&dossier).contains(SLOGAN));
    let again = dossier.build(0);
    assert!(again.stdout.starts_with("5 sources (5 remembered)"), "{}", again.stdout);
    std::fs::remove_dir_all(dossier.path(".dossier")).unwrap();
    dossier.build(0);
    assert!(dossier.tree("public") == good, "with or without what was remembered");
    // Without the third, the line is back.
    std::fs::remove_file(dossier.path("seeds/kama-2.md")).unwrap();
    dossier.build(0);
    assert!(analysed(&dossier)[0].0.contains(SLOGAN));
}
