//! The map of the places that the sources name: a circle for each, or for several that lie too near.

mod clusters;
mod labels;

use serde::Serialize;

use super::view::{EntityCard, View};
use crate::analysis::EntityKind;
use clusters::{Cluster, Spot, clusters};

/// How many places the table lists.
const ROWS: usize = 200;

/// How many places of one circle are named under the map.
const MEMBERS: usize = 12;

/// Degrees that the map shows at least, and round its outermost places; of longitude.
const LEAST_WINDOW: f64 = 24.0;
const MARGIN: f64 = 5.0;

/// What the template `places.html` is given as `map`.
#[derive(Debug, Serialize)]
pub struct PlacesView {
    /// The drawing for wide screens, and the one for narrow ones.
    pictures: Vec<Picture>,
    /// How many places are on the map.
    count: usize,
    /// How many have no point: countries, regions, rivers.
    unlocated: usize,
    /// The most often mentioned.
    rows: Vec<Row>,
    more_rows: usize,
}

/// A place in the table.
#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    card: EntityCard,
    country: Option<String>,
    coordinates: String,
    mentions: usize,
    sources: usize,
}

/// A drawing.
#[derive(Debug, Serialize)]
struct Picture {
    name: &'static str,
    width: f64,
    height: f64,
    /// Takes the map's own units, half degrees, to the drawing's.
    transform: String,
    /// Width of the net's lines, in the map's own units.
    net: f64,
    circles: Vec<Circle>,
    /// The circles of several places.
    shared: Vec<Shared>,
}

/// A circle of the map.
#[derive(Debug, Serialize)]
struct Circle {
    url: String,
    /// What it stands for, in words.
    title: String,
    x: f64,
    y: f64,
    radius: f64,
    /// The number of mentions, where it has room.
    number: Option<usize>,
    /// Its label, where it has room.
    label: Option<labels::Label>,
    /// The radius of what can be touched.
    room: f64,
}

/// The places of one circle.
#[derive(Debug, Serialize)]
struct Shared {
    anchor: String,
    places: Vec<EntityCard>,
    more: usize,
    mentions: usize,
}

/// What a drawing has room for.
struct Shape {
    name: &'static str,
    width: f64,
    most_height: f64,
    least_height: f64,
    most_radius: f64,
    font: f64,
}

const WIDE: Shape =
    Shape { name: "wide", width: 960.0, most_height: 620.0, least_height: 360.0, most_radius: 30.0, font: 13.0 };
const NARROW: Shape =
    Shape { name: "narrow", width: 350.0, most_height: 420.0, least_height: 220.0, most_radius: 20.0, font: 12.0 };

/// A place with a point.
struct Located {
    entity: usize,
    latitude: f64,
    longitude: f64,
    mentions: usize,
}

/// The view of the page; `None` where no place has a point.
pub fn view(view: &View<'_>) -> Option<PlacesView> {
    let places = || {
        let entities = view.dossier.entities.iter().enumerate();
        entities.filter(|(index, entity)| entity.kind == EntityKind::Place && view.has_page(*index))
    };
    let mut located: Vec<Located> = places()
        .filter_map(|(index, entity)| {
            let (latitude, longitude) = entity.coordinates?;
            let is_on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
            let mentions = entity.mentions.iter().filter(|mention| view.page_of(mention.source).is_some()).count();
            is_on_earth.then_some(Located { entity: index, latitude, longitude, mentions })
        })
        .collect();
    if located.is_empty() {
        return None;
    }
    // Stable: of equals, the more widely reported stays first.
    located.sort_by_key(|place| std::cmp::Reverse(place.mentions));
    Some(PlacesView {
        pictures: [WIDE, NARROW].iter().map(|shape| picture(view, &located, shape)).collect(),
        count: located.len(),
        unlocated: places().count() - located.len(),
        rows: located.iter().take(ROWS).map(|place| row(view, place)).collect(),
        more_rows: located.len().saturating_sub(ROWS),
    })
}

fn row(view: &View<'_>, place: &Located) -> Row {
    let country = view.dossier.entities[place.entity].country.as_deref();
    Row {
        card: view.entity_card(place.entity),
        country: country.and_then(|code| view.country_name(code)).map(str::to_owned),
        coordinates: view.locale.coordinates(place.latitude, place.longitude),
        mentions: place.mentions,
        sources: view.sources_of(place.entity).len(),
    }
}

/// The part of the world that a drawing shows: degrees to units.
struct Window {
    west: f64,
    north: f64,
    /// Units for a degree of longitude, and of latitude.
    across: f64,
    down: f64,
    height: f64,
}

