//! Spellings of one name: ё and е, ы and и, hyphens, doubled letters, Latin and Cyrillic.

use any_ascii::any_ascii;

/// `name` with what careful writers spell differently made equal, in its own alphabet: capitals, ё/е,
/// ы/и/й, э/е, hyphens and spaces, apostrophes, soft signs, doubled letters.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut letters = name.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
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
            // «Наталья» is «Наталия», «Анатольевич» is «Анатолиевич».
            'ъ' | 'ь' if letters.peek().is_some_and(|next| "яюеё".contains(*next)) => 'и',
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

/// The consonants of `name` in Latin letters, coarsely: equal for the ways in which one name is
/// transliterated («Tokayev», «Tokaev», «Токаев»; «Volkswagen», «Фольксваген»), and for all spellings
/// that [`fold`] joins. Voiced and voiceless hisses and v, w and f are one, an h inside a name is none.
/// Names without consonants keep their vowels.
pub fn skeleton(name: &str) -> String {
    const PAIRS: [(&str, &str); 19] = [
        ("shch", "s"),
        ("tsch", "4"),
        ("sch", "s"),
        ("tch", "4"),
        ("dzh", "j"),
        ("zh", "j"),
        ("dj", "j"),
        ("kh", "h"),
        ("ch", "4"),
        ("sh", "s"),
        ("ts", "s"),
        ("tz", "s"),
        ("ph", "v"),
        ("th", "t"),
        ("ck", "k"),
        ("qu", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("q", "k"),
    ];
    let mut latin = romanised(name);
    for (from, to) in PAIRS {
        latin = latin.replace(from, to);
    }
    let letters: Vec<char> = latin.chars().collect();
    let mut bones = String::new();
    for (place, &letter) in letters.iter().enumerate() {
        let next = letters.get(place + 1).copied();
        let letter = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => continue,
            'h' if place > 0 => continue,
            'c' if next.is_some_and(|next| "eiy".contains(next)) => 's',
            'c' => 'k',
            'z' => 's',
            'f' => 'v',
            letter => letter,
        };
        if !bones.ends_with(letter) {
            bones.push(letter);
        }
    }
    if bones.is_empty() { latin } else { bones }
}

/// `name` in small Latin letters and digits, spellings joined as by [`fold`].
pub fn romanised(name: &str) -> String {
    any_ascii(&fold(name)).to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Whether the name is written in Cyrillic letters.
pub fn is_cyrillic(name: &str) -> bool {
    name.chars().find(|c| c.is_alphabetic()).is_some_and(|c| ('\u{400}'..='\u{52f}').contains(&c))
}
