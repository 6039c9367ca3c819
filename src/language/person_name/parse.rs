//! Which word of a name is which.

use super::PersonName;
use super::spelling::is_cyrillic;
use crate::language::ru::morphology::{Gender, NamePart, Reading, readings};
use crate::words::LowerCase;

/// Words before a family name that belong to it, in lower case.
const PARTICLES: &str = "\
    фон дер ден ван де да ди дю ле ла дель делла дос душ дас аль эль бин бен ибн тер ас von van der \
    den de da di du le la del della dos bin ben ibn al el";

/// Words after a father's name that make it a patronymic.
const CHILD_OF: &str = "\
    оглы оглу кызы гызы улы уулу ұлы қызы";

/// What tells namesakes of one family apart.
const GENERATIONS: &str = "\
    младший старший мл. ст. jr jr. sr sr. junior senior";

/// Family names of Chinese, Korean and Vietnamese people, which come first.
const EASTERN_SURNAMES: &str = "\
    ан бай бан бао бо ван вэй вэнь гао го гуань гун гэн дай ден дин до ду дун дэн е жэнь инь кан ким \
    кон кун кэ лай ле лэй ли лин линь лю лян ляо лу ло люй ма мао мин мун мэн нгуен но пак пан пань \
    пэн пхан сан се си син со сон су суй сун сунь сюй сюэ ся сян сяо тан тао тхай тянь у фам фан \
    фань фу фэн хань хо хоанг хон ху хуан хэ цай цао цзинь цзо цзэн цзян цзя цинь цуй цю цян цянь \
    чан чен чжан чжао чжоу чжу чжун чжэн чо чой чон чэнь чэн чун ша ши шэнь шэн шао шу юань юй юн юэ \
    ян янь яо лам во ву чинь буй хун фун";

