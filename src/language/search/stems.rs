//! Stems of languages without a dictionary: endings cut one after the other, the longest that fits.

/// How a language's words are cut. Endings are in the spelling of `words::fold`.
#[derive(Debug, Clone, Copy)]
pub struct StemRules {
    /// BCP 47 code.
    pub language: &'static str,
    /// Letters that must be left.
    pub shortest: usize,
    /// Whether all steps are taken again until nothing more fits.
    pub repeats: bool,
    /// Steps, one after the other. Of each the longest ending that fits is taken, and what stands in its
    /// place is given after it.
    pub steps: &'static [&'static [(&'static str, &'static str)]],
}

/// The languages whose words are cut.
pub const STEMS: &[StemRules] = &[
    StemRules { language: "en", shortest: 3, repeats: false, steps: ENGLISH },
    StemRules { language: "uk", shortest: 3, repeats: false, steps: UKRAINIAN },
    StemRules { language: "kk", shortest: 3, repeats: true, steps: KAZAKH },
];

const ENGLISH: &[&[(&str, &str)]] = &[
    &[("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", "")],
    &[("eed", "eed"), ("ing", ""), ("ed", "")],
    &[
        ("e", ""),
        ("y", "i"),
        ("bb", "b"),
        ("dd", "d"),
        ("gg", "g"),
        ("ll", "l"),
        ("mm", "m"),
        ("nn", "n"),
        ("pp", "p"),
        ("rr", "r"),
        ("ss", "s"),
        ("tt", "t"),
    ],
];

/// Case, number, gender and person in one ending, as the language has them.
const UKRAINIAN: &[&[(&str, &str)]] = &[
    &[("ся", ""), ("сь", "")],
    &[
        ("ями", ""),
        ("ами", ""),
        ("ови", ""),
        ("еви", ""),
        ("ього", ""),
        ("ьому", ""),
        ("ого", ""),
        ("ому", ""),
        ("ими", ""),
        ("ий", ""),
        ("их", ""),
        ("им", ""),
        ("ой", ""),
        ("ою", ""),
        ("ею", ""),
        ("ах", ""),
        ("ях", ""),
        ("ам", ""),
        ("ям", ""),
        ("ив", ""),
        ("ев", ""),
        ("ом", ""),
        ("ем", ""),
        ("ати", ""),
        ("яти", ""),
        ("ити", ""),
        ("ути", ""),
        ("ала", ""),
        ("али", ""),
        ("ало", ""),
        ("ила", ""),
        ("или", ""),
        ("ило", ""),
        ("ав", ""),
        ("ить", ""),
        ("ять", ""),
        ("ють", ""),
        ("уть", ""),
        ("а", ""),
        ("я", ""),
        ("и", ""),
        ("у", ""),
        ("ю", ""),
        ("о", ""),
        ("е", ""),
        ("й", ""),
        ("ь", ""),
    ],
    &[("нн", "н"), ("тт", "т"), ("лл", "л"), ("ь", "")],
];

/// Case or person, then possession, then number: suffixes stand one after the other.
const KAZAKH: &[&[(&str, &str)]] = &[
    &[
        ("мен", ""),
        ("бен", ""),
        ("пен", ""),
        ("нын", ""),
        ("нин", ""),
        ("дын", ""),
        ("дин", ""),
        ("тын", ""),
        ("тин", ""),
        ("нда", ""),
        ("нде", ""),
        ("дан", ""),
        ("ден", ""),
        ("тан", ""),
        ("тен", ""),
        ("нан", ""),
        ("нен", ""),
        ("га", ""),
        ("ге", ""),
        ("ка", ""),
        ("ке", ""),
        ("на", ""),
        ("не", ""),
        ("да", ""),
        ("де", ""),
        ("та", ""),
        ("те", ""),
        ("ны", ""),
        ("ни", ""),
        ("ды", ""),
        ("ди", ""),
        ("ты", ""),
        ("ти", ""),
    ],
    &[
        ("сы", ""),
        ("си", ""),
        ("ымыз", ""),
        ("имиз", ""),
        ("ым", ""),
        ("им", ""),
        ("ын", ""),
        ("ин", ""),
        ("ы", ""),
        ("и", ""),
    ],
    &[("лар", ""), ("лер", ""), ("дар", ""), ("дер", ""), ("тар", ""), ("тер", "")],
];

/// The rules for `language`, by those of its nearest kin where it has none.
pub(super) fn rules(language: &str) -> Option<&'static StemRules> {
    let code = match language.split(['-', '_']).next().unwrap_or_default() {
        "be" => "uk",
        "ky" => "kk",
        other => other,
    };
    STEMS.iter().find(|rules| rules.language == code)
}

/// The stem of a folded word, with its language's mark. Numbers stay as they are.
pub(super) fn stem(rules: &StemRules, folded: &str) -> String {
    if !folded.chars().all(char::is_alphabetic) {
        return folded.to_owned();
    }
    let mut stem = folded.to_owned();
    loop {
        let before = stem.len();
        for step in rules.steps {
            let fits = |ending: &str, put: &str| {
                let left = stem.strip_suffix(ending).map(|left| left.chars().count() + put.chars().count());
                left.is_some_and(|left| left >= rules.shortest)
            };
            let longest = step.iter().filter(|(ending, put)| fits(ending, put)).max_by_key(|(ending, _)| ending.len());
            if let Some((ending, put)) = longest {
                stem.truncate(stem.len() - ending.len());
                stem.push_str(put);
            }
        }
        if !rules.repeats || stem.len() == before {
            break;
        }
    }
    stem.push('~');
    stem.push_str(rules.language);
    stem
}
