//! What people decide about entities, carried out: everything stands with one entity, or is hidden.

mod support_entities;

use std::collections::{BTreeMap, BTreeSet};

use dossier::analysis::{Analysis, EntityKind, JoinReason, Quote};
use dossier::diagnostic::{Diagnostic, Severity};
use dossier::dossier::{Correction, Dossier, Stated, assemble};
use dossier::span::Span;
use proptest::prelude::*;
use support_entities::analysis;

/// A file called `stem`, with fields written as `field: a, b`.
fn file(stem: &str, fields: &str) -> Correction {
    let mut correction =
        Correction { path: format!("content/entities/{stem}.md"), stem: stem.to_owned(), ..Correction::default() };
    for (number, field) in fields.split("; ").filter(|field| !field.is_empty()).enumerate() {
        let (field, value) = field.split_once(": ").unwrap();
        let stated = |text: &str| Stated { text: text.to_owned(), line: number + 2 };
        let list = || value.split(", ").map(stated).collect::<Vec<_>>();
        match field {
            "name" => correction.name = Some(stated(value)),
            "slug" => correction.slug = Some(stated(value)),
            "kind" => correction.kind = Some(kind(value)),
            "aliases" => correction.aliases = list(),
            "not" => correction.not = list(),
            "merge" => correction.merge = list(),
            "former" => correction.former = value.split(", ").map(str::to_owned).collect(),
            "hide" => correction.hide = value == "true",
            other => panic!("{other}"),
        }
    }
    correction
}

fn kind(name: &str) -> EntityKind {
    match name {
        "person" => EntityKind::Person,
        "place" => EntityKind::Place,
        _ => EntityKind::Organization,
    }
}

fn assembled(articles: &[&str], corrections: &[Correction]) -> (Dossier, Vec<Diagnostic>) {
    assemble(articles.iter().map(|marked| analysis(marked)).collect(), corrections)
}

/// Entities as `id: name = form, form`, in order of id.
fn shown(dossier: &Dossier) -> Vec<String> {
    let mut shown: Vec<String> = dossier
        .entities
        .iter()
        .map(|entity| {
            let mut forms: Vec<&str> =
                entity.aliases.iter().filter(|it| it.count > 0).map(|it| it.form.as_str()).collect();
            forms.sort_unstable();
            let forms = if forms.is_empty() { String::new() } else { format!(" = {}", forms.join(", ")) };
            format!("{}: {}{forms}", entity.id, entity.name)
        })
        .collect();
    shown.sort();
    shown
}

#[track_caller]
fn check(articles: &[&str], corrections: &[Correction], expected: &[&str]) -> Vec<Diagnostic> {
    let (dossier, diagnostics) = assembled(articles, corrections);
    assert_eq!(shown(&dossier), expected, "{diagnostics:#?}");
    diagnostics
}

const NAZARBAEVS: [&str; 2] = [
    "{Нурсултан Назарбаев/p} ушёл, {Назарбаев/p} молчит. {Казахстан/l} ждёт.",
    "{Назарбаев/p} и {Дарига Назарбаева/p} в {Астане/l}. {Дарига/p} поёт.",
];

#[test]
fn nothing_is_changed_by_a_file_that_changes_nothing() {
    let found = shown(&assembled(&NAZARBAEVS, &[]).0);
    let file = file("nursultan-nazarbaev", "");
    let (dossier, diagnostics) = assembled(&NAZARBAEVS, &[file]);
    assert_eq!(shown(&dossier), found);
    assert_eq!(diagnostics, []);
    assert!(dossier.entities.iter().any(|it| it.editorial.is_some() && it.name == "Нурсултан Назарбаев"));
}

#[test]
fn a_form_that_is_someone_else_is_taken_out() {
    let diagnostics = check(
        &NAZARBAEVS,
        &[file("nursultan-nazarbaev", "name: Нурсултан Назарбаев; not: Назарбаев")],
        &[
            "astane: Астане",
            "dariga-nazarbaeva: Дарига Назарбаева = Дарига",
            "kazakhstan: Казахстан",
            "nazarbaev: Назарбаев",
            "nursultan-nazarbaev: Нурсултан Назарбаев",
        ],
    );
    assert_eq!(diagnostics, []);
    // Another file takes it in.
    check(
        &NAZARBAEVS,
        &[file("nursultan-nazarbaev", "not: Назарбаев"), file("dariga-nazarbaeva", "aliases: Назарбаев")],
        &[
            "astane: Астане",
            "dariga-nazarbaeva: Дарига Назарбаева = Дарига, Назарбаев",
            "kazakhstan: Казахстан",
            "nursultan-nazarbaev: Нурсултан Назарбаев",
        ],
    );
}

