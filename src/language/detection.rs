//! Telling which language a text is in.
//!
//! By the words that every text is full of, and by letters that few alphabets have. Both are
//! counted word by word, so that a name or a quotation in another language does not decide.

use crate::words::{LowerCase, is_alphabetic};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Function words of each language; a word may stand under several.
const WORDS: &[(&str, &str)] = &[
    (
        "ru",
        "и в не на что с по как это к из у за от о об он она они был была было были для его но до при также году года \
            после чтобы или же так если уже только может когда который которые которая этого который со во бы мы я вы ещё \
            еще более сообщил заявил где есть нет",
    ),
    (
        "uk",
        "і й та в у не на що з із зі по як це за від до про але для також який яка які яке його її він вона вони був \
            була було були після або щоб якщо вже тільки може коли року через під час цього ми я ви ще більше є немає та",
    ),
    (
        "be",
        "і й у ў не на што з са па як гэта за ад да пра але для таксама які якая якія яго яе ён яна яны быў была было \
            былі пасля або каб калі ўжо толькі можа года праз пад час мы я вы яшчэ больш ёсць няма",
    ),
    (
        "kk",
        "және мен пен бен бұл үшін деп де да бір болып туралы осы ол бойынша еді деді екен сол оның біз олар болды \
            болған жылы жыл кейін арқылы дейін ғана емес бар жоқ не ал тағы қазір қарай өз",
    ),
    (
        "ky",
        "жана менен бул үчүн деп да бир болуп тууралуу ушул ал боюнча эле деди анын биз алар болду болгон жылы кийин \
            аркылуу чейин гана эмес бар жок эмне дагы азыр өз",
    ),
    (
        "bg",
        "и на в за от се са че ще е да по с като който която които не при до след или но това той тя те беше със във \
            през има няма още може",
    ),
    (
        "sr",
        "и у на за од се су да је са по као који која које не при до након или али то он она они био била ће из ово \
            је још може",
    ),
    (
        "en",
        "the of and to in a is that for it on was with as by at from be this are has have had he she they his her its \
            not but or an which were will would said who their been after more about than into also",
    ),
    (
        "de",
        "der die das und in zu den von mit ist im für auf nicht ein eine des dem sich auch es an als war wird bei nach \
            aus er sie sind hat haben oder wie noch um über",
    ),
    (
        "fr",
        "le la les de des et en un une du que est pour dans qui sur par au aux plus pas il elle ce cette avec sont a ont \
            ne se son sa ses ou mais été leur",
    ),
    (
        "es",
        "el la los las de y en un una que es por con para del se no su al lo como más o pero sus le ha fue son este \
            esta entre cuando también",
    ),
    (
        "it",
        "il la le gli di e in un una che è per con del della dei si non da al come più o ma sono ha anche nel alla suo \
            questo stato dal",
    ),
    (
        "pt",
        "o a os as de e em um uma que é por com para do da dos das se não no na ao como mais ou mas foi são tem seu sua \
            também pelo pela",
    ),
    (
        "pl",
        "i w na z do nie że się jest to o za jak po od dla przez ale oraz który która które był była są przed tym jego \
            już tylko może lub czy",
    ),
    (
        "tr",
        "ve bir bu da de için ile olarak daha çok olan gibi kadar sonra ne var o ama en ya göre değil her tarafından \
            ancak dedi olduğu",
    ),
    ("uz", "va bu bilan uchun ham bir deb edi bo‘yicha bo'yicha haqida esa o‘z emas bor keyin yil ular uning boʻyicha"),
];

/// Letters that speak for a language: in which words, how much.
const LETTERS: &[(&str, &str, f32)] = &[
    ("ru", "ыэъё", 0.4),
    ("uk", "їєґ", 1.0),
    ("uk", "і", 0.5),
    ("be", "ў", 1.0),
    ("be", "і", 0.4),
    ("be", "ыэё", 0.3),
    ("kk", "әғқұһ", 1.0),
    ("kk", "ңөү", 0.6),
    ("kk", "іы", 0.2),
    ("ky", "ңөү", 0.6),
    ("ky", "ыэ", 0.2),
    ("sr", "ђћљњџј", 1.0),
    ("bg", "ъ", 0.3),
    ("de", "äöüß", 0.6),
    ("fr", "àâçèéêëîïôùûœ", 0.5),
    ("es", "ñáéíóú¿¡", 0.5),
    ("pt", "ãõçáéíóúâêô", 0.45),
    ("it", "àèéìòù", 0.4),
    ("pl", "ąćęłńóśźż", 1.0),
    ("tr", "ğışç", 0.8),
];

