//! The walk through the article and what follows it.

use super::{captions_a_picture, words_of_text};
use crate::intake::bylines;
use crate::intake::lines::Markup;
use crate::intake::page::{Entry, Fate, Page};
use crate::intake::rules::{self, Opens};
use crate::intake::shape::Class;

/// What the lines before have led one to expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expecting {
    /// The article.
    Article,
    /// Headlines of other stories.
    Teasers,
    /// One headline of another story.
    OneTeaser,
    /// A picture's caption.
    Caption,
    /// Subject tags.
    Tags,
    /// Nothing but the footer.
    Footer,
}

impl Expecting {
    fn rule(self) -> &'static str {
        match self {
            Self::Article => "foreign-headline",
            Self::Teasers | Self::OneTeaser => "teaser",
            Self::Caption => "photo-caption",
            Self::Tags => "tag-list",
            Self::Footer => "page-footer",
        }
    }
}

/// The walk through the body and what follows it.
struct Walk {
    expecting: Expecting,
    /// Lines that went since the last marker, and how many of them were whole sentences.
    taken: usize,
    leads: usize,
    /// Lines since the last text of the article, and how many of them are known for noise.
    distance: usize,
    noise: usize,
}

/// Walks through the body and what follows it. Lines that a rule knows go; after a marker, what the
/// marker announced goes too, until the article resumes.
pub(in crate::intake) fn decide_body(page: &mut Page) {
    let mut walk = Walk { expecting: Expecting::Article, taken: 0, leads: 0, distance: 0, noise: 0 };
    for at in page.body_start..page.entries.len() {
        if !page.entries[at].is_out() {
            walk.decide(page, at);
        }
        walk.distance += 1;
        walk.noise += usize::from(page.entries[at].is_out());
        if page.entries[at].fate == Fate::Keep {
            (walk.distance, walk.noise) = (0, 0);
        }
    }
}

impl Walk {
    fn decide(&mut self, page: &mut Page, at: usize) {
        let entry = &page.entries[at];
        if self.expecting == Expecting::Caption {
            self.expecting = Expecting::Article;
            if entry.is_unmarked() && entry.shape.words <= 45 {
                page.entries[at].remove("photo-caption");
                return;
            }
        }
        let entry = &page.entries[at];
        if entry.verdict.is_some() || (entry.source.is_some() && entry.shape.words <= 12) {
            self.decide_marked(page, at);
        } else if entry.dates.is_some() {
            decide_date(page, at, &mut self.expecting);
            self.forget_if_foreign(page, at);
        } else if let Some(byline) = &entry.byline {
            // Who the author is may matter as much as what the author says.
            if byline.telling && self.expecting == Expecting::Article {
                page.entries[at].fate = Fate::Keep;
            } else {
                page.entries[at].remove("byline");
                self.forget_if_foreign(page, at);
            }
        } else if self.expecting == Expecting::Article && captions_a_picture(page, at, 20) {
            page.entries[at].remove("photo-caption");
        } else if self.noise > 0 && entry.is_phrase() && (bylines::is_post(entry.text()) || page.is_known_author(at)) {
            // A post by itself, or the author's name once more, heads a box about the author.
            page.entries[at].remove("byline");
            self.expect(Expecting::Footer);
        } else if entry.is_made_text() && (self.expecting == Expecting::Article || made_resumes(page, at, self)) {
            self.expecting = Expecting::Article;
            page.entries[at].fate = Fate::Keep;
        } else if matches!(entry.line.markup, Some(Markup::Link | Markup::LinkedHeading)) && entry.is_unmarked() {
            self.decide_link(page, at);
        } else if self.expecting == Expecting::Article && is_unknown_marker(page, at, self.noise > 0) {
            page.entries[at].remove("teaser-marker");
            self.expect(Expecting::Teasers);
        } else if entry.shape.is_text() {
            let adrift = self.noise >= 2 && self.distance >= 3;
            if self.expecting == Expecting::Article && !adrift || self.resumes(page, at) {
                self.expecting = Expecting::Article;
                page.entries[at].fate = Fate::Keep;
            } else {
                self.take(page, at);
            }
        } else if self.expecting != Expecting::Article {
            if heads_resumed_article(page, at, self) {
                self.expecting = Expecting::Article;
                page.entries[at].fate = Fate::Keep;
            } else {
                self.take(page, at);
                if self.expecting == Expecting::OneTeaser {
                    self.expecting = Expecting::Article;
                }
            }
        }
    }