#[test]
fn an_alias_brings_its_mentions_home() {
    check(
        &NAZARBAEVS,
        &[file("dariga-nazarbaeva", "name: Дарига Назарбаева; aliases: Назарбаев")],
        &[
            "astane: Астане",
            "dariga-nazarbaeva: Дарига Назарбаева = Дарига, Назарбаев",
            "kazakhstan: Казахстан",
            "nursultan-nazarbaev: Нурсултан Назарбаев",
        ],
    );
    // An alias that is another's name brings all of it.
    check(
        &["{Вектор/o} растёт. {Группа Полюс/o} и {Полюс/o} тоже.", "{Полюс/o} снова."],
        &[file("vektor", "aliases: Полюс")],
        &["gruppa-polyus: Группа Полюс", "vektor: Вектор = Полюс"],
    );
}

#[test]
fn a_new_name_leads_its_old_address_on() {
    let (dossier, diagnostics) =
        assembled(&NAZARBAEVS, &[file("nazarbaev-n", "name: Елбасы; aliases: Нурсултан Назарбаев; former: pervyy")]);
    assert_eq!(diagnostics, []);
    let entity = dossier.entities.iter().find(|it| it.name == "Елбасы").unwrap();
    assert_eq!(entity.id, "elbasy");
    assert_eq!(entity.former_ids, ["nursultan-nazarbaev", "nazarbaev-n", "pervyy", "nazarbaev"]);
    assert_eq!(entity.mentions.len(), 3);
    let (dossier, _) = assembled(&NAZARBAEVS, &[file("nursultan-nazarbaev", "name: Елбасы; slug: glava")]);
    let entity = dossier.entities.iter().find(|it| it.name == "Елбасы").unwrap();
    assert_eq!(entity.id, "glava");
    assert!(entity.former_ids.starts_with(&["nursultan-nazarbaev".to_owned(), "elbasy".to_owned()]));
    // Without a name, the file's own is the address.
    let (dossier, _) = assembled(&NAZARBAEVS, &[file("nazarbaev-n", "aliases: Нурсултан Назарбаев")]);
    let entity = dossier.entities.iter().find(|it| it.name == "Нурсултан Назарбаев").unwrap();
    assert_eq!((entity.id.as_str(), entity.former_ids[0].as_str()), ("nazarbaev-n", "nursultan-nazarbaev"));
}

#[test]
fn forms_lead_on_where_only_one_entity_has_them() {
    let (dossier, _) = assembled(&["{Касым-Жомарт Токаев/p} прилетел. {Токаев/p} улетел."], &[]);
    assert_eq!(dossier.entities[0].former_ids, ["tokaev"]);
    let (dossier, _) =
        assembled(&["{Виталий Кличко/p} тут. {Кличко/p} уехал.", "{Владимир Кличко/p} там. {Кличко/p} приехал."], &[]);
    assert!(dossier.entities.iter().all(|it| !it.former_ids.contains(&"klichko".to_owned())), "{:?}", shown(&dossier));
}

#[test]
fn what_is_merged_is_one() {
    let (dossier, diagnostics) =
        assembled(&NAZARBAEVS, &[file("a", "name: Нурсултан Назарбаев; merge: dariga-nazarbaeva, Астане")]);
    assert_eq!(diagnostics, []);
    assert_eq!(
        shown(&dossier),
        [
            "kazakhstan: Казахстан",
            "nursultan-nazarbaev: Нурсултан Назарбаев = Астане, Дарига, Дарига Назарбаева, Назарбаев"
        ]
    );
    let entity = &dossier.entities[0];
    assert_eq!(entity.former_ids[..3], ["dariga-nazarbaeva", "astane", "a"]);
    let by_hand = |form: &str| entity.joins.iter().any(|join| join.form == form && join.reason == JoinReason::Editor);
    assert!(by_hand("Дарига Назарбаева") && by_hand("Астане"));
    for (source, analysis) in dossier.sources.iter().zip(&dossier.sources).map(|(source, it)| (source, &it.analysis)) {
        for mention in &analysis.mentions {
            assert_eq!(mention.kind, dossier.entities[source.entity_of[mention.entity]].kind);
        }
    }
}