/// Scripts that one language of the news has to itself: first and last letter.
const SCRIPTS: &[(&str, char, char)] = &[
    ("el", '\u{370}', '\u{3ff}'),
    ("hy", '\u{531}', '\u{58f}'),
    ("he", '\u{591}', '\u{5f4}'),
    ("ar", '\u{600}', '\u{6ff}'),
    ("hi", '\u{900}', '\u{97f}'),
    ("ka", '\u{10a0}', '\u{10ff}'),
    ("ja", '\u{3040}', '\u{30ff}'),
    ("zh", '\u{4e00}', '\u{9fff}'),
    ("ko", '\u{ac00}', '\u{d7a3}'),
];

/// More text than this tells nothing new.
const ENOUGH_WORDS: usize = 3000;

/// The languages that each function word speaks for, as places in [`WORDS`].
fn known_words() -> &'static HashMap<&'static str, Vec<usize>> {
    static KNOWN: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
        let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
        for (language, (_, words)) in WORDS.iter().enumerate() {
            words.split_whitespace().for_each(|word| known.entry(word).or_default().push(language));
        }
        known
    });
    &KNOWN
}

/// For each letter, the lines of [`LETTERS`] that have it, as bits.
fn telling_letters() -> &'static HashMap<char, u32> {
    static LINES: LazyLock<HashMap<char, u32>> = LazyLock::new(|| {
        let mut lines: HashMap<char, u32> = HashMap::new();
        for (line, (_, letters, _)) in LETTERS.iter().enumerate() {
            letters.chars().for_each(|letter| *lines.entry(letter).or_default() |= 1 << line);
        }
        lines
    });
    &LINES
}

/// The BCP 47 code of the language that most of `text` is in; `und` if it cannot be told.
///
/// Cyrillic text without a sign of another language counts as Russian, plain Latin text of three
/// words or more as English.
pub fn detect(text: &str) -> &'static str {
    let mut scores: Vec<(&'static str, f32)> = WORDS.iter().map(|(code, _)| (*code, 0.0)).collect();
    let (mut cyrillic, mut latin) = (0_usize, 0_usize);
    let mut others = vec![0_usize; SCRIPTS.len()];
    for word in text
        .split(|c: char| !is_alphabetic(c) && c != '\'' && c != '‘' && c != 'ʻ')
        .filter(|word| !word.is_empty())
        .take(ENOUGH_WORDS)
    {
        // A foreign name keeps its script and has capitals.
        let weight = if word.starts_with(char::is_uppercase) { 1 } else { 2 };
        let word = word.lower();
        let Some(first) = word.chars().next() else { continue };
        match first {
            '\u{400}'..='\u{52f}' => cyrillic += weight,
            'a'..='z' | '\u{c0}'..='\u{24f}' => latin += weight,
            _ => {
                // A language without spaces writes whole sentences as one word.
                let found = SCRIPTS.iter().position(|(_, from, to)| (*from..=*to).contains(&first));
                found.into_iter().for_each(|script| others[script] += word.chars().count());
                continue;
            }
        }
        for &language in known_words().get(word.as_str()).into_iter().flatten() {
            scores[language].1 += 1.0;
        }
        if word.is_ascii() {
            continue;
        }
        let letters = telling_letters();
        let lines = word.chars().filter(|c| !c.is_ascii()).fold(0, |lines, c| lines | letters.get(&c).unwrap_or(&0));
        if lines != 0 {
            for (code, score) in &mut scores {
                let telling = LETTERS.iter().enumerate().filter(|(line, _)| lines & (1 << line) != 0);
                *score += telling.filter(|(_, it)| it.0 == *code).map(|(_, it)| it.2).sum::<f32>();
            }
        }
    }
    let (script, other) =
        others.iter().copied().enumerate().max_by_key(|&(i, count)| (count, usize::MAX - i)).unwrap_or((0, 0));
    if other > cyrillic.max(latin) {
        // Japanese writes its nouns in Chinese characters, and their endings in its own.
        let kana = text.chars().any(|c| ('\u{3040}'..='\u{30ff}').contains(&c));
        return if SCRIPTS[script].0 == "zh" && kana { "ja" } else { SCRIPTS[script].0 };
    }
    let is_cyrillic = cyrillic >= latin;
    let candidates = scores
        .into_iter()
        .rev()
        .filter(|(code, _)| matches!(*code, "ru" | "uk" | "be" | "kk" | "ky" | "bg" | "sr") == is_cyrillic);
    // Of equals, the first in the table.
    let (best, score) = candidates.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or(("und", 0.0));
    match (score > 0.0, is_cyrillic) {
        (true, _) => best,
        (false, true) if cyrillic > 0 => "ru",
        (false, false) if latin > 2 && !text.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) => "en",
        _ => "und",
    }
}
