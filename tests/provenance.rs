//! Copies, shared passages and retellings, found from texts as they come.

use std::fs;

use dossier::analysis::{Options, analyse};
use dossier::dossier::{Dossier, assemble};
use dossier::intake::Sidecar;
use dossier::intake::read_bytes_with;
use dossier::pipeline::{self, Request};
use proptest::prelude::*;

/// A source: its name, outlet, day and text.
struct Given {
    name: &'static str,
    outlet: &'static str,
    day: &'static str,
    text: String,
}

fn given(name: &'static str, outlet: &'static str, day: &'static str, text: impl Into<String>) -> Given {
    Given { name, outlet, day, text: text.into() }
}

fn dossier(sources: &[Given]) -> Dossier {
    let analyses = sources.iter().map(|source| {
        let sidecar = Sidecar {
            outlet: Some(source.outlet.to_owned()),
            published: Some(source.day.to_owned()),
            title: Some(format!("Заголовок {}", source.name)),
            ..Sidecar::default()
        };
        let name = format!("seeds/{}.txt", source.name);
        let (mut articles, wrong) = read_bytes_with(&name, source.text.as_bytes(), false, Some(&sidecar));
        assert_eq!(wrong, [], "{name}");
        analyse(articles.remove(0), Options::default())
    });
    assemble(analyses.collect(), &[]).0
}

fn index(dossier: &Dossier, name: &str) -> usize {
    dossier.sources.iter().position(|source| source.analysis.article.id == name).unwrap()
}

/// Per cent of `a` that stands in `b`, where that is told of at all.
fn percent(dossier: &Dossier, a: &str, b: &str) -> Option<f64> {
    let other = index(dossier, b);
    let copied = dossier.sources[index(dossier, a)].copies.iter().find(|copied| copied.source == other)?;
    Some((copied.share * 100.0).round())
}

const WIRE: &str = "\
Правительство Карелии выделит 340 млн рублей на ремонт моста через Суну, сообщил министр транспорта республики Павел \
Ремизов. Мост закрыли для грузовиков в октябре, когда в опоре нашли трещину длиной в полтора метра.

По словам министра, подрядчика выберут до конца января, а работы займут восемь месяцев. Всё это время грузовики будут \
объезжать мост по лесной дороге через Гирвас, и путь от Кондопоги до Медвежьегорска станет длиннее на 62 километра.

Жители Гирваса опасаются, что дорога не выдержит. «Весной по ней и трактор не пройдёт, а тут сотни фур», – сказала \
глава поселения Ольга Никитина. Она попросила прокуратуру проверить, кто и на каком основании выбрал объезд.

Мост через Суну построили в 1964 году. Последний раз его ремонтировали в 1998 году, и с тех пор движение по нему \
выросло втрое.
";

/// The wire's report, as a local paper reprints it: a new lead, the last paragraph cut, words changed.
fn reprint() -> String {
    let cut = WIRE.rsplit_once("\n\nМост через").unwrap().0;
    let changed = cut
        .replace("сообщил министр", "заявил министр")
        .replace("на ремонт моста", "на починку моста")
        .replace("путь от Кондопоги", "дорога от Кондопоги")
        .replace("Она попросила", "Никитина попросила");
    format!("Наша газета уже писала о мосте через Суну. Теперь стало известно, откуда возьмут деньги.\n\n{changed}")
}

/// The same news in words of its own.
const OWN_WORDS: &str = "\
На мост через Суну нашли деньги: 340 миллионов даст бюджет республики. Об этом рассказал Павел Ремизов, который отвечает \
в правительстве Карелии за дороги. Трещину обнаружили осенью, и с тех пор тяжёлые машины по мосту не ездят.

Объезд проложили лесом. Ольга Никитина, которая руководит Гирвасом, считает это ошибкой и ждёт ответа от прокуроров: \
фуры, говорит она, разобьют дорогу за одну весну.
";

/// Another story, which quotes two sentences of the wire word for word.
const OTHER_STORY: &str = "\
Депутаты Кондопоги потребовали вернуть автобус до Медвежьегорска, который отменили в ноябре. Перевозчик ссылается на \
убытки: пассажиров меньше, а топливо дороже.

