//! A person, an organization or a place.

use serde_json::{Map, Value, json};

use super::{Crumbs, article_reference, entity_id, object, own_page, put};
use crate::analysis::EntityKind;
use crate::dossier::Entity;
use crate::site::editorial;
use crate::site::feed::absolute;
use crate::site::view::View;

/// Other forms of the name, the most frequent ones.
const FORMS: usize = 10;
/// Articles that mention it, the newest ones.
const ARTICLES: usize = 20;

/// The page, and the entity that it is about.
pub fn entity(view: &View<'_>, index: usize, crumbs: Crumbs<'_>) -> Vec<Value> {
    let entity = &view.dossier.entities[index];
    let path = format!("entities/{}/", entity.id);
    let mut page = own_page(view, "ProfilePage", &path, &entity.name, crumbs);
    put(&mut page, "mainEntity", Some(json!({"@id": entity_id(view, index)})));

    let mut about = object(&[("@type", kind(entity.kind)), ("@id", &entity_id(view, index)), ("name", &entity.name)]);
    put(&mut about, "url", Some(absolute(view, &path)));
    let forms: Vec<&str> = entity
        .aliases
        .iter()
        .map(|alias| alias.form.as_str())
        .filter(|form| *form != entity.name)
        .take(FORMS)
        .collect();
    put(&mut about, "alternateName", (!forms.is_empty()).then_some(forms));
    let same_as = editorial::same_as(entity);
    put(&mut about, "sameAs", (!same_as.is_empty()).then_some(same_as));
    if entity.kind == EntityKind::Place {
        place(view, entity, &mut about);
    }
    let articles: Vec<Value> = view
        .sources_of(index)
        .iter()
        .take(ARTICLES)
        .filter_map(|&source| Some(article_reference(view, view.page_of(source)?)))
        .collect();
    put(&mut about, "subjectOf", (!articles.is_empty()).then_some(articles));
    vec![Value::Object(page), Value::Object(about)]
}

/// The schema.org type of a kind.
pub fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organization",
        EntityKind::Place => "Place",
    }
}

fn place(view: &View<'_>, entity: &Entity, about: &mut Map<String, Value>) {
    let geo = |(latitude, longitude): (f64, f64)| json!({"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude});
    put(about, "geo", entity.coordinates.map(geo));
    let country = entity.country.as_deref().and_then(|code| view.locale.country(code));
    let within = country.filter(|name| *name != entity.name).map(|name| json!({"@type": "Country", "name": name}));
    put(about, "containedInPlace", within);
}
