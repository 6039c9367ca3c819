//! What stands before the body.

use super::captions_a_picture;
use crate::calendar::find_printed;
use crate::intake::lines::Markup;
use crate::intake::page::{Fate, Page};
use crate::intake::rules::Opens;
use crate::intake::shape::Class;
use crate::intake::vocabulary::Vocabulary;

/// Decides what stands before the body: everything but the title's companions is the page's header.
pub(in crate::intake) fn decide_header(page: &mut Page) {
    for at in 0..page.body_start {
        if page.entries[at].is_out() {
            continue;
        }
        let before_title = page.title.is_some_and(|title| at < title);
        let entry = &page.entries[at];
        let overlap = page.vocabulary.overlap(entry.text());
        if entry.byline.as_ref().is_some_and(|byline| byline.telling) {
            page.entries[at].fate = Fate::Keep;
        } else if !entry.is_unmarked() {
            page.entries[at].remove("page-header");
        } else if at > 0 && page.entries[at - 1].opens() == Opens::Caption
            || captions_a_picture(page, at, 6)
            || !before_title && is_dated_caption(page.entries[at].text())
        {
            page.entries[at].remove("photo-caption");
        } else if page.title.is_none() || before_title {
            let text = entry.shape.class == Class::Prose && overlap >= 0.4;
            if !text {
                page.entries[at].remove("page-header");
            }
        } else {
            // Between title and body: a subtitle, or a stray link.
            let subtitle = match entry.shape.class {
                Class::Prose | Class::Sentence => true,
                Class::Headline if entry.line.markup == Some(Markup::Heading) => true,
                Class::Headline => overlap > 0.0 || Vocabulary::weight(entry.text()) < 4,
                Class::Label | Class::Scrap => false,
            };
            if subtitle {
                page.entries[at].fate = Fate::Keep;
            } else {
                page.entries[at].remove("page-header");
            }
        }
    }
}

/// Whether a phrase ends in a date, as the captions of news agencies do: «Зал суда. Атырау, 14 апреля
/// 2022 года».
fn is_dated_caption(line: &str) -> bool {
    let ends_in_date = find_printed(line).last().is_some_and(|date| {
        let rest = line[date.span.end..].trim().trim_end_matches(['.', ')']);
        matches!(rest, "" | "года" | "год" | "г" | "року" | "жыл") && date.moment.day.year.is_some()
    });
    ends_in_date && !line.ends_with('.') && line.contains(['.', ','])
}
