//! Russian.

pub mod declension;
pub mod frequency;
pub mod morphology;
pub mod names;
pub mod nominative;
mod recent;
pub mod sentences;
pub mod speech;
pub mod tagger;
pub mod tokens;
pub mod toponyms;

use std::cell::RefCell;
use std::rc::Rc;

use super::{LanguagePack, Name, Parsed, Pos, Token};
use crate::span::Span;
use morphology::AnalysedToken;
use recent::Recent;

/// Vectors of words that are kept at the least; twice as many take 5 MB.
const KEPT_VECTORS: usize = 2048;

thread_local! {
    static VECTORS: RefCell<Recent<u32, Rc<[f32]>>> = RefCell::new(Recent::new(KEPT_VECTORS));
}

/// Russian: the pretrained name tagger and rules on top of it, the dictionary's lemmas and forms.
pub struct RussianPack;

impl LanguagePack for RussianPack {
    fn code(&self) -> &'static str {
        "ru"
    }

    fn parse(&self, text: &str) -> Parsed {
        let token_spans = tokens::tokens(text);
        let sentences = sentences::sentences(text);
        let analysed = analyse(text, &token_spans, &sentences);
        let found = names::find(text, &token_spans, &analysed);
        let forms = nominative::nominatives(text, &analysed, &found);
        let names = found.into_iter().zip(forms).map(|((span, kind), form)| Name { span, kind, form }).collect();
        Parsed { tokens: to_tokens(text, &analysed), sentences, names }
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        to_tokens(text, &analyse(text, &tokens::tokens(text), &sentences::sentences(text)))
    }

    fn surprise(&self, word: &str) -> Option<f32> {
        frequency::surprise(word)
    }

    fn vector(&self, word: &str) -> Option<Vec<f32>> {
        let tagger = tagger::Tagger::shared();
        let id = tagger.vocabulary().id(word);
        if id == tagger.vocabulary().unknown() {
            return None;
        }
        let known = VECTORS.with_borrow_mut(|vectors| vectors.get(&id));
        let vector = known.unwrap_or_else(|| {
            let (mut vector, _) = tagger.word_vector(id);
            let length = vector.iter().map(|number| number * number).sum::<f32>().sqrt();
            vector.iter_mut().for_each(|number| *number /= length.max(f32::MIN_POSITIVE));
            let vector: Rc<[f32]> = vector.into();
            VECTORS.with_borrow_mut(|vectors| vectors.insert(id, Rc::clone(&vector)));
            vector
        });
        Some(vector.to_vec())
    }
}

/// The tokens of each sentence with their readings. A token belongs to the sentence that it begins in.
pub fn analyse(text: &str, tokens: &[Span], sentences: &[Span]) -> Vec<Vec<AnalysedToken>> {
    let mut rest = tokens;
    let mut analysed = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let count = rest.iter().take_while(|token| token.start < sentence.end).count();
        let (inside, after) = rest.split_at(count);
        analysed.push(morphology::analyse_sentence(text, inside));
        rest = after;
    }
    analysed
}

fn to_tokens(text: &str, analysed: &[Vec<AnalysedToken>]) -> Vec<Token> {
    analysed.iter().flatten().map(|token| to_token(text, token)).collect()
}

fn to_token(text: &str, token: &AnalysedToken) -> Token {
    let best = token.best();
    let lemma = if best.pos == Pos::Mark { token.span.of(text).to_owned() } else { best.lemma.to_string() };
    Token { span: token.span, lemma, pos: best.pos }
}