Всё это время грузовики будут объезжать мост по лесной дороге через Гирвас, и путь от Кондопоги до Медвежьегорска станет \
длиннее на 62 километра. Для автобуса, считают депутаты, этот путь не годится вовсе.

Глава района обещал ответить на обращение до среды.
";

fn karelia() -> Dossier {
    dossier(&[
        given("wire", "Север-Информ", "2023-11-20", WIRE),
        given("reprint", "Кондопожский вестник", "2023-11-21", reprint()),
        given("own", "Онего Сегодня", "2023-11-21", OWN_WORDS),
        given("other", "Петрозаводск говорит", "2023-11-23", OTHER_STORY),
    ])
}

#[test]
fn a_reprint_is_found_in_both_directions() {
    let dossier = karelia();
    let (of_reprint, of_wire) =
        (percent(&dossier, "reprint", "wire").unwrap(), percent(&dossier, "wire", "reprint").unwrap());
    assert!((75.0..=92.0).contains(&of_reprint) && (70.0..=88.0).contains(&of_wire), "{of_reprint} {of_wire}");
    let (wire, reprint) = (index(&dossier, "wire"), index(&dossier, "reprint"));
    assert!(dossier.are_one_report(wire, reprint) && dossier.are_one_report(reprint, wire));
    // The pairs are of the same words, and are seen alike from both sides.
    let of =
        |a: usize, b: usize| &dossier.sources[a].copies.iter().find(|copied| copied.source == b).unwrap().sentences;
    let mut turned: Vec<(usize, usize)> = of(reprint, wire).iter().map(|&(a, b)| (b, a)).collect();
    turned.sort_unstable();
    assert_eq!(&turned, of(wire, reprint));
    assert!(turned.len() >= 5, "{turned:?}");
    let sentence = |source: usize, sentence: usize| {
        let analysis = &dossier.sources[source].analysis;
        analysis.sentences[sentence].span.of(&analysis.article.text)
    };
    for &(a, b) in &turned {
        assert!(dossier.are_same_words((wire, a), (reprint, b)));
        let same = sentence(wire, a).split(' ').filter(|word| sentence(reprint, b).contains(word)).count();
        assert!(
            same * 10 >= 6 * sentence(wire, a).split(' ').count(),
            "{} / {}",
            sentence(wire, a),
            sentence(reprint, b)
        );
    }
}

#[test]
fn the_same_news_in_other_words_is_no_copy() {
    let dossier = karelia();
    for name in ["wire", "reprint", "other"] {
        assert_eq!(percent(&dossier, "own", name), None, "{name}");
    }
    let (own, wire) = (index(&dossier, "own"), index(&dossier, "wire"));
    assert!(!dossier.are_one_report(own, wire));
    let related = |other| dossier.sources[own].related.iter().any(|related| related.source == other);
    assert!(related(wire) != related(index(&dossier, "reprint")), "related all the same, to the one report");
}

#[test]
fn a_copied_passage_is_told_of_and_makes_no_reprint() {
    let dossier = karelia();
    let (other, wire) = (index(&dossier, "other"), index(&dossier, "wire"));
    let copied = dossier.sources[other].copies.iter().find(|copied| copied.source == wire).unwrap();
    assert!(!copied.is_reprint() && copied.sentences.len() == 1, "{copied:?}");
    let analysis = &dossier.sources[other].analysis;
    assert!(analysis.sentences[copied.sentences[0].0].span.of(&analysis.article.text).starts_with("Всё это время"));
}

#[test]
fn reports_are_counted_and_related_lists_do_not_repeat_one() {
    let dossier = karelia();
    let reports = dossier.reports();
    let mut distinct = reports.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), 3, "{reports:?}");
    let (wire, reprint) = (index(&dossier, "wire"), index(&dossier, "reprint"));
    for source in &dossier.sources {
        let listed = |index| source.related.iter().any(|related| related.source == index);
        assert!(!(listed(wire) && listed(reprint)), "{}", source.analysis.article.id);
    }
}

