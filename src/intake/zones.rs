//! What a line's place on the page says about it: what stands before the article, between its
//! paragraphs and after it.

use super::page::{Fate, Page};
use super::rules::{self, Opens};
use super::shape::Class;
use super::vocabulary::Vocabulary;

/// Decides what stands before the body: everything but the title's companions is the page's header.
pub(super) fn decide_header(page: &mut Page) {
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
        } else if page.title.is_none() || before_title {
            let text = entry.shape.class == Class::Prose && overlap >= 0.4;
            if !text {
                page.entries[at].remove("page-header");
            }
        } else {
            // Between title and body: a subtitle, or a stray link.
            let subtitle = match entry.shape.class {
                Class::Prose | Class::Sentence => true,
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

/// Takes out readers' comments: everything from their heading on, if no article follows.
pub(super) fn cut_comments(page: &mut Page) {
    let total = page.entries.len();
    let Some(at) = (page.body_start..total).find(|&i| {
        page.entries[i].opens() == Opens::Comments
            && words_of_text(page, page.body_start, i) >= 25
            && !resumes_after_comments(page, i)
    }) else {
        return;
    };
    for i in at..total {
        page.entries[i].remove("comments");
    }
}

fn words_of_text(page: &Page, from: usize, to: usize) -> usize {
    page.entries[from..to].iter().filter(|entry| entry.is_body_text()).map(|entry| entry.shape.words).sum()
}

/// A link to the comments can stand in the middle of an article. Then what follows is long, speaks of
/// the same things, and has none of the buttons and times that stand between comments.
fn resumes_after_comments(page: &Page, at: usize) -> bool {
    let mut before = Vocabulary::default();
    for entry in page.entries[page.body_start..at].iter().filter(|entry| entry.is_body_text()) {
        before.add(entry.text());
    }
    let rest = &page.entries[at + 1..];
    let furniture = rest
        .iter()
        .filter(|entry| {
            entry.dates.is_some() || entry.verdict.is_some_and(|verdict| verdict.rule.starts_with("comment"))
        })
        .count();
    let texts: Vec<&super::page::Entry> = rest.iter().filter(|entry| entry.is_body_text()).collect();
    let long = texts.iter().filter(|entry| entry.shape.words >= 20).count();
    let words: usize = texts.iter().map(|entry| entry.shape.words).sum();
    let related: f32 = texts.iter().map(|entry| before.overlap(entry.text()) * entry.shape.words as f32).sum();
    furniture <= 1 && long >= 2 && related / words.max(1) as f32 >= 0.3
}

/// What the lines before have led one to expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expecting {
    /// The article.
    Article,
    /// Headlines of other stories.
    Teasers,
    /// One headline of another story.
    OneTeaser,
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
            Self::Tags => "tag-list",
            Self::Footer => "page-footer",
        }
    }
}

