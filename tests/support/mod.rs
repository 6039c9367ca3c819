//! A small dossier made by hand: what the stages before the site would have made of four articles.
//!
//! Its people, firms and events are invented.

#![allow(dead_code, reason = "each test program uses its own part of this")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use dossier::analysis::{
    Analysis, EntityKind, Event, EventStatus, Join, JoinReason, KeySentence, Lexemes, LocalEntity, Mention, Paragraph,
    Particulars, Quote, Sentence, SentenceTerms, Terms,
};
use dossier::calendar::Precision;
use dossier::config::Config;
use dossier::content::{KeyPoint, SourcePage, UserPage};
use dossier::diagnostic::Diagnostic;
use dossier::dossier::{
    Alias, Candidate, Companion, DatedRole, Dossier, Entity, MentionRef, MergedEvent, Related, Source, TimelineEvent,
};
use dossier::intake::{Article, Block, BlockKind, Removed, Sourced};
use dossier::locale::Locale;
use dossier::site::{Material, NoGrammar, Site, Theme, render};
use dossier::slug::slugify;
use dossier::span::Span;

/// What a site is rendered from.
pub struct Fixture {
    pub dossier: Dossier,
    pub pages: Vec<SourcePage>,
    pub user_pages: Vec<UserPage>,
    pub config: Config,
}

/// The site of a fixture, with the templates in a folder before the program's own, and what is wrong with it.
pub fn try_render(fixture: &Fixture, templates: Option<&Path>) -> Result<(Site, Vec<Diagnostic>), Vec<Diagnostic>> {
    let locale = Arc::new(Locale::new(&fixture.config.language).0);
    render(Material {
        dossier: &fixture.dossier,
        pages: &fixture.pages,
        user_pages: &fixture.user_pages,
        config: &fixture.config,
        locale: &locale,
        theme: &Theme::load(templates, &locale)?,
        grammar: &NoGrammar,
        data: Some(&|| b"{}".to_vec()),
    })
}

/// The site of a fixture in which nothing is wrong: every link and anchor of every page leads somewhere.
pub fn sound(fixture: &Fixture) -> Site {
    let (site, diagnostics) = try_render(fixture, None).unwrap();
    assert_eq!(diagnostics, Vec::new());
    site
}

/// A file of the site as text.
pub fn text<'s>(site: &'s Site, path: &str) -> &'s str {
    let bytes = site.files.get(path).unwrap_or_else(|| panic!("no {path} among {:?}", site.files.keys()));
    std::str::from_utf8(bytes).unwrap()
}

/// An article of one paragraph whose sentences all name Камдорстрой.
pub fn repetitive(sentences: usize) -> Draft {
    let sentence = "Смету {Камдорстроя=Камдорстрой/o} обсудили снова.";
    let paragraph: &'static str = vec![sentence; sentences].join(" | ").leak();
    Draft {
        id: "protokoly",
        language: "ru",
        title: "Протоколы заседаний",
        published: Some("2024-09-20"),
        outlet: None,
        author: None,
        url: None,
        text: vec![paragraph].leak(),
        key: &[0],
        events: &[],
        quotes: &[],
        removed: &[],
    }
}

/// One article, as [`article`] takes it.
pub struct Draft {
    pub id: &'static str,
    pub language: &'static str,
    pub title: &'static str,
    pub published: Option<&'static str>,
    pub outlet: Option<&'static str>,
    pub author: Option<&'static str>,
    pub url: Option<&'static str>,
    /// Paragraphs (`# ` begins a heading, `- ` a list item) of sentences parted by ` | `. Names are
    /// written as `{Седовой=Анна Седова/p}`: mention, canonical name, kind.
    pub text: &'static [&'static str],
    /// Numbers of the key sentences, weightiest first.
    pub key: &'static [usize],
    /// Number of a sentence, and the days it reports.
    pub events: &'static [(usize, &'static str, &'static str, Precision, EventStatus)],
    /// The words of a quote, and its speaker's canonical name.
    pub quotes: &'static [(&'static str, Option<&'static str>)],
    /// Text that intake removed, its rule and line.
    pub removed: &'static [(&'static str, &'static str, usize)],
}

/// The dossier about the invented bridge at Verkhnekamsk.
pub fn bridge() -> Fixture {
    bridge_with(&[])
}