    /// A line that is all link: another story, unless it heads a part of the article or goes on with it.
    fn decide_link(&self, page: &mut Page, at: usize) {
        let entry = &page.entries[at];
        let heading = entry.line.markup == Some(Markup::LinkedHeading);
        let heads = heading
            && entry.shape.words <= 12
            && page.entries.get(at + 1).is_some_and(|next| next.is_made_text() && next.shape.is_text());
        let own = self.expecting == Expecting::Article
            && (heads && page.overlap(at) >= 0.3
                || entry.shape.starts_lower
                || entry.shape.class == Class::Prose && page.overlap(at) >= 0.4);
        if own {
            page.entries[at].fate = Fate::Keep;
        } else {
            page.entries[at].remove("linked-line");
            page.entries[at].forget_metadata();
        }
    }

    /// A line that a rule over single lines knows.
    fn decide_marked(&mut self, page: &mut Page, at: usize) {
        if opens_own_section(page, at, self.distance) || belongs_to_text(page, at, self.distance) {
            page.entries[at].fate = Fate::Keep;
            return;
        }
        let opened = match page.entries[at].opens() {
            Opens::Teasers => Some(Expecting::Teasers),
            Opens::Teaser => Some(Expecting::OneTeaser),
            Opens::Caption => Some(Expecting::Caption),
            Opens::Tags => Some(Expecting::Tags),
            Opens::Footer if !mostly_before(page, at) => None,
            Opens::Footer => Some(Expecting::Footer),
            Opens::Comments | Opens::Nothing => None,
        };
        page.entries[at].remove("page-furniture");
        if let Some(opened) = opened {
            self.expect(opened);
        }
    }

    fn expect(&mut self, expecting: Expecting) {
        self.expecting = expecting;
        (self.taken, self.leads) = (0, 0);
    }

    fn take(&mut self, page: &mut Page, at: usize) {
        page.entries[at].remove(self.expecting.rule());
        page.entries[at].forget_metadata();
        self.taken += 1;
        self.leads += usize::from(page.entries[at].shape.is_text());
    }

    /// Whether the text from `at` on is the article again, after a marker or some lines of noise.
    ///
    /// The lead of another story stands alone between headlines, is one sentence, and speaks of other
    /// things; whatever differs from that is taken for the article. The more noise lies between, the
    /// more the text must show.
    fn resumes(&self, page: &Page, at: usize) -> bool {
        let texts = (at..page.entries.len()).take_while(|&i| page.entries[i].is_body_text());
        let (mut lines, mut words, mut related) = (0, 0, 0.0);
        for i in texts {
            let own = page.entries[i].shape.words;
            lines += 1;
            words += own;
            related += page.overlap(i) * own as f32;
        }
        let related = related / words.max(1) as f32;
        let first = &page.entries[at].shape;
        let headline_next = page.entries.get(at + 1).is_some_and(|next| next.is_phrase() && next.shape.words >= 3);
        match self.expecting {
            Expecting::Footer => related >= 0.3 && words >= 40,
            _ if self.distance >= 6 => related >= 0.25 || (lines >= 2 && words >= 35) || words >= 50,
            _ if self.distance >= 4 && lines == 1 && self.leads > 0 => related >= 0.25 || words >= 30,
            _ => {
                related >= 0.2
                    || lines >= 2
                    || first.sentences >= 2
                    || first.words >= 25
                    || (!headline_next && self.leads == 0 && first.full_stop)
            }
        }
    }

    fn forget_if_foreign(&self, page: &mut Page, at: usize) {
        if self.expecting == Expecting::Teasers {
            page.entries[at].forget_metadata();
        }
    }
}

/// Whether a line that its markup makes text is the article again, after a marker.
fn made_resumes(page: &Page, at: usize, walk: &Walk) -> bool {
    let entry = &page.entries[at];
    match entry.line.markup {
        Some(Markup::Heading | Markup::Bold) => {
            page.entries.get(at + 1).is_some_and(|next| next.is_made_text() && next.shape.is_text())
                && walk.resumes(page, at + 1)
        }
        Some(Markup::Text) => entry.shape.is_text() && walk.resumes(page, at),
        _ => false,
    }
}

