//! Pictures and smileys, which messengers put where others put a full stop.

use super::{CLOSING_BRACKETS, ENDINGS, OPENING_QUOTES, Place, is_list_like};

/// Emoji, dingbats and what modifies them.
pub(super) fn is_picture(c: char) -> bool {
    matches!(c, '\u{203c}' | '\u{2049}' | '\u{200d}' | '\u{20e3}' | '\u{fe0f}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

fn begins_sentence(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || OPENING_QUOTES.contains(c))
}

impl Place<'_> {
    /// Whether the sentence ends here because of a picture at or behind the mark; `None` where
    /// there is none. One at the beginning of a line is a bullet, and so are the line's others.
    pub(super) fn at_picture(&self) -> Option<bool> {
        let bullets = self.line_before.trim_start().starts_with(is_picture);
        if is_picture(self.mark) {
            if self.right.starts_with(is_picture) || bullets || !self.right.starts_with(char::is_whitespace) {
                return Some(false);
            }
            let before = self.left.trim_end_matches(is_picture);
            let exclaims = matches!(self.mark, '\u{2753}'..='\u{2757}' | '\u{203c}' | '\u{2049}')
                || self.left.ends_with(|c| matches!(c, '\u{2753}'..='\u{2757}' | '\u{203c}' | '\u{2049}'));
            let stopped = before.trim_end().ends_with(|c| ENDINGS.contains(c)) || exclaims;
            let ends = begins_sentence(self.right) && (stopped || (self.rules.has_predicate)(before));
            return Some(ends && !before.trim().is_empty());
        }
        let behind = self.right.trim_start();
        // The picture behind a full stop belongs to the sentence before it.
        (ENDINGS.contains(self.mark) && behind.starts_with(is_picture) && !bullets).then(|| {
            let after = behind.trim_start_matches(|c: char| is_picture(c) || c.is_whitespace());
            !behind.starts_with(is_picture) && !after.is_empty()
        })
    }

    /// As [`Self::at_picture`], for «:)», «)))» and «(»: brackets that belong to no pair.
    pub(super) fn at_smiley(&self, right: &str) -> Option<bool> {
        let glued =
            self.left.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | ';' | '-' | ')' | '(' | '!' | '?'));
        let alone = match self.mark {
            ')' => self.left.matches('(').count() <= self.left.matches(')').count(),
            '(' => !self.right.contains(')'),
            _ => return None,
        };
        if self.mark == '(' && !alone {
            return Some(false);
        }
        if !alone || !glued || is_list_like(self.left) {
            return None;
        }
        if right.starts_with(|c| CLOSING_BRACKETS.contains(c) || c == '(') {
            return Some(false);
        }
        Some(self.right.starts_with(char::is_whitespace) && begins_sentence(self.right))
    }
}