/// The dossier of [`bridge`] with further articles.
pub fn bridge_with(more: &[Draft]) -> Fixture {
    let mut config: Config =
        toml::from_str("title = \"Мост в Верхнекамске\"\nlanguage = \"ru\"").expect("a sound configuration");
    config.description =
        "Четыре публикации о строительстве второго моста через Каму: сроки, деньги, суд и спор о цене.".to_owned();
    config.set_base_url("https://press.example/bridge/").expect("a sound address");
    let about = UserPage {
        path: "content/contacts.md".into(),
        slug: "contacts".into(),
        title: Some("Контакты".into()),
        body: "Пишите на [почту](mailto:desk@press.example). О заказчике – [[Камдорстрой]], о сроках – [вся хронология](/timeline/).\n\n## Кто отвечает\n\n| Раздел | Кто |\n|:--|--:|\n| Суд | Ёлкина |\n".into(),
        body_line: 5,
    };
    let drafts: Vec<&Draft> = DRAFTS.iter().chain(more).collect();
    fixture(&drafts, vec![about], config)
}

/// Brings drafts together to a dossier.
pub fn fixture(drafts: &[&Draft], user_pages: Vec<UserPage>, config: Config) -> Fixture {
    let mut entities: Vec<(String, EntityKind)> = Vec::new();
    let mut sources: Vec<Source> = drafts.iter().map(|draft| article(draft, &mut entities)).collect();
    let mut dossier_entities = gather(&entities, &sources);
    describe(&mut dossier_entities, &mut sources);
    relate(&mut sources);
    let mut events: Vec<TimelineEvent> = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        events.extend(source.analysis.events.iter().map(|event| TimelineEvent {
            from: event.from,
            to: event.to,
            precision: event.precision,
            status: event.status,
            source: index,
            sentence: event.sentence,
        }));
    }
    events.sort_by_key(|event| (event.from, event.to, event.source, event.sentence));
    let alone = |(index, event): (usize, &TimelineEvent)| MergedEvent {
        from: event.from,
        to: event.to,
        precision: event.precision,
        reports: vec![index],
        disputes: Vec::new(),
    };
    let merged = events.iter().enumerate().map(alone).collect();
    let pages = sources.iter().enumerate().map(|(index, source)| page(index, source)).collect();
    let dossier = Dossier { sources, entities: dossier_entities, events, merged, ..Dossier::default() };
    Fixture { dossier, pages, user_pages, config }
}

fn article(draft: &Draft, entities: &mut Vec<(String, EntityKind)>) -> Source {
    let mut built = Built::default();
    let mut entity_of = Vec::new();
    for paragraph in draft.text {
        if !built.text.is_empty() {
            built.text.push_str("\n\n");
        }
        let (kind, paragraph) = match (paragraph.strip_prefix("# "), paragraph.strip_prefix("- ")) {
            (Some(heading), _) => (BlockKind::Heading, heading),
            (_, Some(item)) => (BlockKind::ListItem, item),
            _ => (BlockKind::Paragraph, *paragraph),
        };
        let (start, first_sentence) = (built.text.len(), built.sentences.len());
        for (number, sentence) in paragraph.split(" | ").enumerate() {
            if number > 0 {
                built.text.push(' ');
            }
            built.sentence(sentence, number);
        }
        let sentence_count = built.sentences.len() - first_sentence;
        let span = Span::new(start, built.text.len());
        built.paragraphs.push(Paragraph { kind, span, first_sentence, sentence_count });
    }
    for local in &built.entities {
        let known = entities.iter().position(|(name, kind)| (name, *kind) == (&local.name, local.kind));
        entity_of.push(known.unwrap_or_else(|| {
            entities.push((local.name.clone(), local.kind));
            entities.len() - 1
        }));
    }
    let quotes = draft
        .quotes
        .iter()
        .map(|(words, speaker)| {
            let start = built.text.find(words).expect("a quote is part of the text");
            let speaker = speaker.map(|name| built.entities.iter().position(|known| known.name == name).unwrap());
            let span = Span::new(start, start + words.len());
            // What follows in the sentence says whose words they are.
            let rest = &built.text[span.end..];
            let quoted = rest.find('»').map_or(0, |at| at + '»'.len_utf8());
            let cue = rest
                .find('.')
                .filter(|&end| quoted > 0 && end > quoted)
                .map(|end| Span::new(span.end + quoted, span.end + end));
            Quote { span, speaker, direct: true, cue, via: Vec::new() }
        })
        .collect();
    let mut summary: Vec<KeySentence> =
        draft.key.iter().enumerate().map(|(rank, &sentence)| KeySentence { sentence, rank: rank + 1 }).collect();
    summary.sort_by_key(|key| key.sentence);
    let events = draft.events.iter().map(|&(sentence, from, to, precision, status)| Event {
        sentence,
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        precision,
        status,
    });
    let article = Article {
        id: draft.id.into(),
        path: format!("seeds/{}.txt", draft.id),
        sha256: format!("{:0>64}", format!("{:x}", 0xd0551e7_usize * (draft.id.len() + draft.text.len()))),
        title: Some(Sourced::source(draft.title.into())),
        published: draft.published.map(|moment| Sourced::source(moment.parse().unwrap())),
        modified: None,
        dateline: None,
        retrieved: None,
        authors: draft.author.map(|author| Sourced::metadata(author.to_owned())).into_iter().collect(),
        outlet: draft.outlet.map(|outlet| Sourced::derived(outlet.to_owned())),
        url: draft.url.map(|url| Sourced::metadata(url.to_owned())),
        language: None,
        tags: Vec::new(),
        blocks: built.paragraphs.iter().map(|block| Block { kind: block.kind, span: block.span }).collect(),
        text: built.text,
        removed: draft
            .removed
            .iter()
            .map(|&(text, rule, line)| Removed { text: text.into(), rule: rule.into(), line })
            .collect(),
    };
    let analysis = Analysis {
        language: draft.language.into(),
        title: Sourced::source(draft.title.into()),
        article,
        paragraphs: built.paragraphs,
        sentences: built.sentences,
        mentions: built.mentions,
        entities: built.entities,
        summary,
        quotes,
        dates: Vec::new(),
        events: events.collect(),
        figures: Vec::new(),
        terms: Terms::default(),
        words: SentenceTerms::default(),
        passed_on: Vec::new(),
        lexemes: Lexemes::default(),
        title_lexemes: Lexemes::default(),
    };
    Source { analysis, entity_of, related: Vec::new(), copies: Vec::new(), retells: Vec::new() }
}