/// Whether at least half of the running text stands before line `at`.
fn mostly_before(page: &Page, at: usize) -> bool {
    words_of_text(page, page.body_start, at) >= words_of_text(page, at, page.entries.len())
}

/// A date within the body: a chronicle's heading if text follows, else the stamp of a teaser.
fn decide_date(page: &mut Page, at: usize, expecting: &mut Expecting) {
    let bare_day = page.entries[at].dates.as_ref().is_some_and(|dates| dates.bare_day);
    let next = page.entries.get(at + 1);
    let text_follows = next.is_some_and(|next| next.is_body_text());
    if *expecting == Expecting::Article && bare_day && text_follows {
        page.entries[at].fate = Fate::Keep;
        return;
    }
    let phrase_follows = next.is_some_and(|next| next.is_phrase() && next.shape.words >= 4);
    page.entries[at].remove("date-line");
    if *expecting == Expecting::Article && phrase_follows {
        *expecting = Expecting::OneTeaser;
    }
}

/// Whether a line that a rule takes for a section's name or a marker heads a part of the article:
/// text of the article stands directly above and below it.
fn opens_own_section(page: &Page, at: usize, distance: usize) -> bool {
    let entry = &page.entries[at];
    let Some(verdict) = entry.verdict else { return false };
    let ambiguous = matches!(verdict.rule, "section-label" | "teaser-marker" | "footer-link") && entry.shape.words <= 3;
    let never =
        matches!(rules::key(entry.text()).as_str(), "видео" | "відео" | "video" | "фото" | "срочно" | "актуально");
    ambiguous && !never && !rules::is_call(entry.text()) && stands_in_text(page, at, distance)
}

/// Whether a line that a rule knows stands between two texts of the article and may well be one of
/// them: a telephone number that the news is about, a note on the law.
fn belongs_to_text(page: &Page, at: usize, distance: usize) -> bool {
    const SOFT: [&str; 5] = ["contacts", "legal-note", "reuse-terms", "informer", "rating"];
    let soft = page.entries[at].verdict.is_some_and(|verdict| SOFT.contains(&verdict.rule));
    soft && stands_in_text(page, at, distance)
}

fn stands_in_text(page: &Page, at: usize, distance: usize) -> bool {
    distance == 0 && at > page.body_start && page.entries.get(at + 1).is_some_and(Entry::is_body_text)
}

/// Whether an unknown short label heads a block of teasers: headlines follow, and it speaks of stories
/// or ends in a colon among noise.
fn is_unknown_marker(page: &Page, at: usize, among_noise: bool) -> bool {
    let entry = &page.entries[at];
    let label = entry.is_phrase() || entry.shape.colon && entry.is_unmarked();
    if !label || entry.shape.words > 6 || entry.shape.starts_lower || entry.shape.dash {
        return false;
    }
    let headline = |entry: Option<&Entry>| {
        entry.is_some_and(|entry| {
            (entry.is_phrase() && entry.shape.words >= 3 && !entry.shape.bullet) || entry.dates.is_some()
        })
    };
    let (next, after) = (page.entries.get(at + 1), page.entries.get(at + 2));
    let block =
        headline(next) && (after.is_none() || headline(after) || after.is_some_and(|after| !after.is_unmarked()));
    block && (rules::may_open_teasers(entry.text()) || entry.shape.colon && among_noise)
}

/// Whether a phrase after a block of teasers is the heading of the article's next part.
fn heads_resumed_article(page: &Page, at: usize, walk: &Walk) -> bool {
    let entry = &page.entries[at];
    if walk.taken == 0 || walk.expecting == Expecting::Footer || entry.shape.words > 9 || !entry.is_phrase() {
        return false;
    }
    let Some(next) = page.entries.get(at + 1) else { return false };
    // Blank lines tell where a block ends only on pages that set some.
    let set_apart = if page.gaps_tell {
        entry.line.gap_before && !page.entries[at - 1].line.gap_before
    } else {
        entry.shape.words <= 2 || is_in_capitals(entry.text()) || page.overlap(at) >= 0.3
    };
    next.is_body_text()
        && set_apart
        && (entry.shape.words <= 7 || page.overlap(at) >= 0.3)
        && walk.resumes(page, at + 1)
}

fn is_in_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !text.contains(char::is_lowercase)
}
