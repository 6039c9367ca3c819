//! How common a word is in Russian news.

use super::tagger::Tagger;

/// For each word of the tagger's vocabulary, eight times the binary logarithm of its count.
static COUNTS: &[u8] = include_bytes!("../../../models/ru-word-frequency.bin");

/// Binary logarithm of the number of words that were counted (1,197,895,574).
const TOTAL: f32 = 30.158;

/// How surprising a word form in lower case is, in bits: 5 for «и», 15 for «казахстан», 20 for
/// «анклав». `None` for a word that news hardly ever has, or that is misspelt.
pub fn surprise(word: &str) -> Option<f32> {
    let id = Tagger::shared().vocabulary().id(word) as usize;
    // The unknown word's id is one past the table.
    COUNTS.get(id).map(|&count| TOTAL - f32::from(count) / 8.0)
}

#[cfg(test)]
mod tests {
    use super::surprise;

    #[test]
    fn rare_words_surprise_more() {
        let bits = ["и", "страна", "казахстан", "анклав"].map(|word| surprise(word).unwrap());
        assert!(bits.is_sorted() && bits[0] > 4.0 && bits[3] < 24.0, "{bits:?}");
        assert_eq!(surprise("ъъъъ"), None);
    }
}
