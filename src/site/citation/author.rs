//! Which part of an author's name is the family name, where that is beyond doubt.

use crate::intake::is_given_name;

/// An author as references take one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// A person whose given and family names can be told apart.
    Person {
        /// «Седова»
        family: String,
        /// «Анна Петровна», in the order of the source.
        given: Vec<String>,
        /// The name as the source writes it.
        whole: String,
    },
    /// Anything else (a newsroom, an agency, a name in an order that nobody knows), as it is written.
    AsGiven(String),
}

impl Author {
    /// Reads a name as a byline has it.
    ///
    /// A name of two or three words is taken apart when exactly one of them can be the family name:
    /// the words before it, or all after it, are known given names, patronymics or initials. A name
    /// whose every word is a given name, or none, stays as it is.
    pub fn new(name: &str) -> Self {
        let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
        let as_given = || Self::AsGiven(name.to_owned());
        if !(2..=3).contains(&words.len()) || words.iter().any(|word| !is_name_word(word)) {
            return as_given();
        }
        let last = words.len() - 1;
        // «-ович» ends family names too («Абрамович»): beside a given name in a name of three words it
        // ends a patronymic.
        let is_fathers = |at: usize| last == 2 && at > 0 && is_given(words[at - 1]) && ends_like_a_fathers(words[at]);
        let given: Vec<bool> = (0..=last).map(|at| is_given(words[at]) || is_fathers(at)).collect();
        let (family, given) = if given[..last].iter().all(|given| *given) && !given[last] {
            (words[last], &words[..last])
        } else if !given[0] && given[1..].iter().all(|given| *given) {
            (words[0], &words[1..])
        } else {
            return as_given();
        };
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self::Person { family: family.to_owned(), given: owned(given), whole: name.to_owned() }
    }

    /// The name as the source writes it.
    pub fn whole(&self) -> &str {
        match self {
            Self::Person { whole, .. } => whole,
            Self::AsGiven(name) => name,
        }
    }

    /// What a reference within a text calls the author.
    pub fn short(&self) -> &str {
        match self {
            Self::Person { family, .. } => family,
            Self::AsGiven(name) => name,
        }
    }
}

/// «К.-Ж.» of «Касым-Жомарт»; initials stay what they are.
pub fn initials(given: &[String]) -> String {
    let initial = |part: &str| part.chars().next().map(|first| format!("{}.", first.to_uppercase()));
    let of_word = |word: &String| {
        if word.contains('.') {
            return word.clone();
        }
        word.split('-').filter_map(initial).collect::<Vec<_>>().join("-")
    };
    given.iter().map(of_word).collect::<Vec<_>>().join(" ")
}

fn is_name_word(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’' | 'ʼ'))
}

fn is_given(word: &str) -> bool {
    is_initial(word) || is_patronymic(word) || is_given_name(word)
}

/// «А.», «А.П.», «К.-Ж.»
fn is_initial(word: &str) -> bool {
    word.ends_with('.') && word.split(['.', '-']).all(|part| part.chars().count() <= 1)
}

fn is_patronymic(word: &str) -> bool {
    ends_in(word, &["евна", "овна", "ична", "івна", "ївна", "ұлы", "қызы"])
}

fn ends_like_a_fathers(word: &str) -> bool {
    ends_in(word, &["ович", "евич", "ьич", "йович"])
}

fn ends_in(word: &str, endings: &[&str]) -> bool {
    let word = word.to_lowercase();
    endings.iter().any(|ending| word.ends_with(ending))
}
