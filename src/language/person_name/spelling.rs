//! Spellings of one name: ё and е, ы and и, hyphens, doubled letters, Latin and Cyrillic.

use any_ascii::any_ascii;

/// `name` with what careful writers spell differently made equal, in its own alphabet: capitals, ё/е,
/// ы/и/й, э/е, hyphens and spaces, apostrophes, soft signs, doubled letters.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        let letter = match letter {
            'ё' | 'э' | 'є' => 'е',
            'ы' | 'й' | 'і' | 'ї' => 'и',
            'ө' => 'о',
            'ұ' | 'ү' => 'у',
            'қ' => 'к',
            'ғ' => 'г',
            'ң' => 'н',
            'ә' => 'а',
            'һ' => 'х',
            'ъ' | 'ь' => continue,
            letter if !letter.is_alphanumeric() => continue,
            letter => letter,
        };
        if !folded.ends_with(letter) {
            folded.push(letter);
        }
    }
    folded
}

/// The consonants of `name` in Latin letters: equal for the ways in which one name is transliterated
/// («Tokayev», «Tokaev», «Токаев»), and for all spellings that [`fold`] joins. Names without consonants
/// keep their vowels.
pub fn skeleton(name: &str) -> String {
    const PAIRS: [(&str, &str); 19] = [
        ("shch", "s"),
        ("sch", "s"),
        ("dzh", "j"),
        ("tsch", "c"),
        ("zh", "j"),
        ("dj", "j"),
        ("kh", "h"),
        ("ch", "c"),
        ("sh", "s"),
        ("ts", "c"),
        ("tz", "c"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("qu", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("q", "k"),
        ("ya", "a"),
    ];
    let mut latin: String = any_ascii(&fold(name)).to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    for (from, to) in PAIRS {
        latin = latin.replace(from, to);
    }
    let letters: Vec<char> = latin.chars().collect();
    let mut bones = String::new();
    for (place, &letter) in letters.iter().enumerate() {
        let next = letters.get(place + 1).copied();
        let letter = match letter {
            'c' if next.is_some_and(|next| "aourlkt".contains(next)) && !is_cyrillic(name) => 'k',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => continue,
            letter => letter,
        };
        if !bones.ends_with(letter) {
            bones.push(letter);
        }
    }
    if bones.is_empty() { latin } else { bones }
}

/// Whether the name is written in Cyrillic letters.
pub fn is_cyrillic(name: &str) -> bool {
    name.chars().find(|c| c.is_alphabetic()).is_some_and(|c| ('\u{400}'..='\u{52f}').contains(&c))
}
