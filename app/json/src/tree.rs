//! What `JSON.parse` gave, as `wire_read` takes it.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};
use wire_read::Node;

/// JSON has no values but these, so that whatever is left is null.
pub(super) fn node(value: &JsValue) -> Node {
    if let Some(text) = value.as_string() {
        Node::Text(text)
    } else if let Some(number) = value.as_f64() {
        Node::Number(number)
    } else if let Some(truth) = value.as_bool() {
        Node::Truth(truth)
    } else if let Some(array) = value.dyn_ref::<Array>() {
        Node::List(array.iter().map(|item| node(&item)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        Node::Object(Object::entries(object).iter().map(field).collect())
    } else {
        Node::Null
    }
}

fn field(entry: JsValue) -> (String, Node) {
    let entry = entry.unchecked_into::<Array>();
    (
        entry.get(0).as_string().unwrap_or_default(),
        node(&entry.get(1)),
    )
}