/// Walks through the body and what follows it. Lines that a rule knows go; after a marker, what the
/// marker announced goes too, until the article resumes.
pub(super) fn decide_body(page: &mut Page) {
    let mut expecting = Expecting::Article;
    let mut taken = 0;
    for at in page.body_start..page.entries.len() {
        if page.entries[at].is_out() {
            continue;
        }
        let entry = &page.entries[at];
        if entry.verdict.is_some() || (entry.source.is_some() && entry.shape.words <= 12) {
            let opened = match entry.opens() {
                Opens::Teasers => Some(Expecting::Teasers),
                Opens::Teaser => Some(Expecting::OneTeaser),
                Opens::Tags => Some(Expecting::Tags),
                Opens::Footer => Some(Expecting::Footer),
                Opens::Comments | Opens::Nothing => None,
            };
            // «Главное» over a paragraph is a heading of the article's own.
            if opens_own_section(page, at) {
                page.entries[at].fate = Fate::Keep;
                continue;
            }
            page.entries[at].remove("page-furniture");
            if let Some(opened) = opened {
                expecting = opened;
                taken = 0;
            }
        } else if entry.dates.is_some() {
            decide_date(page, at, &mut expecting);
        } else if let Some(byline) = &entry.byline {
            // Who the author is may matter as much as what the author says.
            if byline.telling {
                page.entries[at].fate = Fate::Keep;
            } else {
                page.entries[at].remove("byline");
            }
        } else if entry.shape.is_text() {
            if expecting == Expecting::Article || resumes(page, at, expecting) {
                expecting = Expecting::Article;
                page.entries[at].fate = Fate::Keep;
            } else {
                page.entries[at].remove(expecting.rule());
                taken += 1;
            }
        } else if expecting == Expecting::Article {
            if is_unknown_marker(page, at) {
                page.entries[at].remove("teaser-marker");
                expecting = Expecting::Teasers;
                taken = 0;
            }
        } else if heads_resumed_article(page, at, expecting, taken) {
            expecting = Expecting::Article;
            page.entries[at].fate = Fate::Keep;
        } else {
            page.entries[at].remove(expecting.rule());
            taken += 1;
            if expecting == Expecting::OneTeaser {
                expecting = Expecting::Article;
            }
        }
    }
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
/// text of the article follows it directly, and no headline does.
fn opens_own_section(page: &Page, at: usize) -> bool {
    let entry = &page.entries[at];
    let Some(verdict) = entry.verdict else { return false };
    if !matches!(verdict.rule, "section-label") || entry.source.is_some() {
        return false;
    }
    let Some(next) = page.entries.get(at + 1) else { return false };
    // Advert labels and kicker lines stand apart from all; a heading belongs to what follows it.
    next.is_body_text()
        && page.overlap(at + 1) >= 0.15
        && at > page.body_start
        && !matches!(
            rules::key(entry.text()).as_str(),
            "реклама" | "видео" | "відео" | "video" | "фото" | "срочно" | "актуально"
        )
        && next.shape.class == Class::Prose
        && page.entries[at - 1].is_body_text()
}

/// Whether an unknown short label heads a block of teasers: it speaks of stories, and headlines follow.
fn is_unknown_marker(page: &Page, at: usize) -> bool {
    let entry = &page.entries[at];
    if entry.shape.words > 6 || !entry.is_phrase() && !entry.shape.colon || !rules::may_open_teasers(entry.text()) {
        return false;
    }
    let next = page.entries.get(at + 1);
    let after = page.entries.get(at + 2);
    let headline = |entry: Option<&super::page::Entry>| {
        entry.is_some_and(|entry| {
            (entry.is_phrase() && entry.shape.words >= 4 && !entry.shape.bullet) || entry.dates.is_some()
        })
    };
    headline(next) && (after.is_none() || headline(after) || after.is_some_and(|after| !after.is_unmarked()))
}

/// Whether the text from `at` on is the article again, after a marker.
///
/// The lead of another story stands alone between headlines, is one sentence, and speaks of other
/// things; whatever differs from that is taken for the article.
fn resumes(page: &Page, at: usize, expecting: Expecting) -> bool {
    let mut words = 0;
    let mut related = 0.0;
    let mut lines = 0;
    for i in at..page.entries.len() {
        let entry = &page.entries[i];
        if !entry.is_body_text() {
            break;
        }
        words += entry.shape.words;
        related += page.overlap(i) * entry.shape.words as f32;
        lines += 1;
    }
    let related = related / words.max(1) as f32;
    let first = &page.entries[at].shape;
    match expecting {
        Expecting::Footer => related >= 0.3 && words >= 40,
        _ => related >= 0.2 || (lines >= 2 && words >= 20) || first.sentences >= 2 || first.words >= 25,
    }
}

/// Whether a phrase after a block of teasers is the heading of the article's next part.
fn heads_resumed_article(page: &Page, at: usize, expecting: Expecting, taken: usize) -> bool {
    let entry = &page.entries[at];
    if taken == 0 || expecting == Expecting::Footer || entry.shape.words > 9 || !entry.is_phrase() {
        return false;
    }
    let Some(next) = page.entries.get(at + 1) else { return false };
    next.is_body_text()
        && entry.line.gap_before
        && (entry.shape.words <= 7 || page.overlap(at) >= 0.3)
        && resumes(page, at + 1, expecting)
}

/// Takes out headlines of other stories that no marker announces, by their coming in runs and by
/// speaking of other things.
pub(super) fn remove_foreign_headlines(page: &mut Page) {
    let mut at = page.body_start;
    while at < page.entries.len() {
        if page.entries[at].fate != Fate::Open {
            at += 1;
            continue;
        }
        let mut run = vec![at];
        let mut end = at + 1;
        while end < page.entries.len() && page.entries[end].fate != Fate::Keep {
            if page.entries[end].fate == Fate::Open {
                run.push(end);
            }
            end += 1;
        }
        judge_run(page, run, end);
        at = end;
    }
}

/// Decides on a run of phrases; `end` is the first kept line after it.
fn judge_run(page: &mut Page, mut run: Vec<usize>, end: usize) {
    let first = run[0];
    let introduced = (page.body_start..first)
        .rev()
        .find(|&i| page.entries[i].fate == Fate::Keep)
        .is_some_and(|i| page.entries[i].shape.colon);
    let at_end = end == page.entries.len();
    let furniture_near = (first..end).any(|i| page.entries[i].is_out());
    let last = run[run.len() - 1];
    let heading = !at_end && page.entries[last].shape.words <= 10;
    let own_heading = heading && (run.len() == 1 || page.entries[last].shape.words <= 7 || page.overlap(last) >= 0.3);
    if own_heading {
        page.entries[last].fate = Fate::Keep;
        run.pop();
    }
    if run.is_empty() {
        return;
    }
    let count = run.len();
    let words: usize = run.iter().map(|&i| page.entries[i].shape.words).sum();
    let mean_words = words as f32 / count as f32;
    let bullets = run.iter().filter(|&&i| page.entries[i].shape.bullet).count();
    let weighty: Vec<usize> = run.iter().copied().filter(|&i| Vocabulary::weight(page.entries[i].text()) > 0).collect();
    let overlap = weighty.iter().map(|&i| page.overlap(i)).sum::<f32>() / weighty.len().max(1) as f32;
    let rule = if introduced || bullets * 2 > count {
        (at_end && !introduced && overlap < 0.2 && count >= 3).then_some("foreign-headline")
    } else if at_end {
        match count {
            1 if furniture_near => (overlap <= 0.5).then_some("page-footer"),
            1 => (overlap < 0.2 && mean_words >= 5.0).then_some("foreign-headline"),
            _ if mean_words >= 4.0 => (overlap < if count >= 3 { 0.6 } else { 0.45 }).then_some("foreign-headline"),
            _ => (count >= 3 || furniture_near || overlap < 0.3).then_some("page-footer"),
        }
    } else {
        match count {
            1 => (overlap == 0.0 && Vocabulary::weight(page.entries[run[0]].text()) >= 5).then_some("foreign-headline"),
            _ if mean_words >= 5.0 => (overlap < 0.3).then_some("foreign-headline"),
            _ => None,
        }
    };
    for i in run {
        match rule {
            Some(rule) => page.entries[i].remove(rule),
            None => page.entries[i].fate = Fate::Keep,
        }
    }
}
