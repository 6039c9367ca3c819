//! A picture in memory: filled boxes, lines of text, and PNG of it.

use ab_glyph::{Font, ScaleFont, point};

use super::lines::Face;

/// Red, green and blue.
pub type Ink = [u8; 3];

/// How many steps there are between paper and ink: enough for smooth edges, few enough to pack well and
/// to be the same whatever rounding a processor has.
const STEPS: f32 = 16.0;

/// A picture, row by row.
pub struct Canvas {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Canvas {
    /// A picture of one colour.
    pub fn new((width, height): (u32, u32), paper: Ink) -> Self {
        let pixels = paper.repeat(width as usize * height as usize);
        Self { width, height, pixels }
    }

    /// Fills a box; its edges lie on whole pixels.
    pub fn fill(&mut self, left: f32, top: f32, width: f32, height: f32, ink: Ink) {
        for y in top as u32..(top + height) as u32 {
            for x in left as u32..(left + width) as u32 {
                self.mix(x, y, ink, 1.0);
            }
        }
    }

    /// Writes a line of text with its baseline at `baseline`.
    pub fn line(&mut self, face: &Face<'_>, left: f32, baseline: f32, line: &str, ink: Ink) {
        let scale = face.scale();
        let font = face.font.as_scaled(scale);
        let mut x = left;
        for c in line.chars() {
            let id = font.glyph_id(c);
            let glyph = id.with_scale_and_position(scale, point(x, baseline));
            x += font.h_advance(id);
            let Some(outline) = face.font.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            outline.draw(|dx, dy, cover| {
                let (at_x, at_y) = (corner.x + dx as f32, corner.y + dy as f32);
                if at_x >= 0.0 && at_y >= 0.0 {
                    self.mix(at_x as u32, at_y as u32, ink, cover);
                }
            });
        }
    }

    fn mix(&mut self, x: u32, y: u32, ink: Ink, cover: f32) {
        if x >= self.width || y >= self.height {
            return;
        }
        let cover = (cover.clamp(0.0, 1.0) * STEPS).round() / STEPS;
        let at = (y as usize * self.width as usize + x as usize) * 3;
        for (pixel, ink) in self.pixels[at..at + 3].iter_mut().zip(ink) {
            *pixel = (f32::from(*pixel) + (f32::from(ink) - f32::from(*pixel)) * cover).round() as u8;
        }
    }

    /// The picture as PNG.
    pub fn png(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&self.pixels).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }
}