impl Window {
    /// All of `places`, with some room round them. A degree of latitude is drawn longer than one of
    /// longitude, as it is in the middle of the window.
    fn new(places: &[Located], shape: &Shape) -> Self {
        let ends = |of: fn(&Located) -> f64| {
            let values = places.iter().map(of);
            (values.clone().fold(f64::MAX, f64::min), values.fold(f64::MIN, f64::max))
        };
        let ((west, east), (south, north)) = (ends(|it| it.longitude), ends(|it| it.latitude));
        let stretch = 1.0 / cosine((south + north) / 2.0).max(0.5);
        let least_ratio = shape.width / shape.most_height;
        let wide =
            (east - west + 2.0 * MARGIN).max(LEAST_WINDOW).max((north - south + 2.0 * MARGIN) * stretch * least_ratio);
        let wide = wide.min(360.0);
        let across = shape.width / wide;
        let down = (across * stretch).min(shape.most_height / (north - south + 2.0 * MARGIN).min(180.0));
        let high =
            ((north - south + 2.0 * MARGIN) * down).clamp(shape.least_height, shape.most_height).min(180.0 * down);
        let west = ((west + east - wide) / 2.0).clamp(-180.0, 180.0 - wide);
        let top = ((south + north + high / down) / 2.0).clamp(-90.0 + high / down, 90.0);
        Self { west, north: top, across, down, height: high }
    }

    fn point(&self, place: &Located) -> (f64, f64) {
        ((place.longitude - self.west) * self.across, (self.north - place.latitude) * self.down)
    }

    /// For the map's own units: half degrees from 180° west and from the north pole.
    fn transform(&self) -> String {
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        format!(
            "matrix({} 0 0 {} {} {})",
            rounded(self.across / 2.0),
            rounded(self.down / 2.0),
            rounded(-(self.west + 180.0) * self.across),
            rounded(-(90.0 - self.north) * self.down),
        )
    }
}

/// The cosine of an angle of at most 90 degrees, by its series: the same on every machine, which that of
/// a system's library is not.
fn cosine(degrees: f64) -> f64 {
    let square = (degrees / 180.0 * std::f64::consts::PI).powi(2);
    1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0 * (1.0 - square / 56.0)))
}

fn picture(view: &View<'_>, located: &[Located], shape: &Shape) -> Picture {
    let window = Window::new(located, shape);
    let spots: Vec<Spot> = located
        .iter()
        .map(|place| {
            let (x, y) = window.point(place);
            Spot { x, y, count: place.mentions }
        })
        .collect();
    let clusters = clusters(&spots, shape.most_radius);
    let names: Vec<String> = clusters.iter().map(|cluster| name(view, located, cluster)).collect();
    let labels = labels::labels(&clusters, &names, shape.font, (shape.width, window.height));
    let mut shared = Vec::new();
    let mut circles = Vec::with_capacity(clusters.len());
    for ((cluster, name), label) in clusters.iter().zip(names).zip(labels) {
        let mentions = view.locale.text_with("count-mentions", &[("count", cluster.count.into())]);
        let url = if let [only] = cluster.members[..] {
            view.entity_card(located[only].entity).url
        } else {
            let anchor = format!("{}-{}", shape.name, shared.len() + 1);
            let url = format!("#{anchor}");
            let cards = cluster.members.iter().map(|&member| view.entity_card(located[member].entity));
            shared.push(Shared {
                anchor,
                places: cards.take(MEMBERS).collect(),
                more: cluster.members.len().saturating_sub(MEMBERS),
                mentions: cluster.count,
            });
            url
        };
        let digits = cluster.count.to_string().len() as f64;
        circles.push(Circle {
            url,
            title: format!("{name}: {mentions}"),
            x: tenth(cluster.x),
            y: tenth(cluster.y),
            radius: tenth(cluster.radius),
            number: (cluster.radius > 5.0 + 4.0 * digits).then_some(cluster.count),
            label,
            room: tenth(cluster.radius.max(12.0)),
        });
    }
    Picture {
        name: shape.name,
        width: shape.width,
        height: window.height.round(),
        transform: window.transform(),
        net: (1600.0 / window.across).round() / 1000.0,
        circles,
        shared,
    }
}

/// What a circle is called: its place, or the first of its places and how many more there are.
fn name(view: &View<'_>, located: &[Located], cluster: &Cluster) -> String {
    let first = &view.dossier.entities[located[cluster.members[0]].entity].name;
    match cluster.members.len() - 1 {
        0 => first.clone(),
        more => format!("{first} +{more}"),
    }
}

/// A tenth of a unit is finer than any screen shows.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::cosine;

    #[test]
    fn the_series_is_near_enough() {
        for degrees in 0..=85 {
            let degrees = f64::from(degrees);
            assert!((cosine(degrees) - degrees.to_radians().cos()).abs() < 0.001, "{degrees}");
        }
    }
}
