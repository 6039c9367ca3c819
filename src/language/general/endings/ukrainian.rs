//! Ukrainian: the endings of names of people and places.
//!
//! The words of a person's name agree in gender and case, which first names settle: «Миколою Шевченком»
//! is the instrumental of a man's name because Микола is one.

use Case::{Accusative, Dative, Genitive, Instrumental, Nominative};

/// Cases, as far as their endings differ in names; the locative is read as a dative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Nominative,
    Genitive,
    Dative,
    Accusative,
    Instrumental,
}

const CASES: [Case; 5] = [Nominative, Genitive, Dative, Accusative, Instrumental];

/// An ending in a case, and the endings of the nominative that it may come from, the likeliest first.
type Ending = (Case, &'static str, &'static [&'static str]);

/// Nouns and adjectives that men's and masculine names are; longer endings before those they end in.
const MASCULINE: &[Ending] = &[
    (Genitive, "ського", &["ський"]),
    (Genitive, "цького", &["цький"]),
    (Genitive, "ого", &["ий", "ой"]),
    (Genitive, "ього", &["ій"]),
    (Genitive, "енка", &["енко"]),
    (Genitive, "ка", &["к", "ко"]),
    (Genitive, "ця", &["ець", "ць"]),
    (Genitive, "а", &["", "о"]),
    (Genitive, "я", &["ь", "й", ""]),
    (Genitive, "и", &["а"]),
    (Genitive, "і", &["я"]),
    (Genitive, "у", &[""]),
    (Genitive, "ю", &["й", "ь"]),
    (Dative, "ському", &["ський"]),
    (Dative, "цькому", &["цький"]),
    (Dative, "ому", &["ий", "ой"]),
    (Dative, "енку", &["енко"]),
    (Dative, "енкові", &["енко"]),
    (Dative, "ові", &["", "о"]),
    (Dative, "цеві", &["ець", "ць"]),
    (Dative, "еві", &["ь", ""]),
    (Dative, "єві", &["й"]),
    (Dative, "цю", &["ець", "ць"]),
    (Dative, "у", &["", "о"]),
    (Dative, "ю", &["ь", "й", ""]),
    (Dative, "і", &["а", "я", "", "ь"]),
    (Instrumental, "ським", &["ський"]),
    (Instrumental, "цьким", &["цький"]),
    (Instrumental, "овим", &["ов", "овий"]),
    (Instrumental, "евим", &["ев", "евий"]),
    (Instrumental, "єєвим", &["єєв"]),
    (Instrumental, "іним", &["ін"]),
    (Instrumental, "їним", &["їн"]),
    (Instrumental, "им", &["ий", ""]),
    (Instrumental, "енком", &["енко"]),
    (Instrumental, "цем", &["ець", "ць"]),
    (Instrumental, "ом", &["", "о"]),
    (Instrumental, "ем", &["ь", ""]),
    (Instrumental, "єм", &["й"]),
    (Instrumental, "ою", &["а"]),
    (Instrumental, "ею", &["я"]),
    (Instrumental, "єю", &["я"]),
];

/// The same for women's and feminine names.
const FEMININE: &[Ending] = &[
    (Genitive, "ської", &["ська"]),
    (Genitive, "цької", &["цька"]),
    (Genitive, "ої", &["а"]),
    (Genitive, "ії", &["ія"]),
    (Genitive, "ї", &["я"]),
    (Genitive, "и", &["а"]),
    (Genitive, "і", &["я", "ь", "а", ""]),
    (Dative, "ській", &["ська"]),
    (Dative, "цькій", &["цька"]),
    (Dative, "ій", &["а"]),
    (Dative, "ії", &["ія"]),
    (Dative, "ї", &["я"]),
    (Dative, "зі", &["га", "за"]),
    (Dative, "ці", &["ка", "ця"]),
    (Dative, "сі", &["ха", "са", "сь"]),
    (Dative, "і", &["а", "я", "ь"]),
    (Accusative, "ську", &["ська"]),
    (Accusative, "цьку", &["цька"]),
    (Accusative, "у", &["а"]),
    (Accusative, "ію", &["ія"]),
    (Accusative, "ю", &["я"]),
    (Instrumental, "ською", &["ська"]),
    (Instrumental, "цькою", &["цька"]),
    (Instrumental, "ою", &["а"]),
    (Instrumental, "ею", &["я"]),
    (Instrumental, "ією", &["ія"]),
    (Instrumental, "єю", &["я"]),
    (Instrumental, "ю", &["ь", ""]),
];

/// Names of towns and mountains that are plurals: «у Чернівцях», «із Сум», «Карпатами».
const PLURAL: &[(&str, &[&str])] = &[
    ("ами", &["и"]),
    ("ями", &["і", "ї"]),
    ("ам", &["и"]),
    ("ям", &["і", "ї"]),
    ("ах", &["и"]),
    ("ях", &["і", "ї"]),
    ("ців", &["ці"]),
    ("ів", &["и", "і"]),
];

/// Men's first names, in the nominative.
const MEN: &str = "адам альберт анатолій андрій антон арсен артем артур богдан борис вадим валентин валерій василь \
віктор віталій владислав володимир всеволод вячеслав в'ячеслав геннадій георгій герман гліб григорій давид данило \
денис дмитро дональд едуард емануель еммануель євген єгор ерік захар зиновій іван ігор ілля йосип карл кирило \
костянтин кузьма лев левко леонід лук'ян любомир макар макс максим марк марко мартин матвій микита микола мирослав \
михайло мар'ян назар олег олекса олександр олексій омелян опанас орест остап оскар павло петро пилип радислав \
ратмир ринат роберт роман ростислав руслан святослав семен сергій степан тарас тимофій тимур тиміш томас федір \
фелікс франц хома юліан юрій юхим ярема ярослав яків ян ахмет рустем мустафа садир шавкат ільхам ілхам нікол \
реджеп марко еммануїл джо джон джордж джеймс майкл пітер річард вільям чарльз стів білл ентоні кір борис";

/// Women's first names, in the nominative.
const WOMEN: &str = "аліна алла анастасія ангела анжела анна антоніна богдана валентина валерія варвара віра вікторія \
галина ганна дарина дарія дар'я діана євгенія єлизавета жанна зінаїда злата зоряна іванна інга інна ірина іванка \
каміла катерина кіра клавдія крістіна христина лариса леся лідія лілія любов людмила маргарита марина марія мар'яна \
мирослава надія наталія наталя неля ніна оксана олександра олена олеся ольга орися поліна роксолана руслана сніжана \
соломія софія стефанія світлана таїсія тамара тетяна уляна урсула юлія юліана яна ярина ярослава раїса емма ева марта";

/// The nominatives that `word`, a name of any kind, may be a form of.
pub fn nominatives(word: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for &(_, ending, bases) in MASCULINE.iter().chain(FEMININE) {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() >= 2) else { continue };
        for base in bases {
            for nominative in alternating(stem, base) {
                if !found.contains(&nominative) {
                    found.push(nominative);
                }
            }
        }
    }
    for (ending, bases) in PLURAL {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() >= 2) else { continue };
        found.extend(bases.iter().map(|base| format!("{stem}{base}")));
    }
    // The genitive of many plurals has no ending: «із Сум», «до Черкас».
    if word.chars().count() >= 3 && !word.ends_with(|c: char| "аеєиіїоуюяйь".contains(c)) {
        found.push(format!("{word}и"));
    }
    found
}

