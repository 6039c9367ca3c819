//! What the pages show of several sources together: agreements, conflicts, merged events.

mod support;

use dossier::analysis::EventStatus;
use dossier::calendar::Precision;
use dossier::dossier::{Agreement, Claim, Conflict, Dispute, MergedEvent, TimelineEvent};
use dossier::site::Site;
use support::{Fixture, text, try_render};

fn rendered(fixture: &Fixture) -> (Site, Vec<String>) {
    let (site, diagnostics) = try_render(fixture, None).unwrap();
    (site, diagnostics.iter().map(ToString::to_string).collect())
}

fn claim(source: usize, sentence: usize) -> Claim {
    Claim { source, sentence, words: None }
}

const COURT: &str = "sources/sud-vernul-smetu-mosta-na-pereschet/index.html";

#[test]
fn a_conflict_stands_on_the_home_page_and_on_both_sources() {
    let mut fixture = support::bridge();
    let claims = vec![claim(0, 3), claim(1, 0)];
    fixture.dossier.conflicts.push(Conflict { about: Dispute::Figure, claims });
    let (site, diagnostics) = rendered(&fixture);
    assert_eq!(diagnostics, Vec::<String>::new());
    let auditors = "sources/auditors-question-the-price-of-a-kama-bridge/index.html";
    for path in ["index.html", COURT, auditors] {
        let html = text(&site, path);
        assert!(html.contains("разные числа"), "{path}");
        assert!(html.contains("Разница – 1,4 млрд рублей."), "{path}");
        assert!(html.contains("has grown a third more expensive"), "{path}");
    }
    assert!(!text(&site, "sources/parom-do-zarechnogo-snova-vstal/index.html").contains("разные числа"));
}

#[test]
fn what_several_sources_say_is_not_told_again_as_one_sources() {
    let mut fixture = support::bridge();
    let (site, _) = rendered(&fixture);
    assert!(!text(&site, "index.html").contains("В чём сходятся источники"));
    fixture.dossier.agreements.push(Agreement { claims: vec![claim(0, 0), claim(1, 2)], verbatim: false });
    let (site, _) = rendered(&fixture);
    let home = text(&site, "index.html");
    let (agreed, single) = home.split_once("id=\"key-points\"").expect("what one source says follows");
    // The dates that follow the key points tell of every event again.
    let single = single.split("</section>").next().unwrap();
    assert!(agreed.contains("В чём сходятся источники"));
    for words in ["обязал заказчика второго моста", "on 20 August to have the estimate redone"]
    {
        assert!(agreed.contains(words) && !single.contains(words), "{words}");
    }
}

#[test]
fn agreements_beyond_the_first_can_be_unfolded_and_the_others_are_counted() {
    let mut fixture = support::bridge();
    let agreement = || Agreement { claims: vec![claim(0, 0), claim(1, 2)], verbatim: false };
    let items = |fixture: &Fixture| {
        let (site, _) = rendered(fixture);
        let home = text(&site, "index.html");
        let (_, home) = home.split_once("class=\"agreements\"").expect("there are agreements");
        let (home, _) = home.split_once("</section>").expect("the section ends");
        let (open, more) = home.split_once("<details class=\"others\">").unwrap_or((home, ""));
        let claims = |html: &str| html.matches("class=\"claim\"").count() / 2;
        (claims(open), claims(more), more.contains("Ещё 23 совпадения не показаны"))
    };
    fixture.dossier.agreements.extend((0..5).map(|_| agreement()));
    assert_eq!(items(&fixture), (5, 0, false));
    fixture.dossier.agreements.extend((0..118).map(|_| agreement()));
    assert_eq!(items(&fixture), (5, 95, true));
}

#[test]
fn a_dossier_of_one_source_has_key_points_alone() {
    let mut fixture = support::bridge();
    fixture.pages.truncate(1);
    let (site, diagnostics) = rendered(&fixture);
    assert_eq!(diagnostics, Vec::<String>::new());
    let home = text(&site, "index.html");
    assert!(home.contains(">Главное<") && !home.contains("Что сообщает один источник"));
}

#[test]
fn reports_of_one_event_keep_their_words_and_what_they_say_of_it() {
    let mut fixture = support::bridge();
    let dossier = &mut fixture.dossier;
    let first = dossier.events.iter().position(|event| (event.source, event.sentence) == (0, 1)).unwrap();
    let second = dossier.events.iter().position(|event| (event.source, event.sentence) == (1, 2)).unwrap();
    dossier.events[second].status = EventStatus::Denied;
    let exact = dossier.events[first].clone();
    dossier.merged.retain(|event| !event.reports.contains(&first) && !event.reports.contains(&second));
    dossier.merged.push(MergedEvent {
        from: exact.from,
        to: exact.to,
        precision: exact.precision,
        reports: vec![first, second],
        disputes: vec![Dispute::Status],
    });
    let (site, diagnostics) = rendered(&fixture);
    assert_eq!(diagnostics, Vec::<String>::new());
    let timeline = text(&site, "timeline/index.html");
    let event = timeline.split("<li class=\"event\"").find(|event| event.contains("Решение оглашено")).unwrap();
    for expected in ["asked the court", "отрицается", "сообщается как случившееся", "есть опровержение"]
    {
        assert!(event.contains(expected), "{expected}\n{event}");
    }
}

#[test]
fn a_long_timeline_is_parted_into_years_and_months() {
    let mut fixture = support::bridge();
    let dossier = &mut fixture.dossier;
    for number in 0..1500_i16 {
        // A third of them in one year.
        let year = if number % 3 == 0 { 2024 } else { 1990 + number % 30 };
        let day =
            dossier::calendar::Day { year: Some(year), month: (number % 12 + 1) as i8, day: (number % 28 + 1) as i8 };
        let (from, to, precision) = (day, day, Precision::Day);
        dossier.events.push(TimelineEvent {
            from,
            to,
            precision,
            status: EventStatus::Happened,
            source: 0,
            sentence: 1,
        });
        let reports = vec![dossier.events.len() - 1];
        dossier.merged.push(MergedEvent { from, to, precision, reports, disputes: Vec::new() });
    }
    dossier.merged.sort_by_key(|event| (event.from.year.is_none(), event.from));
    let (site, diagnostics) = rendered(&fixture);
    assert_eq!(diagnostics, Vec::<String>::new());
    let first = text(&site, "timeline/index.html");
    assert!(first.contains("href=\"/bridge/timeline/1991/\"") && first.contains("<svg"));
    assert!(!first.contains("<li class=\"event\""));
    assert!(text(&site, "timeline/1991/index.html").contains("<li class=\"event\""));
    assert!(text(&site, "timeline/2024/index.html").contains("href=\"/bridge/timeline/2024/04/\""));
    assert!(text(&site, "timeline/2024/04/index.html").contains("апрель 2024"));
    // Days of no known year have a page of their own.
    assert!(text(&site, "timeline/undated/index.html").contains("17\u{A0}июня"));
}