#[test]
fn a_merged_file_goes_with_its_entity() {
    let diagnostics = check(
        &NAZARBAEVS,
        &[file("a", "name: Нурсултан Назарбаев; merge: Дочь"), file("b", "name: Дочь; aliases: Дарига Назарбаева")],
        &[
            "astane: Астане",
            "kazakhstan: Казахстан",
            "nursultan-nazarbaev: Нурсултан Назарбаев = Дарига, Дарига Назарбаева, Назарбаев",
        ],
    );
    assert_eq!(diagnostics, []);
}

#[test]
fn hidden_entities_leave_no_trace() {
    let (dossier, diagnostics) = assembled(&NAZARBAEVS, &[file("dariga-nazarbaeva", "hide: true")]);
    assert_eq!(diagnostics, []);
    assert_eq!(shown(&dossier).len(), 3);
    for source in &dossier.sources {
        assert_eq!(source.entity_of.len(), source.analysis.entities.len());
        assert!(source.analysis.entities.iter().all(|local| !local.name.contains("Дарига")));
        assert!(source.analysis.mentions.iter().all(|mention| !mention.form.contains("Дарига")));
    }
}

#[test]
fn a_kind_is_what_a_person_says() {
    let (dossier, _) = assembled(&["{Астра/p} летит. {Астра/p} села."], &[file("astra", "kind: organization")]);
    assert_eq!(dossier.entities[0].kind, EntityKind::Organization);
    assert!(dossier.sources[0].analysis.mentions.iter().all(|mention| mention.kind == EntityKind::Organization));
    // The kind says which of two namesakes is meant.
    let both = ["{Владимир/l} стоит. {Владимир/p} идёт."];
    let (dossier, diagnostics) = assembled(&both, &[file("x", "name: Владимир; kind: place; merge: Владимир")]);
    assert_eq!((dossier.entities.len(), diagnostics.len()), (2, 0), "{diagnostics:?}");
    let (_, diagnostics) = assembled(&both, &[file("x", "name: Владимир")]);
    assert!(diagnostics[0].message.contains("different kinds"), "{diagnostics:?}");
}

/// Speech is the part's whose mention the words around it name.
#[test]
fn speech_goes_with_the_form_that_it_is_attributed_to() {
    let marked = "{Олег Лаптев/p} приехал. «Пора», – сказал {Лаптев/p}. По его словам, готово.";
    let mut one = analysis(marked);
    let text = one.article.text.clone();
    let at = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let quote = |words: &str, cue: &str| Quote {
        span: at(words),
        direct: true,
        cue: Some(at(cue)),
        speaker: Some(0),
        via: vec![0],
    };
    one.quotes = vec![quote("Пора", "– сказал Лаптев"), quote("готово", "По его словам")];
    let speakers = |corrections: &[Correction], analysis: Analysis| -> Vec<Option<String>> {
        let (dossier, _) = assemble(vec![analysis], corrections);
        let source = &dossier.sources[0];
        let name = |speaker: usize| dossier.entities[source.entity_of[speaker]].name.clone();
        let quotes = source.analysis.quotes.iter();
        // Who passes the words on goes the same way.
        let same = |quote: &Quote| quote.via == quote.speaker.into_iter().collect::<Vec<_>>();
        assert!(quotes.clone().all(same));
        quotes.map(|quote| quote.speaker.map(name)).collect()
    };
    let of = |name: &str| vec![Some(name.to_owned()), Some(name.to_owned())];
    assert_eq!(speakers(&[], one.clone()), of("Олег Лаптев"));
    let apart = [file("oleg-laptev", "not: Лаптев")];
    assert_eq!(speakers(&apart, one.clone()), of("Лаптев"));
    let hidden = [file("oleg-laptev", "not: Лаптев"), file("x", "name: Лаптев; hide: true")];
    assert_eq!(speakers(&hidden, one.clone()), [None, None]);
    assert_eq!(speakers(&[file("oleg-laptev", "name: О. Лаптев")], one), of("О. Лаптев"));
}