/// The stem with a nominative's ending. In a syllable that a bare ending closes, о and е turn to і:
/// «Києва» is of «Київ», «Львова» of «Львів», «Канева» of «Канів».
fn alternating(stem: &str, ending: &str) -> Vec<String> {
    let mut found = vec![format!("{stem}{ending}")];
    if ending.is_empty() {
        let mut letters: Vec<char> = stem.chars().collect();
        if let [.., vowel, _] = &mut letters[..] {
            let closed = match vowel {
                'о' | 'е' => Some('і'),
                'є' => Some('ї'),
                _ => None,
            };
            if let Some(closed) = closed {
                *vowel = closed;
                found.push(letters.iter().collect());
            }
        }
        // «Львова»: the vowel of «Львів» is the nominative's own.
        found.extend(stem.strip_suffix('в').map(|stem| format!("{stem}ів")));
    }
    found
}

/// Whether `word` is a known first name in some case.
pub fn is_first_name(word: &str) -> bool {
    [(MEN, MASCULINE), (WOMEN, FEMININE)].into_iter().any(|(names, endings)| {
        CASES.iter().any(|&case| forms(word, case, endings).iter().any(|form| is_in(names, form)))
    })
}

fn is_in(names: &str, name: &str) -> bool {
    let lower = name.to_lowercase().replace(['’', 'ʼ'], "'");
    names.split_whitespace().any(|known| known == lower)
}

/// The words of a person's name in the nominative, when the first of them is a known first name in some
/// case; or when all are men's instrumentals, which nothing else looks like.
pub fn person(words: &[&str]) -> Option<Vec<String>> {
    let (first, rest) = words.split_first()?;
    for (names, endings, is_man) in [(MEN, MASCULINE, true), (WOMEN, FEMININE, false)] {
        for case in CASES {
            let Some(given) = forms(first, case, endings).into_iter().find(|given| is_in(names, given)) else {
                continue;
            };
            // A man's accusative is his genitive.
            let rest: Option<Vec<String>> = rest.iter().map(|word| family_name(word, case, endings, is_man)).collect();
            if let Some(rest) = rest {
                return Some(std::iter::once(given).chain(rest).collect());
            }
        }
    }
    let instrumental = |word: &&str| ["ом", "ем", "єм"].iter().any(|ending| word.ends_with(ending));
    let all: Option<Vec<String>> = if words.iter().all(instrumental) {
        words.iter().map(|word| forms(word, Instrumental, MASCULINE).into_iter().next()).collect()
    } else {
        None
    };
    all.filter(|_| words.len() > 1)
}

/// What `word` may be the form of in `case`; in the nominative itself.
fn forms(word: &str, case: Case, endings: &[Ending]) -> Vec<String> {
    if case == Nominative {
        return vec![word.to_owned()];
    }
    let of_case = endings.iter().filter(|(of, ..)| *of == case);
    of_case
        .filter_map(|(_, ending, bases)| Some((word.strip_suffix(ending)?, bases)))
        .filter(|(stem, _)| stem.chars().count() >= 2)
        .flat_map(|(stem, bases)| {
            let vowel = stem.ends_with(|c: char| "аеєиіїоуюя".contains(c));
            // A soft sign follows a consonant, й a vowel.
            bases
                .iter()
                .filter(move |base| (**base != "ь" || !vowel) && (**base != "й" || vowel))
                .map(move |base| format!("{stem}{base}"))
        })
        .collect()
}

fn family_name(word: &str, case: Case, endings: &[Ending], is_man: bool) -> Option<String> {
    if let Some(found) = forms(word, case, endings).into_iter().next() {
        return Some(found);
    }
    // Foreign names in vowels, and women's in consonants or -ко, stay as they are.
    let bare = word.ends_with(|c: char| "оуеіию".contains(c)) || word.chars().all(char::is_uppercase);
    let woman = !is_man && !word.ends_with(['а', 'я']);
    (bare || woman).then(|| word.to_owned())
}