#[derive(Default)]
struct Built {
    text: String,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Sentence>,
    mentions: Vec<Mention>,
    entities: Vec<LocalEntity>,
}

impl Built {
    fn sentence(&mut self, marked: &str, number: usize) {
        let start = self.text.len();
        let mut rest = marked;
        while let Some(open) = rest.find("{") {
            let Some((name, after)) = rest[open + 1..].split_once('}').filter(|(name, _)| name.contains('=')) else {
                break;
            };
            self.text.push_str(&rest[..open]);
            self.mention(name);
            rest = after;
        }
        self.text.push_str(rest);
        let span = Span::new(start, self.text.len());
        self.sentences.push(Sentence { span, paragraph: self.paragraphs.len(), number });
    }

    fn mention(&mut self, marked: &str) {
        let (form, canonical) = marked.split_once('=').unwrap();
        let (name, kind) = canonical.rsplit_once('/').unwrap();
        let kind = match kind {
            "p" => EntityKind::Person,
            "o" => EntityKind::Organization,
            _ => EntityKind::Place,
        };
        let entity = self.entities.iter().position(|known| known.name == name).unwrap_or_else(|| {
            self.entities.push(LocalEntity {
                name: name.into(),
                kind,
                reference: None,
                id: slugify(name),
                joins: Vec::new(),
                roles: Vec::new(),
                doubts: Vec::new(),
                particulars: Particulars::default(),
            });
            self.entities.len() - 1
        });
        let start = self.text.len();
        self.text.push_str(form);
        let span = Span::new(start, self.text.len());
        self.mentions.push(Mention { span, kind, form: form.into(), entity, stands_for: None });
    }
}