/// Whether `word` is one of the words of `list`.
fn lists(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// Takes apart a name in the nominative.
pub fn parse(form: &str) -> PersonName {
    let spaced = split_initials(form);
    let mut words: Vec<&str> = spaced.split_whitespace().filter(|word| !is_nickname(word)).collect();
    let mut name = PersonName { generation: take_generation(&mut words), ..PersonName::default() };
    let hyphenated = take_hyphenated_generation(&mut words, &mut name);
    if let Some(last) = &hyphenated {
        words.push(last);
    }
    take_patronymic(&mut words, &mut name);
    let first_is_initial = words.first().is_some_and(|word| PersonName::is_initial(word));
    match words.as_slice() {
        [] => {}
        [only] => lone(only, &mut name),
        _ if words.iter().skip(1).all(|word| PersonName::is_initial(word)) && !first_is_initial => {
            // «Путин В. В.»
            name.surname = Some(words[0].to_owned());
            initials(&words[1..], &mut name);
        }
        [surname, rest @ ..] if is_eastern(surname, rest) => {
            name.surname = Some((*surname).to_owned());
            name.given = vec![rest.join(" ")];
        }
        [first, ..] if begins_surname(first) => name.surname = Some(words.join(" ")),
        _ => western(&words, &mut name),
    }
    name.gender = gender(&name);
    name
}

/// «В.В.Путин» → «В. В. Путин»; hyphenated initials stay together.
fn split_initials(form: &str) -> String {
    let letters: Vec<char> = form.chars().collect();
    let mut spaced = String::with_capacity(form.len() + 4);
    for (place, &letter) in letters.iter().enumerate() {
        spaced.push(letter);
        if letter == '.' && letters.get(place + 1).is_some_and(|next| next.is_alphabetic()) {
            spaced.push(' ');
        }
    }
    spaced
}

fn is_nickname(word: &str) -> bool {
    word.starts_with(['«', '"', '“', '(']) || word.ends_with(['»', '"', '”', ')'])
}

fn take_generation(words: &mut Vec<&str>) -> Option<String> {
    let last = words.last()?.lower();
    let number =
        words.len() > 1 && last.chars().all(|c| "ivxl".contains(c)) && words.last()?.chars().all(char::is_uppercase);
    (words.len() > 1 && (number || lists(GENERATIONS, &last))).then(|| {
        words.pop();
        last
    })
}

/// «Буш-младший»: takes the last word, to be put back without its end.
fn take_hyphenated_generation(words: &mut Vec<&str>, name: &mut PersonName) -> Option<String> {
    let (surname, end) = words.last()?.rsplit_once('-')?;
    if !lists(GENERATIONS, &end.lower()) {
        return None;
    }
    name.generation = Some(end.lower());
    let surname = surname.to_owned();
    words.pop();
    Some(surname)
}

/// Takes the patronymic out, and puts the family name last where it came first.
fn take_patronymic(words: &mut Vec<&str>, name: &mut PersonName) {
    // «Ильхам Гейдар оглы Алиев»
    if let Some(place) = words.iter().position(|word| lists(CHILD_OF, &word.lower()))
        && place >= 1
        && words.len() > 2
    {
        name.patronymic = Some(format!("{} {}", words[place - 1], words[place].lower()));
        words.drain(place - 1..=place);
        return;
    }
    let Some(place) = words.iter().rposition(|word| patronymic_gender(word).is_some()) else { return };
    let last = place + 1 == words.len();
    let turkic = patronymic_gender(words[place]).is_some_and(|(_, turkic)| turkic);
    // «Мурат Бактиярулы»: a Turkic patronymic after one name does a surname's work; «Вук Караджич»
    // and «Иван Якубович» are no patronymics when nothing but a first name comes before them.
    if place == 0 || last && words.len() == 2 && (turkic || !is_russian_patronymic(words[place])) {
        return;
    }
    name.patronymic = Some(words[place].to_owned());
    words.remove(place);
    if last && words.len() >= 2 {
        // «Иванов Иван Иванович»
        words.rotate_left(1);
    }
    if last && words.len() == 1 {
        name.given = vec![words.remove(0).to_owned()];
    }
}

/// Whether the dictionary knows the word as a patronymic, not as a surname in -ович.
fn is_russian_patronymic(word: &str) -> bool {
    let found = readings(word);
    let known = found.iter().any(|reading| reading.known && reading.name == Some(NamePart::Patronymic));
    known || !found.iter().any(|reading| reading.known)
}

/// The gender that a patronymic shows, and whether it is Turkic; `None` for other words.
fn patronymic_gender(word: &str) -> Option<(Gender, bool)> {
    let lower = word.lower();
    let ends =
        |ends: &[&str]| ends.iter().any(|end| lower.strip_suffix(end).is_some_and(|rest| rest.chars().count() >= 3));
    if ends(&["улы", "ұлы", "оглы", "оглу", "уулу"]) {
        return Some((Gender::Masculine, true));
    }
    if ends(&["кызы", "қызы", "гызы"]) {
        return Some((Gender::Feminine, true));
    }
    if ends(&["ович", "евич"])
        || ["ильич", "кузьмич", "фомич", "лукич", "никитич", "ильинич", "саввич"].contains(&lower.as_str())
    {
        return Some((Gender::Masculine, false));
    }
    ends(&["овна", "евна", "ична", "инична"]).then_some((Gender::Feminine, false))
}

fn lone(word: &str, name: &mut PersonName) {
    if !name.given.is_empty() || PersonName::is_initial(word) {
        name.given.push(word.to_owned());
        return;
    }
    // «Асад» is a first name to the dictionary and a family name to the news.
    let surname = |reading: &Reading| reading.known && reading.name == Some(NamePart::Surname);
    name.ambiguous = !readings(word).iter().any(surname);
    name.surname = Some(word.to_owned());
}

/// Whether the dictionary knows the word, in the nominative, as a first name.
pub fn is_first_name(word: &str) -> bool {
    let lower = word.lower();
    let named = |reading: &Reading| reading.known && reading.name == Some(NamePart::Given) && *reading.lemma == *lower;
    readings(word).iter().any(named)
}

fn initials(words: &[&str], name: &mut PersonName) {
    let mut words = words.iter().map(|word| (*word).to_owned());
    name.given.extend(words.next());
    if name.patronymic.is_none() {
        name.patronymic = words.next();
    }
    name.given.extend(words);
}

/// Whether a name begins with a family name's particle («Фон дер Ляйен», «Ле Пен»), and not with a first
/// name that looks like one.
fn begins_surname(word: &str) -> bool {
    let lower = word.lower();
    lists(PARTICLES, &lower) && !lists("бен аль тер бин ас ben al", &lower)
}

/// First names, then the family name with its particles.
fn western(words: &[&str], name: &mut PersonName) {
    // Particles are small letters; «Ван И» and «Ле Зыан» have been read as eastern names before.
    let particle = words.iter().skip(1).position(|word| lists(PARTICLES, &word.lower())).map(|place| place + 1);
    let split = particle.filter(|&place| place + 1 < words.len()).unwrap_or(words.len() - 1);
    let (given, surname) = words.split_at(split);
    name.surname = Some(surname.join(" "));
    let mut given: Vec<&str> = given.to_vec();
    // «В. В. Путин»: after an initial the second is the patronymic's, as Russian has it.
    if name.patronymic.is_none()
        && given.len() == 2
        && given.iter().all(|part| PersonName::is_initial(part))
        && is_cyrillic(surname[0])
    {
        name.patronymic = given.pop().map(str::to_owned);
    }
    name.given.extend(given.into_iter().map(str::to_owned));
}

/// Whether `surname rest…` is an eastern name, family name first.
fn is_eastern(surname: &str, rest: &[&str]) -> bool {
    if !lists(EASTERN_SURNAMES, &surname.lower()) || rest.len() > 2 {
        return false;
    }
    if rest.iter().any(|word| lists(PARTICLES, word)) {
        return false;
    }
    match rest {
        // «Ли Кэцян», «Си Цзиньпин», not «Ян Непомнящий» or «Ким Кардашьян».
        [given] => is_palladius(given),
        _ => rest.iter().all(|word| syllables(word) == 1 && word.chars().count() <= 6),
    }
}

/// Whether two words are an eastern name in the nominative, family name first.
pub fn is_eastern_name(surname: &str, given: &str) -> bool {
    is_eastern(surname, &[given])
}

/// Whether two words are an eastern name in some case («Си Цзиньпином»): only the second declines.
pub fn is_eastern_form(surname: &str, given: &str) -> bool {
    let endings = ["ом", "ем", "а", "у", "е", "я", "ю", ""];
    is_eastern(surname, &[given])
        || lists(EASTERN_SURNAMES, &surname.lower())
            && endings
                .iter()
                .filter_map(|ending| given.strip_suffix(ending))
                .any(|stem| !stem.is_empty() && is_palladius(stem))
}

fn syllables(word: &str) -> usize {
    word.lower().chars().filter(|c| "аеёиоуыэюя".contains(*c)).count()
}

/// Whether `word` is one or two Chinese syllables in the usual Russian transcription.
fn is_palladius(word: &str) -> bool {
    const INITIALS: &[&str] =
        &["чж", "цз", "б", "п", "м", "ф", "д", "т", "н", "л", "г", "к", "х", "ц", "с", "ч", "ш", "ж", "в", ""];
    const FINALS: &[&str] = &[
        "уань", "юань", "уай", "уан", "юнь", "янь", "инь", "ань", "энь", "унь", "уэй", "яо", "ян", "юн", "юй", "юэ",
        "ао", "ай", "ан", "эй", "эн", "оу", "ин", "ун", "уй", "уа", "уо", "иэ", "эр", "а", "о", "э", "е", "и", "у",
        "ы", "ю", "я",
    ];
    fn syllable(rest: &str, left: usize) -> bool {
        if rest.is_empty() {
            return true;
        }
        left > 0
            && INITIALS
                .iter()
                .filter_map(|initial| rest.strip_prefix(initial))
                .any(|tail| FINALS.iter().filter_map(|end| tail.strip_prefix(end)).any(|rest| syllable(rest, left - 1)))
    }
    syllable(&word.lower().replace('ъ', ""), 2)
}

/// What the parts of a name tell of the bearer's gender.
fn gender(name: &PersonName) -> Option<Gender> {
    if let Some(patronymic) = &name.patronymic {
        let child = patronymic.rsplit(' ').next().unwrap_or(patronymic);
        if let Some((gender, _)) = patronymic_gender(child) {
            return Some(gender);
        }
        match child.lower().as_str() {
            "оглы" | "оглу" | "улы" | "уулу" | "ұлы" => return Some(Gender::Masculine),
            "кызы" | "гызы" | "қызы" => return Some(Gender::Feminine),
            _ => {}
        }
    }
    let surname = name.surname.as_deref().and_then(surname_gender);
    if surname.is_some() {
        return surname;
    }
    let given = name.given.first().filter(|given| !PersonName::is_initial(given) && is_cyrillic(given))?;
    let genders: Vec<Gender> = readings(given)
        .iter()
        .filter(|reading| reading.known && reading.name == Some(NamePart::Given) && !reading.plural)
        .filter(|reading| *reading.lemma == *given.lower())
        .filter_map(|reading| reading.gender)
        .collect();
    let first = *genders.first()?;
    genders.iter().all(|&gender| gender == first).then_some(first)
}

/// What a Slavic surname's ending tells; `None` for others.
fn surname_gender(surname: &str) -> Option<Gender> {
    let lower = surname.lower();
    let ends =
        |ends: &[&str]| ends.iter().any(|end| lower.strip_suffix(end).is_some_and(|rest| rest.chars().count() >= 2));
    if ends(&["ова", "ева", "ёва", "ская", "цкая"]) || ends(&["ина", "ына"]) && lower.chars().count() >= 6
    {
        return Some(Gender::Feminine);
    }
    ends(&["ов", "ев", "ёв", "ский", "цкий"]).then_some(Gender::Masculine)
}