#[track_caller]
fn contradiction(articles: &[&str], corrections: &[Correction], path: &str, line: usize, named: &str) {
    let (dossier, diagnostics) = assembled(articles, corrections);
    let found = diagnostics.iter().find(|it| it.severity == Severity::Error);
    let found = found.unwrap_or_else(|| panic!("{diagnostics:?} {:?}", shown(&dossier)));
    assert!(found.path.ends_with(path) && found.line == Some(line), "{found}");
    assert!(found.message.contains(named), "{found}");
    let mut turned = corrections.to_vec();
    turned.reverse();
    assert_eq!(assembled(articles, &turned), (dossier, diagnostics), "the order makes no difference");
}

#[test]
fn contradictions_are_named_with_both_files() {
    let two = ["{Олег Лаптев/p} и {Анна Громова/p} спорят. {Вера Ким/p} слушает."];
    // Both have an alias.
    contradiction(
        &two,
        &[file("a", "name: Олег Лаптев; aliases: Вера Ким"), file("b", "name: Анна Громова; aliases: Вера Ким")],
        "b.md",
        3,
        "content/entities/a.md",
    );
    // An alias that is another file's name.
    contradiction(
        &two,
        &[file("a", "name: Олег Лаптев; aliases: Анна Громова"), file("b", "name: Анна Громова")],
        "a.md",
        3,
        "content/entities/b.md",
    );
    // Two files about one entity.
    contradiction(
        &two,
        &[file("a", "name: Вера Ким"), file("b", "name: Вера Ким")],
        "b.md",
        2,
        "content/entities/a.md",
    );
    // Merged by two.
    contradiction(
        &two,
        &[file("a", "name: Олег Лаптев; merge: Вера Ким"), file("b", "name: Анна Громова; merge: Вера Ким")],
        "b.md",
        3,
        "content/entities/a.md",
    );
    // Merged here, someone else there.
    contradiction(
        &two,
        &[file("a", "name: Олег Лаптев; merge: Вера Ким"), file("b", "name: Вера Ким; not: Олег Лаптев")],
        "a.md",
        3,
        "content/entities/b.md:3",
    );
    // Each merges the other.
    contradiction(
        &two,
        &[file("a", "name: Олег Лаптев; merge: Вера Ким"), file("b", "name: Вера Ким; merge: Олег Лаптев")],
        "b.md",
        3,
        "content/entities/a.md",
    );
    // Within one file.
    contradiction(&two, &[file("a", "name: Олег Лаптев; merge: Вера Ким; not: Вера Ким")], "a.md", 3, "line 4");
    // One address for two.
    contradiction(
        &two,
        &[file("a", "name: Олег Лаптев; slug: x"), file("b", "name: Вера Ким; slug: x")],
        "b.md",
        3,
        "content/entities/a.md",
    );
}

#[test]
fn what_fits_nothing_any_more_is_named_with_its_line() {
    let one = ["{Олег Лаптев/p} спит."];
    let (_, diagnostics) = assembled(
        &one,
        &[file("a", "name: Олег Лаптев; aliases: Нет Такого; not: И Этого; merge: Никого"), file("b", "name: Кто-то")],
    );
    let found: Vec<(String, Option<usize>, Severity)> =
        diagnostics.iter().map(|it| (it.path.display().to_string(), it.line, it.severity)).collect();
    let note = |file: &str, line| (format!("content/entities/{file}.md"), Some(line), Severity::Note);
    assert_eq!(found, [note("a", 3), note("a", 4), note("a", 5), note("b", 2)]);
}