/// The entities across sources. The caller has listed them in order of first mention.
fn gather(entities: &[(String, EntityKind)], sources: &[Source]) -> Vec<Entity> {
    let mut gathered: Vec<Entity> = entities
        .iter()
        .map(|(name, kind)| Entity {
            id: slugify(name),
            name: name.clone(),
            kind: *kind,
            aliases: Vec::new(),
            mentions: Vec::new(),
            companions: Vec::new(),
            reference: None,
            joins: joins(name),
            doubts: Vec::new(),
            roles: Vec::new(),
            former_ids: Vec::new(),
            country: None,
            coordinates: None,
            editorial: None,
        })
        .collect();
    let mut together: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (source_index, source) in sources.iter().enumerate() {
        let analysis = &source.analysis;
        let mut by_sentence: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, mention) in analysis.mentions.iter().enumerate() {
            let sentence = analysis.sentences.iter().position(|sentence| sentence.span.contains(mention.span)).unwrap();
            let entity = source.entity_of[mention.entity];
            gathered[entity].mentions.push(MentionRef { source: source_index, mention: index, sentence });
            match gathered[entity].aliases.iter_mut().find(|alias| alias.form == mention.form) {
                Some(alias) => alias.count += 1,
                None => gathered[entity].aliases.push(Alias { form: mention.form.clone(), count: 1 }),
            }
            by_sentence.entry(sentence).or_default().push(entity);
        }
        for named in by_sentence.values_mut() {
            named.sort_unstable();
            named.dedup();
            for &a in named.iter() {
                for &b in named.iter().filter(|&&b| b != a) {
                    *together.entry((a, b)).or_default() += 1;
                }
            }
        }
    }
    for ((a, b), sentences) in together {
        gathered[a].companions.push(Companion { entity: b, sentences, sources: 1 });
    }
    for entity in &mut gathered {
        entity.companions.sort_by_key(|companion| std::cmp::Reverse(companion.sentences));
        entity.aliases.sort_by_key(|alias| std::cmp::Reverse(alias.count));
    }
    gathered
}

fn joins(name: &str) -> Vec<Join> {
    let join =
        Join { form: "Седова".into(), with: "Анна Седова".into(), reason: JoinReason::SurnameOnly };
    if name == join.with { vec![join] } else { Vec::new() }
}

/// What tables and further steps know of the entities of [`bridge`]: where they are, what they are
/// called by office, what some of their names may mean.
fn describe(entities: &mut [Entity], sources: &mut [Source]) {
    let find = |entities: &[Entity], name: &str| entities.iter().position(|entity| entity.name == name);
    for (name, country, coordinates) in [
        ("Верхнекамск", Some("RU"), Some((58.21, 56.34))),
        ("Заречный", Some("RU"), Some((58.3, 56.1))),
        ("Россия", Some("RU"), None),
        ("Минтранс", Some("RU"), None),
    ] {
        let Some(index) = find(entities, name) else { continue };
        entities[index].country = country.map(str::to_owned);
        entities[index].coordinates = coordinates;
    }
    if let Some(russia) = find(entities, "Россия") {
        entities[russia].reference = Some("country:RU".into());
        // In «Москва не возражает» the capital stands for the government.
        for mention in sources.iter_mut().flat_map(|source| &mut source.analysis.mentions) {
            if mention.form == "Москва" {
                mention.stands_for = Some("country:RU".into());
            }
        }
    }
    // The ferryman's words came by way of the ministry.
    for analysis in sources.iter_mut().map(|source| &mut source.analysis) {
        let ministry = analysis.entities.iter().position(|entity| entity.name == "Минтранс");
        for quote in analysis.quotes.iter_mut().filter(|quote| quote.speaker.is_none()) {
            quote.via.extend(ministry);
        }
    }
    let role = |text: &str, source: usize, sentence: usize| DatedRole { text: text.into(), source, sentence };
    if let Some(mayor) = find(entities, "Анна Седова") {
        entities[mayor].roles = vec![role("мэр Верхнекамска", 0, 7)];
        if let Some(other) = find(entities, "Олег Парфёнов") {
            let doubt = Candidate { form: "Седова".into(), entity: other, reason: JoinReason::SurnameOnly };
            entities[mayor].doubts = vec![doubt];
        }
    }
    if let Some(director) = find(entities, "Игорь Ветлугин") {
        entities[director].roles = vec![role("директор «Камдорстроя»", 0, 5), role("глава стройки", 2, 2)];
    }
}

/// Every source is related to the one after it, by the entities that they share.
fn relate(sources: &mut [Source]) {
    for index in 0..sources.len() {
        let other = (index + 1) % sources.len();
        let mut shared: Vec<usize> = sources[index].entity_of.clone();
        shared.retain(|entity| sources[other].entity_of.contains(entity));
        shared.truncate(3);
        if other != index {
            let related = Related { source: other, score: 0.5, entities: shared, terms: vec!["смета".into()] };
            sources[index].related.push(related);
        }
    }
}

