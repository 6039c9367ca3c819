//! What an article calls its people by office and occupation.

mod article;

use dossier::dossier::assemble;

use article::analysed;

/// The roles of all people of a Russian text, each written as `name: role`.
fn roles(text: &str) -> Vec<String> {
    let analysis = analysed(text, "ru", None);
    analysis
        .entities
        .iter()
        .flat_map(|entity| entity.roles.iter().map(move |role| format!("{}: {}", entity.name, role.text)))
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(roles(text), expected, "{text}");
}

#[test]
fn offices_before_a_name() {
    check("Президент Казахстана Касым-Жомарт Токаев прибыл в Ташкент.", &["Касым-Жомарт Токаев: президент Казахстана"]);
    check(
        "Об этом сообщили после встречи с вице-министром торговли и интеграции Казахстана Айжан Бижановой.",
        &["Айжан Бижанова: вице-министр торговли и интеграции Казахстана"],
    );
    check("Глава МИД Турции Хакан Фидан прилетел в Баку.", &["Хакан Фидан: глава МИД Турции"]);
    check("Об этом заявил политолог Аскар Нурша.", &["Аскар Нурша: политолог"]);
    check("«Мы против», — сказал депутат Госдумы Иванов.", &["Иванов: депутат Госдумы"]);
    check("Суд арестовал бывшего президента Молдавии Игоря Додона.", &["Игорь Додон: бывший президент Молдавии"]);
    check("И. о. министра культуры Ольга Любимова открыла выставку.", &["Ольга Любимова: и. о. министра культуры"]);
}

#[test]
fn occupations_after_a_name() {
    check(
        "Дмитрий Михайличенко, политолог, автор Telegram-канала Scriptorium",
        &["Дмитрий Михайличенко: политолог", "Дмитрий Михайличенко: автор Telegram-канала Scriptorium"],
    );
    check("Приехали Иван Петров, министр обороны и глава МИД.", &[]);
}

#[test]
fn no_role_is_invented() {
    check("Действующий президент Садыр Жапаров выступил.", &["Садыр Жапаров: президент"]);
    check("В аэропорту его встретил коллега Джейхун Байрамов.", &[]);
    check("Врач рассказал, что Анна Каренина уехала.", &[]);
    check("Встречу с президентом провёл Иван Петров.", &[]);
}

#[test]
fn roles_are_dated_by_their_sources() {
    let text = "Президент Казахстана Касым-Жомарт Токаев прибыл. Президент Казахстана Токаев выступил.";
    let dossier = assemble(vec![analysed(text, "ru", None)], &[]).0;
    let entity = dossier.entities.iter().find(|entity| entity.name == "Касым-Жомарт Токаев").expect("found");
    let found: Vec<_> = entity.roles.iter().map(|role| (role.text.as_str(), role.source, role.sentence)).collect();
    assert_eq!(found, [("президент Казахстана", 0, 0)]);
}

/// Roles found and labelled: right, found, labelled.
fn measure(file: &str) -> (usize, usize, usize) {
    let path = format!("{}/tests/data/roles/{file}", env!("CARGO_MANIFEST_DIR"));
    let cases = std::fs::read_to_string(path).expect("the labelled sentences");
    let mut score = (0, 0, 0);
    for case in cases.split("\n===\n") {
        let (text, labels): (Vec<&str>, Vec<&str>) = case.lines().partition(|line| !line.starts_with("= "));
        let labels: Vec<&str> = labels.iter().map(|label| &label[2..]).collect();
        let found = roles(&text.join("\n"));
        // The name may be cut otherwise; its last word and the role decide.
        let key = |role: &str| {
            let (name, role) = role.split_once(": ").expect("a name and a role");
            format!("{}: {role}", name.rsplit(' ').next().unwrap_or(name))
        };
        let (mut left, wanted): (Vec<String>, usize) = (labels.iter().map(|label| key(label)).collect(), labels.len());
        let mut right = 0;
        for role in &found {
            if let Some(place) = left.iter().position(|label| *label == key(role)) {
                left.remove(place);
                right += 1;
            } else if file == "check.txt" {
                println!("  wrong: {role}   in {}", text.join(" "));
            }
        }
        if file == "check.txt" {
            left.iter().for_each(|label| println!("  missed: {label}   in {}", text.join(" ")));
        }
        score = (score.0 + right, score.1 + found.len(), score.2 + wanted);
    }
    score
}

#[test]
fn roles_on_labelled_sentences() {
    for file in ["check.txt", "held.txt"] {
        let (right, found, labelled) = measure(file);
        let share = |whole: usize| right as f64 / whole as f64;
        assert!(share(found) > 0.95 && share(labelled) > 0.93, "{file}: roles are found less well than they were");
        println!(
            "{file:<10} precision {:.3} ({right}/{found}) recall {:.3} ({right}/{labelled})",
            share(found),
            share(labelled)
        );
    }
}
