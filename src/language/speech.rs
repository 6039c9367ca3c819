//! The words with which a language attributes speech.

/// Words of attribution. Where a language has lemmas they are lemmas; otherwise the forms themselves.
/// All in lower case, ё as е.
#[derive(Debug)]
pub struct Speech {
    /// Verbs of saying, writing and meaning.
    pub verbs: &'static [&'static str],
    /// Those of them that mean something else as often: alone they attribute nothing.
    pub weak_verbs: &'static [&'static str],
    /// Words that introduce an opinion like a verb («уверен, что»); forms.
    pub predicates: &'static [&'static str],
    /// A word, and the forms one of which follows it («по словам»); no forms when it stands alone («согласно»).
    pub according: &'static [(&'static str, &'static [&'static str])],
    /// «как», before «отметил автор».
    pub as_word: &'static [&'static str],
    /// «что», which opens the reported clause.
    pub that: &'static [&'static str],
    /// Beginnings of a sentence that attribute the one before it («Об этом»).
    pub about_this: &'static [&'static str],
    /// Pronouns that can stand for a speaker, and whether they are feminine.
    pub pronouns: &'static [(&'static str, Option<bool>)],
    /// «по его словам»
    pub possessives: &'static [&'static str],
    /// Kinds of media and other bodies that publish.
    pub outlets: &'static [&'static str],
    /// Whoever wrote what an outlet published («заключает автор»).
    pub authors: &'static [&'static str],
    /// Nouns that point back at a person already named («лидер страны»).
    pub people: &'static [&'static str],
    /// Words after which quotation marks hold a name.
    pub naming: &'static [&'static str],
    /// Verbs that deny: the clause behind «опроверг, что» is what the speaker does not say.
    pub denials: &'static [&'static str],
    /// Verbs whose object is the speaker: «цитирует Делягина „Интерфакс“».
    pub quoting: &'static [&'static str],
    /// Phrases before the source that an outlet passes on: «со ссылкой на».
    pub citing: &'static [&'static str],
    /// Phrases before the outlet that a speaker spoke to: «в интервью».
    pub spoken_to: &'static [&'static str],
    /// «сообщили в министерстве»: the words between the verb and a body that speaks.
    pub inner_link: &'static [&'static str],
}

/// The words of attribution of a language, by its BCP 47 code; those of English where none are known.
pub fn speech(language: &str) -> &'static Speech {
    match language.split(['-', '_']).next().unwrap_or_default() {
        "ru" => &super::ru::speech::SPEECH,
        "uk" | "be" => &super::general::speech::UKRAINIAN,
        "kk" | "ky" => &super::general::speech::KAZAKH,
        _ => &super::general::speech::ENGLISH,
    }
}
