//! What the key sentences of an article are, and how many.

mod article;

use article::analysed;
use dossier::analysis::{Options, analyse, told_by};
use proptest::prelude::*;

const FERRY: &str =
    "Паромную переправу через Обь у Каменского закрыли на месяц из-за обмеления реки. Об этом сообщила \
компания «Обьпаром». Движение остановили в понедельник вечером.

Уровень воды у пристани упал до 80 сантиметров, паром садится на мель. Директор компании Олег Вершинин назвал это \
худшим летом за тридцать лет. Ближайший мост находится в 140 километрах.

С одной стороны, жителям обещают катер. Врачей и почту возит вертолёт. Власти района рассчитывают на дожди в \
сентябре.";

/// The key sentences of a text, the most important first: as many as are asked for.
fn ranked(text: &str, count: Option<usize>) -> Vec<String> {
    let analysis = analyse(analysed(text, "ru", None).article, Options { key_sentences: count });
    let mut summary = analysis.summary.clone();
    summary.sort_by_key(|key| key.rank);
    summary.iter().map(|key| analysis.sentences[key.sentence].span.of(text).to_owned()).collect()
}

#[test]
fn as_many_are_given_as_are_asked_for() {
    for count in 1..=9 {
        assert_eq!(ranked(FERRY, Some(count)).len(), count);
    }
    assert_eq!(ranked(FERRY, Some(50)).len(), 9, "the text has no more");
}

#[test]
fn the_first_by_rank_is_the_best_single_one() {
    for count in 1..=9 {
        assert_eq!(ranked(FERRY, Some(count))[0], ranked(FERRY, Some(1))[0]);
    }
}

#[test]
fn news_keeps_its_lead_without_what_only_says_who_reported_it() {
    let summary = ranked(FERRY, None);
    assert!(summary[0].starts_with("Паромную переправу"), "{summary:?}");
    assert!(summary.iter().any(|sentence| sentence.starts_with("Движение остановили")), "{summary:?}");
    assert!(!summary.iter().any(|sentence| sentence.starts_with("Об этом")), "{summary:?}");
}

#[test]
fn news_that_opens_with_a_scene_begins_with_its_report() {
    let text = "Скамья у пристани в Кинешме стоит с 1911 года. На ней, говорят, любил сидеть Островский.\n\nВ среду \
        пристань закрыли: мэрия Кинешмы признала дебаркадер аварийным и запретила причаливать к нему теплоходам. Об этом \
        сообщил глава города Вячеслав Ступин.\n\nДебаркадер построили полвека назад. Теплоходы перенаправят в Решму. \
        Ремонт дебаркадера в Кинешме обойдётся в 40 млн рублей, мэрия рассчитывает получить их из бюджета области.";
    let summary = ranked(text, None);
    assert!(summary[0].starts_with("В среду пристань закрыли"), "{summary:?}");
    // Where the first sentence reports, it stays the best, however much the next tell.
    let text = "Мэрия Кинешмы закрыла аварийный дебаркадер. Об этом в среду сообщил глава города Вячеслав Ступин. Теплоходы \
        перенаправят в Решму, говорится в постановлении. Ремонт обойдётся в 40 млн рублей, заявили в мэрии в четверг.";
    assert!(ranked(text, None)[0].starts_with("Мэрия Кинешмы закрыла"));
}

#[test]
fn half_a_thought_is_no_key_sentence() {
    let summary = ranked(FERRY, Some(6));
    assert!(!summary.iter().any(|sentence| sentence.starts_with("С одной стороны")), "{summary:?}");
}

#[test]
fn what_a_text_takes_back_is_no_key_sentence() {
    let text = "Казалось, что спор о даче Репина в Куоккале улажен навсегда. Музей получил здание и землю. Посетителей \
        стало вдвое больше.\n\nОднако наследники художника подали в суд Петербурга новый иск о собственности. Они требуют \
        вернуть мастерскую и архив. Заседание суда Петербурга назначено на 12 марта.\n\nЮрист музея Анна Краева считает, \
        что срок давности по иску истёк ещё в девяностые годы. Наследники ссылаются на письмо художника из архива.";
    let summary = ranked(text, None);
    assert!(summary.iter().any(|sentence| sentence.contains("иск")), "{summary:?}");
    assert!(!summary.iter().any(|sentence| sentence.starts_with("Казалось")), "{summary:?}");
}

