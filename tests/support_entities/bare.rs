//! An analysis that has names and sentences, and nothing else.

use dossier::analysis::{Analysis, Lexemes, LocalEntity, Mention, Sentence, SentenceTerms, Terms};
use dossier::intake::{Article, Sourced};

pub fn analysis(
    id: &str,
    text: String,
    sentences: Vec<Sentence>,
    mentions: Vec<Mention>,
    entities: Vec<LocalEntity>,
) -> Analysis {
    let article = Article {
        id: id.to_owned(),
        path: format!("seeds/{id}.txt"),
        sha256: String::new(),
        title: None,
        published: None,
        modified: None,
        dateline: None,
        retrieved: None,
        authors: Vec::new(),
        outlet: None,
        url: None,
        language: None,
        tags: Vec::new(),
        text,
        blocks: Vec::new(),
        removed: Vec::new(),
    };
    Analysis {
        article,
        language: "ru".to_owned(),
        title: Sourced::derived(String::new()),
        paragraphs: Vec::new(),
        sentences,
        mentions,
        entities,
        summary: Vec::new(),
        quotes: Vec::new(),
        dates: Vec::new(),
        events: Vec::new(),
        figures: Vec::new(),
        terms: Terms::default(),
        words: SentenceTerms::default(),
        passed_on: Vec::new(),
        lexemes: Lexemes::default(),
        title_lexemes: Lexemes::default(),
    }
}
