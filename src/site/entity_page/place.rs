//! Where a place is: its country, its coordinates, and a small map to find it on.

use serde::Serialize;

use crate::analysis::EntityKind;
use crate::dossier::Entity;
use crate::site::view::{EntityCard, View};

/// Degrees of longitude and latitude that the map shows.
const WINDOW: (f64, f64) = (120.0, 60.0);

/// What is left round the places of a country that the window does not hold, in degrees.
const MARGIN: f64 = 8.0;

/// How many places of a country the page lists.
const PLACES: usize = 40;

/// Where an entity is.
#[derive(Debug, Serialize)]
pub struct WhereView {
    /// The country it lies in or belongs to, by name.
    country: Option<String>,
    /// The country's page, where it has one and is another entity.
    country_url: Option<String>,
    /// Latitude and longitude in words.
    coordinates: Option<String>,
    map: Option<MapView>,
    /// For a country, the places in it that the sources name.
    places: Vec<EntityCard>,
}

/// A part of the map of the world. A unit is half a degree: x runs from 0 (180° west) to 720, y from
/// 0 (the north pole) to 360.
#[derive(Debug, Serialize)]
struct MapView {
    view_box: String,
    /// The map in words.
    label: String,
    dots: Vec<Dot>,
    radius: f64,
}

/// A place on the map.
#[derive(Debug, Serialize)]
struct Dot {
    x: f64,
    y: f64,
}

/// Where `entity` is, as far as that is known.
pub fn place(view: &View<'_>, index: usize, entity: &Entity) -> Option<WhereView> {
    let code = entity.country.as_deref();
    let country_page = code.and_then(|code| view.occurrences.by_reference(&format!("country:{code}")));
    let is_country = country_page == Some(index);
    let country = code.filter(|_| !is_country).and_then(|code| view.country_name(code)).map(str::to_owned);
    let country_url = country_page.filter(|_| !is_country).map(|page| view.entity_card(page).url);
    if entity.kind != EntityKind::Place {
        return country.map(|country| WhereView {
            country: Some(country),
            country_url,
            coordinates: None,
            map: None,
            places: Vec::new(),
        });
    }
    let within: &[usize] = code.filter(|_| is_country).map_or(&[], |code| view.occurrences.places_in(code));
    let within: Vec<usize> = within.iter().copied().filter(|&other| other != index).take(PLACES).collect();
    let points: Vec<(f64, f64)> = match entity.coordinates {
        Some(point) => vec![point],
        None => within.iter().filter_map(|&place| view.dossier.entities[place].coordinates).collect(),
    };
    let coordinates = entity.coordinates.map(|point| view.locale.coordinates(point.0, point.1));
    let label = match &coordinates {
        Some(coordinates) => view
            .locale
            .text_with("map-label", &[("name", entity.name.as_str().into()), ("where", coordinates.as_str().into())]),
        None => view.locale.text_with("map-label-places", &[("name", entity.name.as_str().into())]),
    };
    let map = map(&points, label);
    let places: Vec<EntityCard> = within.iter().map(|&place| view.entity_card(place)).collect();
    let is_known = country.is_some() || map.is_some() || !places.is_empty();
    is_known.then_some(WhereView { country, country_url, coordinates, map, places })
}

/// The part of the world round `points` (latitude, longitude), which all lie in it.
fn map(points: &[(f64, f64)], label: String) -> Option<MapView> {
    let points: Vec<(f64, f64)> = points
        .iter()
        .filter(|(latitude, longitude)| latitude.abs() <= 90.0 && longitude.abs() <= 180.0)
        .map(|&(latitude, longitude)| ((longitude + 180.0) * 2.0, (90.0 - latitude) * 2.0))
        .collect();
    let extent = |of: fn(&(f64, f64)) -> f64| {
        let values = points.iter().map(of);
        Some((values.clone().reduce(f64::min)?, values.reduce(f64::max)?))
    };
    let ((left, right), (top, bottom)) = (extent(|point| point.0)?, extent(|point| point.1)?);
    // Twice as wide as high, and never beyond the edge of the world.
    let wanted = (right - left + 4.0 * MARGIN).max(2.0 * (bottom - top + 4.0 * MARGIN));
    let width = wanted.max(WINDOW.0 * 2.0).min(720.0);
    let height = width * WINDOW.1 / WINDOW.0;
    let x = ((left + right - width) / 2.0).clamp(0.0, 720.0 - width);
    let y = ((top + bottom - height) / 2.0).clamp(0.0, 360.0 - height);
    Some(MapView {
        view_box: format!("{} {} {} {}", tenth(x), tenth(y), tenth(width), tenth(height)),
        label,
        dots: points.iter().map(|&(x, y)| Dot { x: tenth(x), y: tenth(y) }).collect(),
        radius: tenth(width / 60.0),
    })
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