/// Who is told beside each key sentence of a text, by its first words.
fn told(text: &str, language: &str, count: usize) -> Vec<(String, Option<String>)> {
    let analysis = analyse(analysed(text, language, None).article, Options { key_sentences: Some(count) });
    let first = |sentence: usize| {
        let words = analysis.sentences[sentence].span.of(text).split_whitespace().take(2);
        words.collect::<Vec<_>>().join(" ")
    };
    let told = |sentence: usize| told_by(&analysis, sentence).map(|told| told.words);
    analysis.summary.iter().map(|key| (first(key.sentence), told(key.sentence))).collect()
}

#[test]
fn an_attribution_in_the_sentence_behind_is_told() {
    let told = told(FERRY, "ru", 3);
    let ferry = told.iter().find(|(first, _)| first == "Паромную переправу").expect("the lead is chosen");
    assert_eq!(ferry.1.as_deref(), Some("Об этом сообщила компания «Обьпаром»"));
    let stopped = told.iter().find(|(first, _)| first == "Движение остановили").expect("the lead is chosen");
    assert_eq!(stopped.1, None, "the article's own words");
}

#[test]
fn who_is_meant_by_a_pronoun_is_told() {
    let text = "Министр энергетики Айдар Сейтов представил план ремонта станций. По его словам, зимой без тепла останутся \
        девять посёлков Карагандинской области, если котлы не заменят до октября. Ремонт начнётся в мае.";
    let told = told(text, "ru", 3);
    let told = told.into_iter().find(|(first, _)| first == "По его").expect("all are chosen");
    assert_eq!(told.1.as_deref(), Some("Айдар Сейтов"));
}

#[test]
fn who_says_so_is_no_key_sentence_of_its_own() {
    let text = "Казахстан сильно зависит от цен на нефть в Китае. Такими мыслями с «Каспием» поделился политолог Ержан \
        Байтенов. По его словам, спад в Китае оставит бюджет без трети доходов.\n\nБюджет на год уже свёрстан. Доходы \
        от нефти дают половину поступлений.";
    let told = told(text, "ru", 3);
    assert!(!told.iter().any(|(first, _)| first == "Такими мыслями"), "{told:?}");
    let first = told.iter().find(|(first, _)| first == "Казахстан сильно").expect("the first is chosen");
    assert!(first.1.as_deref().is_some_and(|words| words.contains("Байтенов")), "{told:?}");
}

#[test]
fn an_announcement_gives_way_to_what_it_announces() {
    let text = "Томские биологи рассказали о результатах опыта. Они вывели пшеницу, которая переносит заморозки до минус \
        девяти градусов. Сорт испытывают в трёх районах Томской области.\n\nПшеницу скрещивали с диким пыреем восемь \
        лет. Семена передали фермерам.";
    let told = told(text, "ru", 1);
    assert_eq!(told, [("Они вывели".to_owned(), Some("Томские биологи рассказали о результатах опыта".to_owned()))]);
}

#[test]
fn a_key_sentence_opens_with_no_connective_where_another_is_as_good() {
    let text = "Завод в Рубцовске остановил сборку тракторов из-за нехватки двигателей. Однако рабочих обещают сохранить. \
        Двигатели для тракторов поставлял завод в Харькове, поставки двигателей прекратились в марте.\n\nВ цехе \
        сборки тракторов работают 800 человек. Им выплатят две трети зарплаты. Запасов двигателей хватило до июня.";
    let summary = ranked(text, None);
    assert!(!summary.iter().any(|sentence| sentence.starts_with("Однако")), "{summary:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever the text, key sentences are sentences of it, each once, ranked from 1.
    #[test]
    fn key_sentences_are_ranked_sentences(text in "[а-яА-Я«»\"„“ .!?:,–\n]{0,400}", count in proptest::option::of(1usize..9)) {
        let analysis = analyse(analysed(&text, "ru", None).article, Options { key_sentences: count });
        let mut ranks: Vec<usize> = analysis.summary.iter().map(|key| key.rank).collect();
        ranks.sort_unstable();
        prop_assert_eq!(ranks, (1..=analysis.summary.len()).collect::<Vec<_>>());
        prop_assert!(analysis.summary.windows(2).all(|pair| pair[0].sentence < pair[1].sentence));
        if let Some(count) = count {
            prop_assert_eq!(analysis.summary.len(), count.min(analysis.sentences.len()));
        }
    }
}
