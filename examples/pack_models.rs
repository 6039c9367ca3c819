//! Packs the pretrained Russian name tagger into `models/ru-news-ner.bin`, and how often each of its
//! words occurs in news into `models/ru-word-frequency.bin`.
//!
//! ```text
//! pip download --no-deps natasha==1.6.0
//! cargo run --release --example pack_models -- natasha-1.6.0-py3-none-any.whl
//! ```
//!
//! Reads the word vectors (navec) and the name tagger (slovnet) out of the wheel, checks that they are
//! the files the program was measured with, and writes them in the order in which the program reads
//! them. The format is described in `models/README.md`. The same wheel always gives the same bytes.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};

const VECTORS: Inner = Inner {
    path: "natasha/data/emb/navec_news_v1_1B_250K_300d_100q.tar",
    sha256: "f07270833d78523edc5781538d67038e95b43975e4a7ae757c693b687f9cbfca",
};
const TAGGER: Inner = Inner {
    path: "natasha/data/model/slovnet_ner_news_v1.tar",
    sha256: "16c3343a6572ddf0e2b2fc1923113de15a7f5ca5bde90e780dd590418665603e",
};
const OUTPUT: &str = "models/ru-news-ner.bin";
const FREQUENCIES: &str = "models/ru-word-frequency.bin";

/// Words to a front-coded block: a lookup decodes half of one on average.
const BLOCK: usize = 16;

const WORDS: usize = 250_002;
const DIMENSIONS: usize = 300;
const QUANTIZERS: usize = 100;
const CENTROIDS: usize = 256;
const SHAPES: usize = 66;
const SHAPE_DIMENSIONS: usize = 30;
const TAGS: usize = 8;
/// Channels in and out of the three convolutions.
const LAYERS: [(usize, usize); 3] = [(DIMENSIONS + SHAPE_DIMENSIONS, 256), (256, 128), (128, 64)];

/// A tar inside the wheel.
struct Inner {
    path: &'static str,
    sha256: &'static str,
}

type Files = BTreeMap<String, Vec<u8>>;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(wheel) = std::env::args().nth(1) else {
        return Err("usage: pack_models path/to/natasha-1.6.0-py3-none-any.whl".into());
    };
    let mut wheel = zip::ZipArchive::new(File::open(&wheel).map_err(|error| format!("{wheel}: {error}"))?)?;
    let vectors = unpack(&mut wheel, &VECTORS)?;
    let tagger = unpack(&mut wheel, &TAGGER)?;

    let words = vocabulary(&vectors, &tagger)?;
    let (block_offsets, blocks) = front_code(&words[..WORDS - 2]);
    let [indexes, codes] = quantized(file(&vectors, "pq.bin")?)?;
    let shapes = gunzip(file(&tagger, "vocabs/shape.gz")?)?;
    let tags = gunzip(file(&tagger, "vocabs/tag.gz")?)?;
    expect_count("shapes", count_lines(&shapes), SHAPES)?;
    expect_count("tags", count_lines(&tags), TAGS)?;

    let mut sections: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"WOFF", block_offsets),
        (b"WORD", blocks),
        (b"PQIX", indexes.to_vec()),
        (b"PQCD", codes.to_vec()),
        (b"SHAP", shapes),
        (b"TAGS", tags),
        (b"SEMB", bytes(&array(&tagger, 0, SHAPES * SHAPE_DIMENSIONS)?)),
    ];
    for (layer, name) in [b"CNV1", b"CNV2", b"CNV3"].into_iter().enumerate() {
        sections.push((name, bytes(&convolution(&tagger, layer)?)));
    }
    let mut head = array(&tagger, 19, LAYERS[2].1 * TAGS)?;
    head.extend(array(&tagger, 20, TAGS)?);
    sections.push((b"HEAD", bytes(&head)));
    sections.push((b"CRFT", bytes(&array(&tagger, 21, TAGS * TAGS)?)));

    let packed = assemble(&sections)?;
    std::fs::create_dir_all(Path::new(OUTPUT).parent().unwrap_or(Path::new(".")))?;
    for (path, bytes) in [(OUTPUT, packed), (FREQUENCIES, frequencies(&vectors)?)] {
        std::fs::write(path, &bytes)?;
        println!("{path}: {} bytes, sha256 {}", bytes.len(), hex_sha256(&bytes));
    }
    Ok(())
}

/// A byte for each word, in the order of ids: eight times the binary logarithm of its count, rounded.
fn frequencies(vectors: &Files) -> Result<Vec<u8>, Box<dyn Error>> {
    let text = gunzip(file(vectors, "vocab.bin")?)?;
    let counts = text.get(4..4 + 4 * (WORDS - 2)).ok_or("vocab.bin is too short")?;
    let counts = counts.chunks_exact(4).map(|count| u32::from_le_bytes([count[0], count[1], count[2], count[3]]));
    Ok(counts.map(|count| (8.0 * f64::from(count.max(1)).log2()).round() as u8).collect())
}

/// Reads one tar of the wheel into memory, after checking its digest and its protocol.
fn unpack(wheel: &mut zip::ZipArchive<File>, inner: &Inner) -> Result<Files, Box<dyn Error>> {
    let mut bytes = Vec::new();
    wheel.by_name(inner.path)?.read_to_end(&mut bytes)?;
    let found = hex_sha256(&bytes);
    if found != inner.sha256 {
        return Err(format!("{}: sha256 {found}, expected {}", inner.path, inner.sha256).into());
    }
    let mut files = Files::new();
    for entry in tar::Archive::new(bytes.as_slice()).entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content)?;
        files.insert(name, content);
    }
    let meta: serde_json::Value = serde_json::from_slice(file(&files, "meta.json")?)?;
    if meta["protocol"] != 1 {
        return Err(format!("{}: protocol {}, expected 1", inner.path, meta["protocol"]).into());
    }
    Ok(files)
}

