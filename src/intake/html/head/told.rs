//! What the fields of a page tell of its article: title, outlet, dates, authors, address, language.

use super::stamps::{Stamp, Told};
use super::{Head, Heading, fields};
use crate::calendar::Moment;
use crate::intake::article::Sourced;
use crate::intake::datelines::DateLabel;
use crate::intake::metadata::{self, Known};
use crate::intake::rules::key;

impl Head {
    fn first_meta(&self, keys: &[&str]) -> Option<&str> {
        let find = |key: &&str| self.metas.iter().find(|(name, _)| name == key);
        keys.iter().find_map(find).map(|(_, value)| value.as_str())
    }

    fn first_property(&self, key: &str) -> Option<&str> {
        self.properties.iter().find(|property| property.name == key).map(|property| property.value.as_str())
    }

    /// The heading that says the `title`.
    fn heading_of(&self, title: Option<&str>) -> Option<&Heading> {
        let title = key(title?);
        self.headings.iter().find(|heading| key(&heading.text) == title)
    }

    /// The stamp with one of these `labels` that is nearest to the heading with the `title`, of those that are the
    /// story's own and `fit`.
    fn stamp(&self, title: Option<&str>, label: DateLabel, fit: impl Fn(&Stamp) -> bool) -> Option<Told> {
        let heading = self.heading_of(title);
        let around = heading.map(|heading| heading.around.as_slice()).unwrap_or_default();
        let own = self.stamps.iter().filter(|stamp| stamp.label == label && fit(stamp) && !stamp.is_foreign(around));
        Near(heading.map(|heading| heading.place)).of(own.map(|stamp| (stamp.place, stamp.told)))
    }

    /// The day of publication that an element's class tells, or a text told from the day on which the page was
    /// `retrieved`, where neither data nor the lines at the title do.
    pub fn shown(&self, title: Option<&str>, retrieved: Option<Moment>) -> Option<Sourced<Moment>> {
        let retrieved = self.saved_at.or(retrieved);
        let of = |label: DateLabel| self.stamp(title, label, |stamp| retrieved.is_some() || stamp.is_certain());
        match of(DateLabel::Published).or_else(|| of(DateLabel::Bare))? {
            Told::On(moment) => Some(Sourced::source(moment)),
            Told::Ago(back) => back.from(retrieved?).map(Sourced::derived),
        }
    }

    /// The year of the article's picture, where its address has this month: systems file pictures by month.
    pub fn year_of_picture(&self, month: i8) -> Option<i16> {
        let address = self.first_meta(&["og:image", "og:image:url", "twitter:image", "twitter:image:src", "image"])?;
        let parts: Vec<&str> = address.split('/').collect();
        parts.windows(2).find_map(|pair| {
            let (year, filed) = (pair[0].parse::<i16>().ok()?, pair[1].parse::<i8>().ok()?);
            (pair[0].len() == 4 && (1995..2100).contains(&year) && filed == month).then_some(year)
        })
    }

    /// The title as the page's data gives it, the site's name perhaps still behind it.
    pub fn titles(&self) -> Vec<String> {
        let metas = ["og:title", "twitter:title", "dc.title", "headline", "title"];
        let all = metas.iter().filter_map(|key| self.first_meta(&[key])).chain(self.first_property("headline"));
        let all = all.map(str::to_owned).chain(self.declared.headline.clone()).chain(self.window_title.clone());
        all.map(|title| decoded(&title)).collect()
    }

    /// The name of the site.
    pub fn outlet(&self) -> Option<String> {
        let named = self.first_meta(&[
            "og:site_name",
            "application-name",
            "twitter:app:name:iphone",
            "publisher",
            "dc.publisher",
        ]);
        let named = named.map(str::to_owned).or_else(|| self.declared.publisher.clone());
        let named = named.or_else(|| self.first_property("publisher").map(str::to_owned));
        named.map(|name| decoded(&name)).filter(|name| name.split(' ').count() <= 8 && !name.contains("://"))
    }

    /// Everything but the title and the outlet.
    ///
    /// Pages describe other stories too: of dates of one kind the one nearest to the heading with the `title` is the
    /// article's.
    pub fn known(&self, title: Option<&str>) -> Known {
        let near = Near(self.heading_of(title).map(|heading| heading.place));
        let property = |name: &str| {
            let own = self.properties.iter().filter(|own| own.name == name);
            day(near.of(own.map(|own| (own.place, own.value.as_str()))))
        };
        let time = |label: DateLabel| match self.stamp(title, label, |stamp| stamp.is_time && stamp.is_certain())? {
            Told::On(moment) => Some(moment),
            Told::Ago(_) => None,
        };
        let published = [
            day(self.declared.published.as_deref()),
            fields::published(&self.metas),
            property("datepublished"),
            self.state.published,
            time(DateLabel::Published).or_else(|| time(DateLabel::Bare)),
            property("datecreated"),
        ];
        let modified = [
            day(self.declared.modified.as_deref()),
            fields::modified(&self.metas),
            property("datemodified"),
            self.state.modified,
            time(DateLabel::Modified),
        ];
        let first = |values: &[Option<Moment>]| first_of(values).map(Sourced::metadata);
        Known {
            published: first(&published),
            modified: first(&modified),
            retrieved: self.saved_at.map(Sourced::metadata),
            authors: self.people(&near).iter().filter_map(|name| metadata::text(name)).collect(),
            url: self.address().map(Sourced::metadata),
            language: self.language(),
            ..Known::default()
        }
    }