fn page(index: usize, source: &Source) -> SourcePage {
    let analysis = &source.analysis;
    let mut body = "## Ключевые тезисы\n\n".to_owned();
    let mut key_points = Vec::new();
    for key in &analysis.summary {
        let sentence = analysis.sentences[key.sentence];
        let text = sentence.span.of(&analysis.article.text);
        body.push_str(&format!("- {} [¶ {}](#{})\n", escape(text), sentence.paragraph + 1, sentence.anchor()));
        key_points.push(KeyPoint { text: text.into(), anchor: Some(sentence.anchor()), ..KeyPoint::default() });
    }
    let slug = slugify(&analysis.title.value);
    SourcePage {
        path: format!("content/sources/{slug}.md"),
        slug,
        source: index,
        title: analysis.title.value.clone(),
        published: analysis.article.published.as_ref().map(|moment| moment.value),
        authors: analysis.article.authors.iter().map(|author| author.value.clone()).collect(),
        outlet: analysis.article.outlet.as_ref().map(|outlet| outlet.value.clone()),
        url: analysis.article.url.as_ref().map(|url| url.value.clone()),
        tags: vec!["Транспорт".into()],
        body,
        body_line: 12,
        key_points,
        edited: false,
    }
}

fn escape(text: &str) -> String {
    text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
}

/// What must never come through as markup, wherever it stood.
const ATTACKS: [&str; 9] = [
    "<script>window.hurt=1</script>",
    "<img src=x onerror=\"window.hurt=1\">",
    "\"><svg onload=window.hurt=1>",
    "' onmouseover='window.hurt=1",
    "</title><script>window.hurt=1</script>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:window.hurt=1",
    "<!--<base href=//evil.example>",
    "\u{202E}<style>*{display:none}</style>",
];

/// The dossier of [`bridge`] as somebody with bad intentions would have written it.
pub fn hostile() -> Fixture {
    let mut fixture = bridge();
    let attack = ATTACKS.join(" ");
    fixture.config.title = attack.clone();
    fixture.config.description = attack.clone();
    fixture.config.author = Some(attack.clone());
    for page in &mut fixture.pages {
        page.title = attack.clone();
        page.outlet = Some(attack.clone());
        page.authors = vec![attack.clone()];
        page.url = Some("javascript:window.hurt=1".into());
        page.tags = ATTACKS.map(str::to_owned).to_vec();
        page.key_points.push(KeyPoint {
            text: attack.clone(),
            anchor: Some("\"><script>".into()),
            added: (attack.clone(), attack.clone()),
            told_by: Some(attack.clone()),
        });
        page.body.push_str(&format!(
            "\n{attack}\n\n<script>window.hurt=1</script>\n\n[a](javascript:window.hurt=1) [b](JaVaScRiPt&#58;x) \
             <javascript:window.hurt=1> ![c](data:text/html,x) ![d](https://evil.example/x.png) [e](//evil.example) \
             [f](vbscript:x) [[<script>]] [g](https://ok.example/\"onclick=window.hurt=1) \n\n\
             # <b onclick=window.hurt=1>h</b>\n\n|a|\n|-:|\n|<td style=\"text-align: right\" onclick=x>|\n"
        ));
    }
    for (index, entity) in fixture.dossier.entities.iter_mut().enumerate() {
        entity.name = format!("{} {index}", ATTACKS[index % ATTACKS.len()]);
        entity.aliases[0].form = attack.clone();
    }
    for source in &mut fixture.dossier.sources {
        let analysis = &mut source.analysis;
        analysis.article.path = attack.clone();
        analysis.article.removed.push(Removed { text: attack.clone(), rule: attack.clone(), line: 1 });
        analysis.language = "ru\" onload=\"x".into();
    }
    fixture
}

const HAPPENED: EventStatus = EventStatus::Happened;

