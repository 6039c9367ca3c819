//! How much room a name takes in a drawing.
//!
//! Nothing is measured by a browser when a site is built. The widths are those of the theme's sans
//! serif (Golos Text, weight 500), rounded up: a label never takes more than it is given room for. The
//! fonts that stand in for it are narrower or as wide.

/// Characters by their width, in thousandths of the font's size; all others are as wide as [`WIDEST`].
const WIDTHS: [(u32, &str); 15] = [
    (250, "'"),
    (300, "іїij"),
    (350, "ІЇlI.,’:;|!ʼ"),
    (400, "frt-()\" \u{A0}"),
    (500, "гтґғ1/"),
    (550, "зьsz7–«»„“”"),
    (600, "абвеклопсухчэяёєқүұәГҐҒacekouvxyFJL235"),
    (650, "дийнрцъңөһЕЗТЁҰbdghnpqESTZ04689"),
    (700, "АБВРСУХЧЬЭЯЄҮҺABCKPRVXY&"),
    (750, "мфыДКЛОПЪҚӘDGOQU—"),
    (800, "юИЙНЦҢӨHN"),
    (850, "жшw"),
    (900, "щМФЫmM"),
    (1000, "ЖШЮW…"),
    (1100, "Щ№"),
];

const WIDEST: u32 = 1000;

/// The width of `text` at a font size of `size` units, in these units. Never less than it is drawn with.
pub fn width(text: &str, size: f64) -> f64 {
    f64::from(text.chars().map(width_of).sum::<u32>()) * size / 1000.0
}

fn width_of(c: char) -> u32 {
    WIDTHS.iter().find(|(_, of)| of.contains(c)).map_or(WIDEST, |(width, _)| *width)
}

/// `text`, or as much of it as is no wider than `most` units, cut after a word where one ends late
/// enough.
pub fn shortened(text: &str, size: f64, most: f64) -> String {
    if width(text, size) <= most {
        return text.to_owned();
    }
    let room = most - width("…", size);
    let mut taken = 0.0;
    let end = text
        .char_indices()
        .find(|&(_, c)| {
            taken += f64::from(width_of(c)) * size / 1000.0;
            taken > room
        })
        .map_or(text.len(), |(at, _)| at);
    let cut = &text[..end];
    let whole = cut.rfind([' ', '\u{A0}', '-']).filter(|&at| at * 3 >= cut.len() * 2).map_or(cut, |at| &cut[..at]);
    format!("{}…", whole.trim_end_matches([' ', '\u{A0}', '-', '–', ',', '«']))
}

/// `text` in at most two lines no wider than `most` units each, parted between words; what has no room
/// even so is cut. The first line keeps the space that it is parted at, so that both together are the
/// text.
pub fn lines<'t>(text: &'t str, size: f64, most: f64) -> Vec<String> {
    if width(text, size) <= most {
        return vec![text.to_owned()];
    }
    type Parted<'t> = (&'t str, &'t str);
    let parted = |marks: &[char]| -> Vec<Parted<'t>> {
        let ends = text.char_indices().filter(|&(at, c)| at > 0 && marks.contains(&c));
        let parted = ends.map(|(at, c)| text.split_at(at + c.len_utf8()));
        parted.filter(|(first, _)| width(first.trim_end(), size) <= most).collect()
    };
    let wider = |(first, second): &Parted<'t>| (width(first, size).max(width(second, size)) * 10.0) as u64;
    let even = |parted: &[Parted<'t>]| -> Option<Parted<'t>> {
        parted.iter().copied().filter(|(_, second)| width(second, size) <= most).min_by_key(wider)
    };
    // As even as can be, at a space sooner than at a hyphen; where the rest does not fit, as much in the
    // first line as has room.
    let (spaces, hyphens) = (parted(&[' ', '\u{A0}']), parted(&['-']));
    let last = || spaces.last().or(hyphens.last()).copied();
    match even(&spaces).or_else(|| even(&hyphens)).or_else(last) {
        Some((first, second)) => vec![first.to_owned(), shortened(second, size, most)],
        None => vec![shortened(text, size, most)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_take_two_lines() {
        assert_eq!(lines("Астана", 13.0, 110.0), ["Астана"]);
        assert_eq!(lines("Касым-Жомарт Токаев", 13.0, 110.0), ["Касым-Жомарт ", "Токаев"]);
        let long = lines("Организация Договора о коллективной безопасности", 13.0, 160.0);
        assert_eq!(long, ["Организация Договора ", "о коллективной…"]);
        assert_eq!(lines("Государственноеучреждение", 13.0, 60.0).len(), 1);
    }

    #[test]
    fn long_names_are_cut_after_a_word() {
        assert_eq!(shortened("Астана", 13.0, 150.0), "Астана");
        assert_eq!(shortened("Организация Договора о коллективной безопасности", 13.0, 150.0), "Организация…");
        for name in ["Щщщщщщщщщщщщщщщщщщщщщщщщ", "中华人民共和国中华人民共和国", "ООО «Ромашка и партнёры-наследники»"]
        {
            let cut = shortened(name, 13.0, 100.0);
            assert!(cut.ends_with('…') && width(&cut, 13.0) <= 100.0, "{cut}");
        }
    }
}
