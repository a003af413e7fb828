//! Reading JSON.
//!
//! In the browser the browser parses, and types are read from what it parsed: the parser, the
//! tables for exact decimals and a copy of both in every type would be a tenth of the app. Native
//! tests parse with `serde_json`.
//!
//! [`wire`] is what the student's shell reads with; [`read`], by serde, takes several times the code
//! for each type, and is for what has no budget as tight (docs/adr/0011).

#[cfg(target_arch = "wasm32")]
mod node;
#[cfg(target_arch = "wasm32")]
mod tree;

use serde::de::DeserializeOwned;
use wire_read::{Node, Read};

/// What was wrong with a text, for the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

/// Reads a type of the wire in little code.
pub fn wire<T: Read>(text: &str) -> Result<T, Unreadable> {
    wire_read::read(&parse(text)?).map_err(|wire_read::Unreadable(what)| Unreadable(what))
}

#[cfg(target_arch = "wasm32")]
fn parse(text: &str) -> Result<Node, Unreadable> {
    match js_sys::JSON::parse(text) {
        Ok(parsed) => Ok(tree::node(&parsed)),
        Err(_) => Err(Unreadable("not JSON".into())),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn parse(text: &str) -> Result<Node, Unreadable> {
    let parsed = serde_json::from_str(text).map_err(|error| Unreadable(error.to_string()))?;
    Ok(node(parsed))
}

#[cfg(not(target_arch = "wasm32"))]
fn node(value: serde_json::Value) -> Node {
    use serde_json::Value;
    match value {
        Value::Null => Node::Null,
        Value::Bool(truth) => Node::Truth(truth),
        Value::Number(number) => number.as_f64().map_or(Node::Null, Node::Number),
        Value::String(text) => Node::Text(text),
        Value::Array(items) => Node::List(items.into_iter().map(node).collect()),
        Value::Object(fields) => Node::Object(
            fields
                .into_iter()
                .map(|(name, value)| (name, node(value)))
                .collect(),
        ),
    }
}

#[cfg(target_arch = "wasm32")]
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let parsed = js_sys::JSON::parse(text).map_err(|_| Unreadable("not JSON".into()))?;
    T::deserialize(node::Node(parsed))
}

#[cfg(not(target_arch = "wasm32"))]
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable(error.to_string()))
}