const DRAFTS: &[Draft] = &[
    Draft {
        id: "sud-vernul-smetu",
        language: "ru",
        title: "Суд вернул смету моста на пересчёт",
        published: Some("2024-09-12T14:30+05:00"),
        outlet: Some("Камский вестник"),
        author: Some("Дарья Ёлкина"),
        url: Some("https://vestnik.example/2024/09/12/most"),
        text: &[
            "Арбитражный суд {Пермского края=Пермский край/l} обязал заказчика второго моста через {Каму=Кама/l} пересчитать смету до конца сентября. | Решение оглашено 12 сентября, и стороны могут обжаловать его в течение месяца.",
            "Иск подала {Контрольная палата=Контрольная палата/o}: по её расчётам, {Камдорстрой=Камдорстрой/o} заложил в цену опор металл, который уже был оплачен в 2021 году. | Разница – 1,4 млрд рублей.",
            "# Что говорят стороны",
            "«Мы не скрывали этих закупок, они есть в каждом отчёте», – сказал директор {«Камдорстроя»=Камдорстрой/o} {Игорь Ветлугин=Игорь Ветлугин/p}. | По словам {Ветлугина=Игорь Ветлугин/p}, пересчёт не изменит сроков: движение откроют в декабре 2025 года.",
            "Мэр {Верхнекамска=Верхнекамск/l} {Анна Седова=Анна Седова/p} назвала решение суда «поводом наконец открыть расчёты». | {Седова=Анна Седова/p} напомнила, что город просил об этом ещё весной.",
            "# Что будет дальше",
            "- заказчик пересчитает стоимость опор;",
            "- {Контрольная палата=Контрольная палата/o} проверит расчёт за десять дней;",
            "- суд вернётся к делу в октябре.",
        ],
        key: &[0, 2, 6],
        events: &[
            (1, "2024-09-12", "2024-09-12", Precision::Day, HAPPENED),
            (2, "2021-01-01", "2021-12-31", Precision::Year, HAPPENED),
            (6, "2025-12-01", "2025-12-31", Precision::Month, EventStatus::Planned),
        ],
        quotes: &[
            ("Мы не скрывали этих закупок, они есть в каждом отчёте", Some("Игорь Ветлугин")),
            ("поводом наконец открыть расчёты", Some("Анна Седова")),
        ],
        removed: &[
            ("Реклама", "advert-label", 4),
            ("Читайте также: В Верхнекамске подорожал проезд", "teaser-marker", 9),
        ],
    },
    Draft {
        id: "bridge-audit",
        language: "en",
        title: "Auditors question the price of a Kama bridge",
        published: Some("2024-08-30"),
        outlet: Some("Northern Infrastructure Review"),
        author: None,
        url: None,
        text: &[
            "Regional auditors say the second bridge at {Verkhnekamsk=Верхнекамск/l} has grown a third more expensive since the contract was signed in 2021. | {Kamdorstroy=Камдорстрой/o}, the builder, disputes the figure.",
            "The {Audit Chamber=Контрольная палата/o} asked the court on 20 August to have the estimate redone. | “Steel was paid for twice,” said {Oleg Parfyonov=Олег Парфёнов/p}, who led the audit.",
        ],
        key: &[0, 2],
        events: &[(2, "2024-08-20", "2024-08-20", Precision::Day, HAPPENED)],
        quotes: &[("Steel was paid for twice,", Some("Олег Парфёнов"))],
        removed: &[],
    },
    Draft {
        id: "opory",
        language: "ru",
        title: "Последняя опора встала на дно Камы",
        published: Some("2024-06-03"),
        outlet: None,
        author: None,
        url: None,
        text: &[
            "В начале июня строители {Камдорстроя=Камдорстрой/o} установили последнюю, девятую опору моста через {Каму=Кама/l}. | Работы шли с апреля, когда с реки сошёл лёд.",
            "«Самое трудное позади», – говорит начальник участка {Рустам Галеев=Рустам Галеев/p}. | Впереди пролёты: первый надвинут с 9 по 11 августа.",
            "Мост соединит {Верхнекамск=Верхнекамск/l} с посёлком {Заречный=Заречный/l}, где живут восемь тысяч человек. | Сейчас туда ходит паром, а в ледоход посёлок отрезан на три недели.",
        ],
        key: &[0, 4],
        events: &[
            (0, "2024-06-01", "2024-06-10", Precision::EarlyMonth, HAPPENED),
            (1, "2024-04-01", "2024-04-30", Precision::Month, HAPPENED),
            (3, "2024-08-09", "2024-08-11", Precision::Range, EventStatus::Planned),
        ],
        quotes: &[("Самое трудное позади", Some("Рустам Галеев"))],
        removed: &[("Фото: пресс-служба", "photo-credit", 2)],
    },
    Draft {
        id: "parom",
        language: "ru",
        title: "Паром до Заречного снова встал",
        published: None,
        outlet: None,
        author: None,
        url: None,
        text: &[
            "17 июня паром между {Верхнекамском=Верхнекамск/l} и {Заречным=Заречный/l} остановили из-за низкой воды. | Сколько продлится перерыв, в {Минтрансе=Минтранс/o} не говорят.",
            "Жители считают дни до открытия моста и пишут {Седовой=Анна Седова/p}. | «{Седова=Анна Седова/p} обещала паром каждый час», – вспоминает паромщик.",
            "{Москва=Москва/l} денег на второй паром не обещает: такие реки есть по всей {России=Россия/l}.",
        ],
        key: &[0],
        events: &[(0, "--06-17", "--06-17", Precision::Day, HAPPENED)],
        quotes: &[("Седова обещала паром каждый час", None)],
        removed: &[],
    },
];