#[test]
fn what_is_retold_is_named_and_linked() {
    let dossier = dossier(&[
        given(
            "journal",
            "The Wall Street Journal",
            "2023-05-02",
            "Kazakhstan plans to raise its military spending by a third, two officials said. The plan was approved in Astana on Monday, according to Defence Minister Ruslan Zhaksylykov.",
        ),
        given(
            "retelling",
            "Ход Мыслей",
            "2023-05-03",
            "Казахстан увеличит военные расходы на треть, пишет The Wall Street Journal. План одобрили в Астане в понедельник, рассказал министр обороны Руслан Жаксылыков.\n\nКак сообщает агентство «Тумба-Пресс», Минобороны отказалось от комментариев. Об этом ведомство сообщило в понедельник.",
        ),
        given(
            "own",
            "ТАСС",
            "2023-05-03",
            "Министерство обороны Казахстана опровергло сообщения о росте расходов, передаёт ТАСС. Руслан Жаксылыков назвал их слухами.",
        ),
    ]);
    let retold = |name: &str| -> Vec<(String, Option<usize>)> {
        let source = &dossier.sources[index(&dossier, name)];
        source.retells.iter().map(|retold| (dossier.entities[retold.entity].name.clone(), retold.source)).collect()
    };
    let found = retold("retelling");
    assert_eq!(found[0].0, "The Wall Street Journal", "{found:?}");
    assert_eq!(found[0].1, Some(index(&dossier, "journal")), "{found:?}");
    assert!(
        found.iter().all(|(name, _)| !name.contains("обороны") && !name.contains("Астан")),
        "a ministry is no outlet: {found:?}"
    );
    assert_eq!(retold("own"), [], "an agency does not retell itself");
    assert_eq!(retold("journal"), []);
}

#[test]
fn a_page_shows_what_it_shares_and_what_it_retells() {
    let folder = tempfile::TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("dossier.toml", "title = \"Мост\"\nlanguage = \"ru\"\n");
    write("seeds/wire.txt", &format!("Мост через Суну отремонтируют\n\n20 ноября 2023\n\n{WIRE}"));
    let retold = reprint().replace("Теперь стало известно", "Как пишет газета «Вестник Карелии», стало известно");
    write("seeds/reprint.txt", &format!("На починку моста дадут деньги\n\n21 ноября 2023\n\n{retold}"));
    let out = folder.path().join("public");
    let request = Request { root: folder.path().to_owned(), out: out.clone(), base_url: None };
    let built = pipeline::build(&request).unwrap();
    assert_eq!(built.diagnostics, []);
    let page = fs::read_to_string(out.join("sources/na-pochinku-mosta-dadut-dengi/index.html")).unwrap();
    assert!(page.contains("Совпадает на") && page.contains("Это одно сообщение, а не два"), "{page}");
    let there = "/sources/most-cherez-sunu-otremontiruyut/#p";
    let from = page.find("id=\"copies\"").unwrap();
    assert!(page[from..].contains(there), "each passage leads to its place in the other source");
    assert!(page[from..].contains("Пересказывает:") && page[from..].contains("Вестник Карелии"), "{}", &page[from..]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Whatever is cut out of a text and put into another is found, with its share.
    #[test]
    fn an_excerpt_is_found(start in 0usize..60, length in 45usize..60) {
        let words: Vec<&str> = WIRE.split_whitespace().collect();
        let excerpt = words[start..(start + length).min(words.len())].join(" ");
        let text = format!("{OWN_WORDS}\n{excerpt}.\n\nНа этом редакция прощается с читателями до понедельника.\n");
        let dossier = dossier(&[given("wire", "А", "2023-11-20", WIRE), given("mixed", "Б", "2023-11-21", text.clone())]);
        let expected = 100.0 * length.min(words.len() - start) as f64 / text.split_whitespace().count() as f64;
        let found = percent(&dossier, "mixed", "wire").expect("a passage that long is found");
        prop_assert!((found - expected).abs() < 8.0, "{found} and {expected}");
    }
}