/// Texts in which forms are shared, doubted and borne by several kinds.
const TEXTS: [&str; 4] = [
    "{Виталий Кличко/p} и {Владимир Кличко/p} тут. {Кличко/p} уехал в {Киев/l}. {МИД России/o} молчит.",
    "{Владимир/l} стоит, {Владимир/p} идёт. {Кличко/p} снова, {Виталий/p} тоже. {РФ/l} и {Россия/l}.",
    "{Олег Лаптев/p} из {ООО «Вектор»/o}. {Вектор/o} и {Лаптев/p}. {Министерство иностранных дел/o} ждёт.",
    "{О. Лаптев/p} в {Россия/l}. {Oleg Laptev/p} и {ОЛЕГ ЛАПТЕВ/p}.",
];
const FORMS: [&str; 20] = [
    "Виталий Кличко",
    "Владимир Кличко",
    "Кличко",
    "Киев",
    "МИД России",
    "Владимир",
    "Виталий",
    "РФ",
    "Россия",
    "Олег Лаптев",
    "Вектор",
    "ООО «Вектор»",
    "Лаптев",
    "О. Лаптев",
    "Oleg Laptev",
    "Никто",
    "klichko",
    "vladimir-2",
    "Министерство иностранных дел России",
    "oleg-laptev",
];

fn any_correction() -> impl Strategy<Value = Correction> {
    let form = || proptest::sample::select(&FORMS[..]);
    let forms = || proptest::collection::vec(form(), 0..3);
    let kind = proptest::option::of(proptest::sample::select(vec!["person", "place", "organization"]));
    (form(), proptest::option::of(form()), kind, forms(), forms(), forms(), proptest::bool::weighted(0.15)).prop_map(
        |(stem, name, of_kind, aliases, not, merge, hide)| {
            let stated = |forms: Vec<&str>| -> Vec<Stated> {
                forms.into_iter().enumerate().map(|(at, it)| Stated { text: it.to_owned(), line: at + 3 }).collect()
            };
            let mut made = file(&dossier::slug::slugify(stem), "");
            made.name = name.map(|name| Stated { text: name.to_owned(), line: 2 });
            made.kind = of_kind.map(kind_of);
            (made.aliases, made.not, made.merge, made.hide) = (stated(aliases), stated(not), stated(merge), hide);
            made
        },
    )
}

fn kind_of(name: &str) -> EntityKind {
    kind(name)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_mention_is_one_entitys_or_hidden(
        corrections in proptest::collection::btree_map(0..9usize, any_correction(), 0..6),
    ) {
        let corrections: Vec<Correction> = corrections
            .into_iter()
            .map(|(number, correction)| Correction { path: format!("content/entities/{number}.md"), ..correction })
            .collect();
        let (plain, _) = assembled(&TEXTS, &[]);
        let (dossier, diagnostics) = assembled(&TEXTS, &corrections);

        let mut of: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (index, entity) in dossier.entities.iter().enumerate() {
            prop_assert!(!entity.mentions.is_empty());
            for mention in &entity.mentions {
                prop_assert!(of.insert((mention.source, mention.mention), index).is_none(), "twice");
                let source = &dossier.sources[mention.source];
                prop_assert_eq!(source.entity_of[source.analysis.mentions[mention.mention].entity], index);
            }
            let counted: usize = entity.aliases.iter().map(|alias| alias.count).sum();
            prop_assert!(counted <= entity.mentions.len());
        }
        let may_hide = corrections.iter().any(|correction| correction.hide);
        for (before, after) in plain.sources.iter().zip(&dossier.sources) {
            let spans: Vec<Span> = before.analysis.mentions.iter().map(|mention| mention.span).collect();
            let left: Vec<Span> = after.analysis.mentions.iter().map(|mention| mention.span).collect();
            prop_assert!(left.iter().all(|span| spans.contains(span)));
            prop_assert!(may_hide || left == spans, "nothing is lost unless something is hidden");
            prop_assert_eq!(after.entity_of.len(), after.analysis.entities.len());
        }
        let mentions: usize = dossier.sources.iter().map(|source| source.analysis.mentions.len()).sum();
        prop_assert_eq!(of.len(), mentions);

        let ids: BTreeSet<&str> = dossier.entities.iter().map(|entity| entity.id.as_str()).collect();
        prop_assert_eq!(ids.len(), dossier.entities.len(), "an id is one entity's");
        let mut former = BTreeSet::new();
        for id in dossier.entities.iter().flat_map(|entity| &entity.former_ids) {
            prop_assert!(!ids.contains(id.as_str()) && former.insert(id), "{} leads to one page", id);
        }
        let mut turned = corrections.clone();
        turned.reverse();
        prop_assert_eq!(assembled(&TEXTS, &turned), (dossier, diagnostics));
    }
}
