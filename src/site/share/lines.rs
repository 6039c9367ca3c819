//! Text in lines of a width.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont};

/// A font at a size.
#[derive(Clone, Copy)]
pub struct Face<'f> {
    pub font: &'f FontRef<'f>,
    /// Pixels of an em.
    pub size: f32,
}

impl Face<'_> {
    /// The scale as the font library counts it: pixels from the lowest descent to the highest ascent.
    pub fn scale(&self) -> PxScale {
        let units = self.font.units_per_em().unwrap_or(1000.0);
        PxScale::from(self.size * self.font.height_unscaled() / units)
    }

    /// Width of a line in pixels.
    pub fn width(&self, line: &str) -> f32 {
        let font = self.font.as_scaled(self.scale());
        line.chars().map(|c| font.h_advance(font.glyph_id(c))).sum()
    }

    /// Whether the font has every letter and mark of `text`.
    fn can_write(&self, text: &str) -> bool {
        text.chars().all(|c| c.is_whitespace() || self.font.glyph_id(c).0 != 0)
    }

    /// As much of a line as `width` holds.
    pub fn cut(&self, line: &str, width: f32) -> String {
        if self.width(line) <= width {
            return line.to_owned();
        }
        let mut cut = String::new();
        for c in line.chars() {
            cut.push(c);
            if self.width(&format!("{cut}…")) > width {
                cut.pop();
                break;
            }
        }
        format!("{}…", cut.trim_end())
    }
}

/// `text` in lines of at most `width` pixels, unless one word is wider. `None` when the font lacks a
/// letter of it, or there is nothing to write.
pub fn wrap(face: &Face<'_>, text: &str, width: f32) -> Option<Vec<String>> {
    if !face.can_write(text) || text.trim().is_empty() {
        return None;
    }
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if face.width(&format!("{line} {word}")) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

/// The first `most` of `lines`, each cut to `width`; where there are more, the last one ends in a mark
/// of omission.
pub fn shown(face: &Face<'_>, mut lines: Vec<String>, most: usize, width: f32) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = format!("{}…", last.trim_end_matches([',', ';', ':', '.', '–', '-', ' ']));
        }
    }
    lines.iter().map(|line| face.cut(line, width)).collect()
}