fn file<'f>(files: &'f Files, name: &str) -> Result<&'f [u8], String> {
    files.get(name).map(Vec::as_slice).ok_or_else(|| format!("{name} is missing"))
}

fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, std::io::Error> {
    let mut text = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut text)?;
    Ok(text)
}

/// The words in the order of their ids. The vectors and the tagger must agree on them.
fn vocabulary(vectors: &Files, tagger: &Files) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let text = gunzip(file(vectors, "vocab.bin")?)?;
    // A count of words, then how often each occurs.
    let text = text.get(4 + 4 * WORDS..).ok_or("vocab.bin is too short")?;
    if gunzip(file(tagger, "vocabs/word.gz")?)? != text {
        return Err("the vectors and the tagger have different vocabularies".into());
    }
    let words: Vec<Vec<u8>> = text.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
    expect_count("words", words.len(), WORDS)?;
    if !words[..WORDS - 2].is_sorted() || words[WORDS - 2] != b"<unk>" || words[WORDS - 1] != b"<pad>" {
        return Err("the vocabulary is not in the expected order".into());
    }
    Ok(words)
}

/// Sorted words as blocks: the first word whole, each other as (bytes shared with the word before it,
/// bytes of its own). Returns the offset of each block, and the blocks.
fn front_code(words: &[Vec<u8>]) -> (Vec<u8>, Vec<u8>) {
    let (mut offsets, mut blocks) = (Vec::new(), Vec::new());
    for block in words.chunks(BLOCK) {
        offsets.extend((blocks.len() as u32).to_le_bytes());
        blocks.push(block[0].len() as u8);
        blocks.extend(&block[0]);
        for pair in block.windows(2) {
            let shared = pair[0].iter().zip(&pair[1]).take_while(|(a, b)| a == b).count();
            blocks.extend([shared as u8, (pair[1].len() - shared) as u8]);
            blocks.extend(&pair[1][shared..]);
        }
    }
    (offsets, blocks)
}

/// The two tables of `pq.bin`, after its header.
fn quantized(bytes: &[u8]) -> Result<[&[u8]; 2], Box<dyn Error>> {
    let header: Vec<u32> =
        bytes[..16].chunks_exact(4).map(|word| u32::from_le_bytes(word.try_into().unwrap())).collect();
    let expected = [WORDS, DIMENSIONS, QUANTIZERS, CENTROIDS].map(|size| size as u32);
    if header != expected {
        return Err(format!("pq.bin has sizes {header:?}, expected {expected:?}").into());
    }
    let (indexes, codes) = bytes[16..].split_at(WORDS * QUANTIZERS);
    expect_count("bytes of codes", codes.len(), CENTROIDS * DIMENSIONS * 4)?;
    Ok([indexes, codes])
}

/// One convolution as the program reads it: weights as [in][kernel][out], so that the innermost loop
/// runs over neighbouring numbers; the bias; and the normalization after it as one factor and one term.
fn convolution(tagger: &Files, layer: usize) -> Result<Vec<f32>, Box<dyn Error>> {
    let (inputs, outputs) = LAYERS[layer];
    let first = 1 + 6 * layer;
    let weights = array(tagger, first, outputs * inputs * 3)?;
    let mut packed = Vec::with_capacity(weights.len() + 3 * outputs);
    for input in 0..inputs {
        for kernel in 0..3 {
            packed.extend((0..outputs).map(|output| weights[(output * inputs + input) * 3 + kernel]));
        }
    }
    packed.extend(array(tagger, first + 1, outputs)?);
    let scale = array(tagger, first + 2, outputs)?;
    let bias = array(tagger, first + 3, outputs)?;
    let mean = array(tagger, first + 4, outputs)?;
    let deviation = array(tagger, first + 5, outputs)?;
    packed.extend((0..outputs).map(|i| scale[i] / deviation[i]));
    packed.extend((0..outputs).map(|i| bias[i] - mean[i] * (scale[i] / deviation[i])));
    Ok(packed)
}

fn array(tagger: &Files, number: usize, length: usize) -> Result<Vec<f32>, Box<dyn Error>> {
    let bytes = file(tagger, &format!("arrays/{number}.bin"))?;
    expect_count(&format!("numbers in array {number}"), bytes.len() / 4, length)?;
    Ok(bytes.chunks_exact(4).map(|word| f32::from_le_bytes(word.try_into().unwrap())).collect())
}

fn bytes(numbers: &[f32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn count_lines(text: &[u8]) -> usize {
    text.split(|&byte| byte == b'\n').count()
}

fn expect_count(what: &str, found: usize, expected: usize) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{found} {what}, expected {expected}")) }
}

/// The header (magic, number of sections, then name, offset and length of each) and the sections.
fn assemble(sections: &[(&[u8; 4], Vec<u8>)]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut packed = b"DOSSNER1".to_vec();
    packed.extend((sections.len() as u32).to_le_bytes());
    let mut offset = packed.len() + 12 * sections.len();
    for (name, content) in sections {
        packed.extend(*name);
        packed.extend(u32::try_from(offset)?.to_le_bytes());
        packed.extend(u32::try_from(content.len())?.to_le_bytes());
        offset += content.len();
    }
    for (_, content) in sections {
        packed.extend(content);
    }
    Ok(packed)
}

fn hex_sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
