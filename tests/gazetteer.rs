//! The reference tables, looked up the way articles write names.

use dossier::language::EntityKind;
use dossier::language::gazetteer::{self, Class};

#[test]
fn usual_forms_lead_to_one_entry() {
    for (key, name, forms) in [
        ("country:RU", "Россия", "Россия|РФ|Российская Федерация|Russia|Ресей"),
        ("country:KZ", "Казахстан", "Казахстан|РК|Республика Казахстан|Қазақстан"),
        ("country:US", "США", "США|Соединённые Штаты|Соединенные Штаты Америки|Америка"),
        ("country:GB", "Великобритания", "Британия|Соединённое Королевство|United Kingdom"),
        ("country:KG", "Кыргызстан", "Киргизия|Кыргызстан"),
        ("country:BY", "Беларусь", "Белоруссия|беларусь"),
        ("country:KP", "Северная Корея", "КНДР|Северная Корея"),
        ("country:CN", "Китай", "КНР|Китайская Народная Республика"),
        ("region:central-asia", "Центральная Азия", "Средняя Азия|Центральная Азия|ЦА"),
        ("region:west", "Запад", "Запад"),
        ("city:KZ:Astana", "Астана", "Астана|Нур-Султан"),
        ("city:KZ:Almaty", "Алматы", "Алма-Ата|Алматы"),
        ("org:НАТО", "НАТО", "НАТО|Североатлантический альянс|NATO"),
        ("org:ОДКБ", "Организация Договора о коллективной безопасности", "ОДКБ|CSTO"),
        ("org:WSJ", "The Wall Street Journal", "WSJ|The Wall Street Journal"),
    ] {
        for form in forms.split('|') {
            let found = gazetteer::lookup(form);
            assert_eq!(found.first().map(|entry| entry.key.as_str()), Some(key), "{form}");
            assert_eq!(found[0].name("ru"), name);
        }
    }
}

#[test]
fn abbreviations_need_their_capitals() {
    assert!(gazetteer::lookup("Ес").is_empty());
    assert!(!gazetteer::lookup("ЕС").is_empty());
    assert!(gazetteer::lookup("").is_empty());
}

#[test]
fn namesakes_all_come() {
    let found = gazetteer::lookup("Люксембург");
    let classes: Vec<Class> = found.iter().map(|entry| entry.class).collect();
    assert_eq!(classes, [Class::Country, Class::City]);
    assert!(found.iter().all(|entry| entry.kind == EntityKind::Place));
}

#[test]
fn every_entry_has_a_name_and_keys_are_well_formed() {
    for entry in gazetteer::entries() {
        assert!(!entry.name("ru").is_empty(), "{}", entry.key);
        assert!(entry.key.split_once(':').is_some_and(|(class, rest)| !class.is_empty() && !rest.is_empty()));
        assert!(gazetteer::get(&entry.key).is_some());
    }
    let capital = |code: &str| {
        gazetteer::entries().iter().filter(|e| e.class == Class::City && e.capital && e.country == Some(code)).count()
    };
    for code in ["KZ", "RU", "US", "GB", "CN", "UA", "KG"] {
        assert_eq!(capital(code), 1, "{code}");
    }
}
