//! Capitals that stand for their governments, and those that do not.

mod article;

use article::analysed;

/// The mentions of a text that stand for something, each as `форма = ключ`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let analysis = analysed(text, "ru", None);
    let found: Vec<String> = analysis
        .mentions
        .iter()
        .filter_map(|mention| mention.stands_for.as_ref().map(|key| format!("{} = {key}", mention.form)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_capital_that_acts_is_its_government() {
    check("Москва отвергла обвинения Украины.", &["Москва = country:RU"]);
    check("«Это шантаж», — считает Пекин. США молчат.", &["Пекин = country:CN"]);
    check("Анкара не намерена вводить санкции против России.", &["Анкара = country:TR"]);
    check("Отношения между Москвой и Вашингтоном улучшились.", &["Москва = country:RU", "Вашингтон = country:US"]);
    check("Позиция Анкары расходится с позицией Франции.", &["Анкара = country:TR"]);
    check("США ведут переговоры с Пекином.", &["Пекин = country:CN"]);
    check("Москва и Пекин договорились о поставках газа.", &["Москва = country:RU", "Пекин = country:CN"]);
    check("Германия обвинила Москву в шантаже.", &["Москва = country:RU"]);
    check("Европа усилила давление на Киев. Украина против.", &["Киев = country:UA"]);
    check("Анкара не может признать Крым. Украина рада.", &["Анкара = country:TR"]);
    check("Кремль отказался от комментариев. США ждут.", &["Кремль = country:RU"]);
}

#[test]
fn a_town_is_a_town() {
    check("В Москве прошла встреча с послом Франции.", &[]);
    check("Из Москвы прилетел посол Франции.", &[]);
    check("Улицы Москвы украсили флагами Китая.", &[]);
    check("Поезд между Москвой и Минском отменён.", &[]);
    check("Москва встретила гостей из Китая дождём.", &[]);
    check("Посол Франции живёт в центре Москвы.", &[]);
    // Of one country alone the article says nothing about governments.
    check("Москва отказалась от платных парковок.", &[]);
}
