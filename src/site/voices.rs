//! What a source says in its own name, and what it passes on from whom.

use serde::Serialize;

use super::claims::{VoiceView, voice};
use super::view::View;
use crate::dossier::Source;
use crate::intake::BlockKind;

/// What the template `source.html` shows of who speaks.
#[derive(Debug, Serialize)]
pub struct VoicesView {
    /// Sentences of running text.
    total: usize,
    /// Those that the source says in its own name.
    own: Vec<SentenceLink>,
    /// How many it passes on.
    passed: usize,
    /// From whom, the most often quoted first.
    voices: Vec<Passed>,
}

/// What a source passes on from one speaker, or by one attribution.
#[derive(Debug, Serialize)]
struct Passed {
    voice: VoiceView,
    sentences: Vec<SentenceLink>,
}

/// A link to a sentence of the same page.
#[derive(Debug, Clone, Serialize)]
struct SentenceLink {
    anchor: String,
    /// 1-based number of its paragraph.
    paragraph: usize,
}

/// Who speaks in a source; `None` for a text without sentences.
pub fn voices(view: &View<'_>, source: &Source) -> Option<VoicesView> {
    let analysis = &source.analysis;
    let mut own = Vec::new();
    let mut voices: Vec<Passed> = Vec::new();
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        if analysis.paragraphs[sentence.paragraph].kind == BlockKind::Heading {
            continue;
        }
        let link = SentenceLink { anchor: sentence.anchor(), paragraph: sentence.paragraph + 1 };
        match voice(view, source, index) {
            None => own.push(link),
            Some(voice) => match voices.iter_mut().find(|known| known.voice == voice) {
                Some(known) => known.sentences.push(link),
                None => voices.push(Passed { voice, sentences: vec![link] }),
            },
        }
    }
    let passed: usize = voices.iter().map(|voice| voice.sentences.len()).sum();
    // Stable: among equals, in the order of the text; whoever is not named comes last.
    voices.sort_by_key(|passed| (passed.voice.speaker.is_none(), std::cmp::Reverse(passed.sentences.len())));
    let total = own.len() + passed;
    (total > 0).then_some(VoicesView { total, own, passed, voices })
}