    fn people(&self, near: &Near) -> Vec<String> {
        let meta = || {
            let keys = [
                "author",
                "article:author",
                "dc.creator",
                "parsely-author",
                "sailthru.author",
                "mediator_author",
                "byl",
                "citation_author",
            ];
            let named = keys.iter().find_map(|key| {
                let names: Vec<&str> =
                    self.metas.iter().filter(|(name, _)| name == key).map(|(_, value)| value.as_str()).collect();
                names.iter().any(|name| !name.contains("://")).then_some(names)
            });
            named.unwrap_or_default().into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let microdata = || {
            let authors = || self.properties.iter().filter(|property| property.name == "author");
            // All authors of one story stand together.
            let nearest = near.of(authors().map(|author| (author.place, author.place))).unwrap_or(0);
            let together = authors().filter(|author| author.place.abs_diff(nearest) <= 40);
            together.map(|author| author.value.clone()).collect::<Vec<_>>()
        };
        let mut names = self.declared.authors.clone();
        for other in [meta(), microdata(), self.authors.clone()] {
            if names.is_empty() {
                names = other;
            }
        }
        let outlet = self.outlet().unwrap_or_default().to_lowercase();
        let mut people: Vec<String> = Vec::new();
        for name in names.iter().flat_map(|name| name.split([',', ';'])) {
            let name = decoded(name);
            let name = ["Автор:", "By ", "by ", "Автор "]
                .iter()
                .fold(name.trim(), |name, label| name.trim_start_matches(label).trim());
            let lower = name.to_lowercase();
            let nobody = ["admin", "administrator", "редакция", "редактор", "editor", "staff", "newsroom", "root"];
            let person = !name.is_empty()
                && name.split(' ').count() <= 5
                && !name.contains(['@', '/', '<', '|'])
                && !nobody.contains(&lower.as_str())
                && lower != outlet;
            if person && !people.iter().any(|other| other == name) {
                people.push(name.to_owned());
            }
        }
        people
    }

    fn address(&self) -> Option<String> {
        let base = self.saved_from.as_deref().filter(|url| url.starts_with("http"));
        let data =
            [self.canonical.as_deref(), self.first_meta(&["og:url", "twitter:url"]), self.declared.url.as_deref()];
        let absolute = |url: &str| {
            let url = url.trim();
            match (url.strip_prefix("//"), base) {
                (Some(rest), _) => Some(format!("https://{rest}")),
                (None, Some(base)) if url.starts_with('/') => {
                    let host = base.find("://").map_or(0, |at| at + 3);
                    let end = base[host..].find('/').map_or(base.len(), |at| host + at);
                    Some(format!("{}{url}", &base[..end]))
                }
                _ => (url.starts_with("http://") || url.starts_with("https://")).then(|| url.to_owned()),
            }
        };
        // A site's own root is no address of an article; some give it on every page.
        let deep = |url: &String| {
            let path = url.splitn(4, '/').nth(3).unwrap_or("");
            !path.is_empty() && !url.contains(char::is_whitespace)
        };
        data.into_iter().flatten().filter_map(absolute).find(deep).or_else(|| base.map(str::to_owned))
    }

    fn language(&self) -> Option<String> {
        let declared = self.language.clone().or_else(|| self.declared.language.clone());
        let declared =
            declared.or_else(|| self.first_meta(&["og:locale", "content-language", "language"]).map(str::to_owned))?;
        let declared = declared.trim().replace('_', "-");
        let plain = !declared.is_empty()
            && declared.len() <= 12
            && declared.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        plain.then_some(declared)
    }
}

/// Chooses what is nearest to the article's heading, the first where none is known.
struct Near(Option<usize>);

impl Near {
    fn of<T>(&self, all: impl Iterator<Item = (usize, T)>) -> Option<T> {
        // What stands before a heading is twice as far: lists of other stories end there.
        let distance = |place: usize| match self.0 {
            Some(heading) if place < heading => 2 * (heading - place) + 1,
            Some(heading) => place - heading,
            None => 0,
        };
        all.min_by_key(|(place, _)| distance(*place)).map(|(_, value)| value)
    }
}

fn day(value: Option<&str>) -> Option<Moment> {
    metadata::moment(value?).ok()
}

/// The first moment, or the first that has a year. Where it is in UTC and another gives the same instant on the
/// site's own clock, that.
fn first_of(values: &[Option<Moment>]) -> Option<Moment> {
    let all: Vec<Moment> = values.iter().flatten().copied().collect();
    let first = *all.iter().find(|moment| moment.day.year.is_some()).or(all.first())?;
    let same = |other: &&Moment| {
        other.offset.is_some_and(|offset| offset != 0)
            && instant(**other).zip(instant(first)).is_some_and(|(a, b)| (a - b).abs() <= 1)
    };
    Some(if first.offset == Some(0) { all.iter().find(same).copied().unwrap_or(first) } else { first })
}

/// Minutes since some day, in UTC.
fn instant(moment: Moment) -> Option<i64> {
    let civil = moment.day.date()?.to_datetime(moment.time?);
    let minutes = civil.duration_since(jiff::civil::DateTime::default()).as_secs() / 60;
    Some(minutes - i64::from(moment.offset?))
}

/// Some sites escape the text of attributes twice.
fn decoded(text: &str) -> String {
    let text = crate::characters::unescape(text);
    crate::intake::normalise(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
