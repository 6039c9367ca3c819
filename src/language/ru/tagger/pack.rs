//! Reading `models/ru-news-ner.bin`: sections found by name, nothing parsed before it is needed.
//!
//! The format is described in `models/README.md` and written by `examples/pack_models.rs`. The file is
//! part of the program, so a malformed one is a fault of the build, and panics.

static BYTES: &[u8] = include_bytes!("../../../../models/ru-news-ner.bin");

const MAGIC: &[u8; 8] = b"DOSSNER1";

/// The bytes of the section called `name`.
///
/// # Panics
/// If the model that was built in has no such section.
pub(super) fn section(name: &[u8; 4]) -> &'static [u8] {
    assert_eq!(&BYTES[..8], MAGIC, "models/ru-news-ner.bin is no packed tagger");
    let count = word(8) as usize;
    let entry = (0..count).map(|i| 12 + 12 * i).find(|&at| &BYTES[at..at + 4] == name);
    let at = entry.unwrap_or_else(|| panic!("models/ru-news-ner.bin lacks {}", String::from_utf8_lossy(name)));
    let (start, length) = (word(at + 4) as usize, word(at + 8) as usize);
    &BYTES[start..start + length]
}

/// The section called `name` as 32-bit floats.
///
/// # Panics
/// As [`section`], and if it does not hold `length` numbers.
pub(super) fn floats(name: &[u8; 4], length: usize) -> Vec<f32> {
    let numbers: Vec<f32> = section(name).as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
    assert_eq!(numbers.len(), length, "size of {}", String::from_utf8_lossy(name));
    numbers
}

/// The lines of the section called `name`.
pub(super) fn lines(name: &[u8; 4]) -> Vec<&'static str> {
    std::str::from_utf8(section(name)).expect("names are UTF-8").split('\n').collect()
}

fn word(at: usize) -> u32 {
    u32::from_le_bytes([BYTES[at], BYTES[at + 1], BYTES[at + 2], BYTES[at + 3]])
}
