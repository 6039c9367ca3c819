//! The picture that stands for the dossier where a link to it is shared: title, description, size.
//!
//! There is one for the whole dossier. A card shows a page's own title beside the picture, so that a
//! picture for each page would say it twice, and cost 10,000 drawings in a dossier of 10,000 sources.
//! A dossier's own `templates/static/share.png` takes its place.

mod canvas;
mod lines;

use ab_glyph::FontRef;

use super::view::View;
use canvas::{Canvas, Ink};
use lines::{Face, wrap};

/// Where the picture stands in the site.
pub const PATH: &str = "static/share.png";
/// Its size in pixels, as the Open Graph's readers expect it.
pub const SIZE: (u32, u32) = (1200, 630);

/// Literata, weight 600, and Golos Text, weight 500: of the theme's fonts, with outlines that need no
/// hints. Licence: `templates/static/fonts/LICENSE`.
const SERIF: &[u8] = include_bytes!("literata-600.ttf");
const SANS: &[u8] = include_bytes!("golos-text-500.ttf");

const PAPER: Ink = [0xfd, 0xfc, 0xf9];
const INK: Ink = [0x1d, 0x1b, 0x17];
const MUTED: Ink = [0x63, 0x5c, 0x51];
const ACCENT: Ink = [0x8f, 0x2d, 0x1a];

const MARGIN: f32 = 84.0;
const WIDTH: f32 = SIZE.0 as f32 - 2.0 * MARGIN;
/// Sizes of the title that are tried, the largest first.
const TITLE_SIZES: [f32; 6] = [96.0, 84.0, 72.0, 62.0, 52.0, 44.0];
const TITLE_LINES: usize = 4;

/// The picture as PNG; `None` when the title has letters that the fonts have not.
pub fn picture(view: &View<'_>) -> Option<Vec<u8>> {
    let facts = [
        view.locale.text_with("count-sources", &[("count", view.pages.len().into())]),
        view.locale.text_with("count-entities", &[("count", view.dossier.entities.len().into())]),
    ];
    let address = view.config.base_url.split_once("://").map_or("", |(_, rest)| rest.trim_end_matches('/'));
    draw(&view.config.title, &view.config.description, &facts.join(" · "), address)
}

fn draw(title: &str, description: &str, facts: &str, address: &str) -> Option<Vec<u8>> {
    let serif = FontRef::try_from_slice(SERIF).ok()?;
    let sans = FontRef::try_from_slice(SANS).ok()?;
    let mut canvas = Canvas::new(SIZE, PAPER);
    let face = |font, size| Face { font, size };

    let (face_of_title, lines) = TITLE_SIZES.iter().find_map(|&size| {
        let face = face(&serif, size);
        let lines = wrap(&face, title, WIDTH)?;
        let fits = lines.len() <= TITLE_LINES && lines.iter().all(|line| face.width(line) <= WIDTH);
        let smallest = size == TITLE_SIZES[TITLE_SIZES.len() - 1];
        (fits || smallest).then_some((face, lines))
    })?;
    let small = face(&sans, 26.0);
    canvas.fill(MARGIN, 78.0, 14.0, 40.0, ACCENT);
    canvas.line(&small, MARGIN + 32.0, 107.0, &small.cut(address, WIDTH - 32.0), MUTED);

    let mut baseline = 118.0 + face_of_title.size * 1.28;
    for line in lines::shown(&face_of_title, lines, TITLE_LINES, WIDTH) {
        canvas.line(&face_of_title, MARGIN, baseline, &line, INK);
        baseline += face_of_title.size * 1.12;
    }

    let text = face(&sans, 30.0);
    baseline += 66.0 - face_of_title.size * 1.12;
    let room = ((SIZE.1 as f32 - 120.0 - baseline) / 42.0).floor().max(0.0) as usize;
    for line in lines::shown(&text, wrap(&text, description, WIDTH).unwrap_or_default(), room.min(3), WIDTH) {
        canvas.line(&text, MARGIN, baseline, &line, MUTED);
        baseline += 42.0;
    }
    canvas.fill(MARGIN, SIZE.1 as f32 - 100.0, WIDTH, 2.0, INK);
    canvas.line(&small, MARGIN, SIZE.1 as f32 - 56.0, facts, INK);
    canvas.png()
}
