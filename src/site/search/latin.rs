//! Names in Latin letters, however they were transliterated: «Токаев» is found as Tokayev, Tokaev, Tokaiev.

use any_ascii::any_ascii;

/// What a Cyrillic name comes to in Latin letters when everything is left out that transliterations
/// differ in. A ё is both е and о for them. Nothing for a word of another script.
pub fn skeletons(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    if !lower.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}')) {
        return Vec::new();
    }
    let mut found = vec![skeleton(&latin(&lower, "e"))];
    if lower.contains('ё') {
        found.push(skeleton(&latin(&lower, "io")));
    }
    found.retain(|skeleton| skeleton.len() > 1);
    found
}

/// `lower` in Latin letters, with `yo` for ё.
fn latin(lower: &str, yo: &str) -> String {
    let mut latin = String::with_capacity(lower.len());
    for c in lower.chars() {
        match c {
            'ё' => latin.push_str(yo),
            'х' | 'һ' => latin.push('h'),
            'ц' => latin.push_str("ts"),
            'щ' => latin.push_str("sh"),
            'ю' => latin.push_str("iu"),
            'я' => latin.push_str("ia"),
            'є' => latin.push_str("ie"),
            'ї' | 'й' | 'ы' => latin.push('i'),
            'ь' | 'ъ' | '\'' | '’' | 'ʼ' => {}
            'ж' => latin.push_str("zh"),
            c => latin.push_str(&any_ascii(c.encode_utf8(&mut [0; 4])).to_lowercase()),
        }
    }
    latin
}

/// The bones of a word in lower-case ASCII: one letter for each way to write a consonant, no glides, no
/// doubled letters. `templates/static/search/words.js` does the same to queries.
pub fn skeleton(latin: &str) -> String {
    const ONE_FOR_ALL: [(&str, &str); 17] = [
        ("shch", "sh"),
        ("sch", "sh"),
        ("dzh", "j"),
        ("dj", "j"),
        ("zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("ck", "k"),
        ("tz", "ts"),
        ("ch", "C"),
        ("c", "k"),
        ("q", "k"),
        ("w", "v"),
        ("x", "ks"),
        ("y", "i"),
        ("C", "ch"),
    ];
    let mut word: String = latin.chars().filter(char::is_ascii_alphanumeric).collect();
    for (written, letter) in ONE_FOR_ALL {
        word = word.replace(written, letter);
    }
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'o' | 'u');
    let mut bones = String::with_capacity(word.len());
    let letters: Vec<char> = word.chars().collect();
    for (at, &letter) in letters.iter().enumerate() {
        let next = letters[at + 1..].iter().copied().find(|&c| c != 'i');
        let previous = letters[..at].iter().rev().copied().find(|&c| c != 'i');
        let is_glide = letter == 'i' && (next.is_some_and(is_vowel) || previous.is_some_and(is_vowel))
            || letter == 'j' && at > 0 && is_vowel(letters[at - 1]) && !next.is_some_and(is_vowel);
        if !is_glide && !bones.ends_with(letter) {
            bones.push(letter);
        }
    }
    bones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_of_a_name_have_the_same_bones() {
        for (name, written) in [
            ("Токаев", &["tokayev", "tokaev", "tokaiev"][..]),
            ("Соловьёв", &["solovyov", "soloviev", "solovyev"]),
            ("Мирзиёев", &["mirziyoyev", "mirziyoev"]),
            ("Зеленский", &["zelensky", "zelenskiy", "zelenskyy", "zelenskii"]),
            ("Жомарт", &["jomart", "zhomart"]),
            ("Щукина", &["shchukina", "schukina"]),
            ("Хабаров", &["khabarov", "habarov"]),
            ("Юрий", &["yuri", "yury", "yuriy", "iurii"]),
        ] {
            let bones = skeletons(name);
            for latin in written {
                assert!(bones.contains(&skeleton(latin)), "{latin} is {}, {name} {bones:?}", skeleton(latin));
            }
        }
        assert_eq!(skeletons("Reuters"), Vec::<String>::new());
    }
}
