//! The long lists of an entity: what stands in each, and each page of them.

use std::ops::Range;

use serde::Serialize;
use tera::Value;

use super::long_list::{LongList, Parts};
use super::mentions::{self, SourceMentions};
use super::quotes::{self, QuotedView};
use crate::site::occurrences::QuoteRef;
use crate::site::timeline::{self, EventView};
use crate::site::view::{EntityCard, View};

/// One of the lists.
#[derive(Debug, Clone, Copy)]
pub enum List {
    /// What the entity says.
    Said,
    /// What others say of it.
    About,
    /// The dated events that it has part in.
    Dates,
    /// Every sentence that names it.
    Mentions,
}

impl List {
    const ALL: [Self; 4] = [Self::Said, Self::About, Self::Dates, Self::Mentions];

    /// Its name in addresses and message keys.
    fn name(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::About => "about",
            Self::Dates => "dates",
            Self::Mentions => "mentions",
        }
    }
}

/// What stands in the lists of an entity; it is drawn part by part.
pub struct Lists<'v> {
    pub(super) view: &'v View<'v>,
    /// The entity, as an index in the dossier.
    pub(super) index: usize,
    said: Vec<QuoteRef>,
    about: Vec<QuoteRef>,
    dates: Vec<usize>,
    mentions: Vec<mentions::Part<'v>>,
    parts: [Parts; 4],
}

impl<'v> Lists<'v> {
    /// What stands in the lists of the entity at `index` in the dossier.
    pub fn new(view: &'v View<'v>, index: usize) -> Self {
        let entity = &view.dossier.entities[index];
        let said = quotes::published(view, view.occurrences.said(index));
        let about = quotes::published(view, view.occurrences.about(index));
        let dates = timeline::of_entity(view, entity);
        let mentions = mentions::parts(view, entity);
        let even = |count: usize| Parts::of(&vec![1; count]);
        let weights: Vec<usize> = mentions.iter().map(mentions::Part::len).collect();
        let parts = [even(said.len()), even(about.len()), even(dates.len()), Parts::of(&weights)];
        Self { view, index, said, about, dates, mentions, parts }
    }

    /// What the entity's page shows of [`List::Said`].
    pub fn said(&self) -> LongList<QuotedView> {
        self.on_page(List::Said, |range| quotes::quotes(self.view, &self.said[range], self.index))
    }

    /// What the entity's page shows of [`List::About`].
    pub fn about(&self) -> LongList<QuotedView> {
        self.on_page(List::About, |range| quotes::quotes(self.view, &self.about[range], self.index))
    }

    /// What the entity's page shows of [`List::Dates`], oldest first.
    pub fn dates(&self) -> LongList<EventView> {
        self.on_page(List::Dates, |range| self.events(range))
    }

    /// What the entity's page shows of [`List::Mentions`].
    pub fn mentions(&self) -> LongList<SourceMentions> {
        self.on_page(List::Mentions, |range| mentions::mentions(self.view, &self.mentions[range], self.index))
    }

    fn on_page<T>(&self, list: List, show: impl Fn(Range<usize>) -> Vec<T>) -> LongList<T> {
        self.parts[list as usize].on_page(&self.view.links.to(&self.path(list, 1)), show)
    }

    fn events(&self, range: Range<usize>) -> Vec<EventView> {
        let merged = |&event: &usize| timeline::event_view(self.view, &self.view.dossier.merged[event], None);
        self.dates[range].iter().filter_map(merged).collect()
    }

    /// The pages that the lists have of their own, each with its 1-based number among its list's.
    pub fn pages(&self) -> impl Iterator<Item = (List, usize)> + '_ {
        List::ALL.into_iter().flat_map(|list| (1..=self.parts[list as usize].pages.len()).map(move |it| (list, it)))
    }

    /// One of [`Lists::pages`].
    pub fn page(&self, list: List, number: usize) -> ListPage {
        let parts = &self.parts[list as usize];
        let range = parts.pages[number - 1].clone();
        let items = match list {
            List::Said => values(&quotes::quotes(self.view, &self.said[range], self.index)),
            List::About => values(&quotes::quotes(self.view, &self.about[range], self.index)),
            List::Dates => values(&self.events(range)),
            List::Mentions => values(&mentions::mentions(self.view, &self.mentions[range], self.index)),
        };
        ListPage {
            name: list.name(),
            number,
            urls: (1..=parts.pages.len()).map(|number| self.view.links.to(&self.path(list, number))).collect(),
            entity: self.view.entity_card(self.index),
            count: parts.count,
            items,
        }
    }

    fn path(&self, list: List, number: usize) -> String {
        list_path(&self.view.dossier.entities[self.index].id, list.name(), number)
    }
}

fn values(items: &[impl Serialize]) -> Vec<Value> {
    items.iter().map(Value::from_serializable).collect()
}

/// What the template `entity-list.html` is given as `list`: a page of one long list of an entity.
#[derive(Debug, Serialize)]
pub struct ListPage {
    /// `mentions`, `said`, `about` or `dates`.
    pub name: &'static str,
    /// 1-based number among the list's pages.
    pub number: usize,
    /// The addresses of all pages of the list.
    urls: Vec<String>,
    entity: EntityCard,
    count: usize,
    items: Vec<Value>,
}

impl ListPage {
    /// Path relative to the site.
    pub fn path(&self, id: &str) -> String {
        list_path(id, self.name, self.number)
    }

    /// Which of the list's pages this is, in words.
    pub fn place(&self, view: &View<'_>) -> String {
        view.locale.text_with("list-page", &[("page", self.number.into()), ("pages", self.urls.len().into())])
    }
}

/// The path of a page of one of an entity's lists, relative to the site.
fn list_path(id: &str, name: &str, number: usize) -> String {
    if number == 1 { format!("entities/{id}/{name}/") } else { format!("entities/{id}/{name}/{number}/") }
}
