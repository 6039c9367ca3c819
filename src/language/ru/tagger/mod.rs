//! The pretrained name tagger: word vectors (navec), a small convolutional network and a CRF (slovnet).
//!
//! A port of the model inside `natasha` 1.6.0 (MIT) that gives the same tags. It wants a whole document
//! at once, cut into exactly the tokens of [`super::tokens`]: both are worth about a point of F1.

mod decoder;
mod encoder;
mod pack;
mod products;
mod shapes;
mod vocabulary;
mod word_rows;

use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;

use crate::language::EntityKind;
use crate::language::ru::recent::Recent;
use crate::words::LowerCase;
use decoder::{Decoder, Emission};
pub use encoder::Activations;
use encoder::Encoder;
use shapes::Shapes;
pub use vocabulary::Vocabulary;

/// What the tagger says of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// No part of a name.
    Outside,
    /// First token of a name.
    Begin(EntityKind),
    /// Further token of a name.
    Inside(EntityKind),
    /// The model's padding. It means nothing, but it is one of the model's tags.
    Padding,
}

impl Tag {
    fn from_name(name: &str) -> Option<Self> {
        let (place, kind) = name.split_once('-').unwrap_or((name, ""));
        let kind = match kind {
            "PER" => Some(EntityKind::Person),
            "LOC" => Some(EntityKind::Place),
            "ORG" => Some(EntityKind::Organization),
            _ => None,
        };
        match (place, kind) {
            ("O", None) => Some(Self::Outside),
            ("<pad>", None) => Some(Self::Padding),
            ("B", Some(kind)) => Some(Self::Begin(kind)),
            ("I", Some(kind)) => Some(Self::Inside(kind)),
            _ => None,
        }
    }
}

/// Tokens whose inputs are kept at the least; twice as many take a megabyte.
const KEPT: usize = 8192;

thread_local! {
    static INPUTS: RefCell<Recent<Box<str>, (u32, u8)>> = RefCell::new(Recent::new(KEPT));
}

/// The loaded model. Loading takes a few milliseconds; [`Tagger::shared`] does it once.
pub struct Tagger {
    vocabulary: Vocabulary,
    shapes: Shapes,
    encoder: Encoder,
    decoder: Decoder,
}

static SHARED: LazyLock<Tagger> = LazyLock::new(Tagger::load);

impl Tagger {
    /// Reads the model that is built into the program.
    pub fn load() -> Self {
        let encoder = Encoder::load();
        // The unknown word and the padding have vectors but are no words.
        let vocabulary = Vocabulary::load(encoder.words() as u32 - 2);
        Self { vocabulary, shapes: Shapes::load(), encoder, decoder: Decoder::load() }
    }

    /// The model, loaded at the first call.
    pub fn shared() -> &'static Self {
        &SHARED
    }

    /// The words that the model knows.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// One tag for each token of a document.
    pub fn tag<'t>(&self, tokens: impl IntoIterator<Item = &'t str>) -> Vec<Tag> {
        self.decoder.best(&self.emissions(tokens))
    }

    /// The scores of the eight tags for each token, before the decoder weighs whole sequences.
    pub fn emissions<'t>(&self, tokens: impl IntoIterator<Item = &'t str>) -> Vec<Emission> {
        let words: Vec<(u32, u8)> = tokens.into_iter().map(|token| self.input(token)).collect();
        let mut emissions = Vec::with_capacity(words.len());
        self.encoder.encode(&words, |encoded| emissions.push(self.decoder.emission(encoded)));
        emissions
    }

    /// What the network is given for a token: the id of its word and the id of its shape.
    pub fn input(&self, token: &str) -> (u32, u8) {
        INPUTS.with_borrow_mut(|inputs| {
            inputs.find(token, || (self.vocabulary.id(&token.lower()), self.shapes.id(token)))
        })
    }

    /// What a token looks like to the model: `RU_Xx`, `EN_XX`, `NUM`, `PUNCT_,`, …
    pub fn shape(&self, token: &str) -> String {
        self.shapes.name(token)
    }

    /// The 300 numbers that stand for a word, and which centroids they are made of.
    ///
    /// # Panics
    /// If no word has this id.
    pub fn word_vector(&self, id: u32) -> (Vec<f32>, &'static [u8]) {
        (self.encoder.word_vector(id).to_vec(), self.encoder.word_indexes(id))
    }

    /// The numbers that stand for a shape.
    ///
    /// # Panics
    /// If no shape has this id.
    pub fn shape_vector(&self, id: u8) -> &[f32] {
        self.encoder.shape_vector(id)
    }

    /// Every layer's output for a few tokens, to compare with the original's.
    pub fn activations<'t>(&self, tokens: impl IntoIterator<Item = &'t str>) -> Activations {
        let words: Vec<(u32, u8)> = tokens.into_iter().map(|token| self.input(token)).collect();
        self.encoder.activations(&words)
    }

    /// The decoder's score for going from one tag to the next, `[from][to]`.
    pub fn transitions(&self) -> &[[f32; 8]; 8] {
        &self.decoder.transitions
    }
}

/// The names in a sequence of tags, as ranges of tokens.
pub fn names(tags: &[Tag]) -> Vec<(Range<usize>, EntityKind)> {
    let mut names: Vec<(Range<usize>, EntityKind)> = Vec::new();
    let mut open = false;
    for (index, tag) in tags.iter().enumerate() {
        match tag {
            Tag::Begin(kind) => {
                names.push((index..index + 1, *kind));
                open = true;
            }
            // A further token belongs to the name before it, whatever kind it claims.
            Tag::Inside(_) => {
                if let Some((range, _)) = names.last_mut().filter(|_| open) {
                    range.end = index + 1;
                }
            }
            Tag::Outside => open = false,
            Tag::Padding => {}
        }
    }
    names
}
