//! One value, both readers.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wire_read::Read;

/// What both readers make of this JSON is the same, or neither takes it.
pub fn same<T: Read + DeserializeOwned + PartialEq + Debug>(json: &Value) {
    let text = json.to_string();
    let by_serde: Option<T> = serde_json::from_str(&text).ok();
    let by_wire: Option<T> = browser_json::wire(&text).ok();
    assert_eq!(by_wire, by_serde, "wire (left) and serde (right) of {text}");
}

/// The same, for the value as serde writes it and for every way of damaging it in one place.
pub fn agree<T: Read + Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let whole = serde_json::to_value(value).expect("a sample is JSON");
    let read: T =
        browser_json::wire(&whole.to_string()).unwrap_or_else(|error| panic!("{error} in {whole}"));
    assert_eq!(&read, value);
    let mut places = Vec::new();
    collect(&whole, String::new(), &mut places);
    for place in &places {
        // Another type, no type at all, a number out of range, a choice that there is none of.
        for wrong in [
            Value::Null,
            json!("?"),
            json!(-1.5),
            json!(1e300),
            json!(true),
            json!([null]),
            json!({}),
            json!({ "?": 1 }),
        ] {
            // serde also reads a struct from a list, which nothing of ours writes
            if wrong.is_array() && whole.pointer(place).is_some_and(Value::is_object) {
                continue;
            }
            let mut damaged = whole.clone();
            *damaged.pointer_mut(place).expect("a place of its own") = wrong;
            same::<T>(&damaged);
        }
        let Some((parent, name)) = place.rsplit_once('/') else {
            continue;
        };
        let mut damaged = whole.clone();
        match damaged.pointer_mut(parent).expect("a parent of its own") {
            Value::Object(fields) => drop(fields.remove(name)),
            Value::Array(items) => drop(items.remove(name.parse().expect("an index"))),
            _ => unreachable!("only those two have something in them"),
        }
        same::<T>(&damaged);
    }
}

/// JSON pointers of a value and of all in it. Our fields need no escaping.
fn collect(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                collect(value, format!("{place}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (n, value) in items.iter().enumerate() {
                collect(value, format!("{place}/{n}"), places);
            }
        }
        _ => {}
    }
    places.push(place);
}
