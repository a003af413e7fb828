//! Reading JSON, in two steps for the sake of size.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Parses `text` into a tree, then reads `T` from the tree. Reading `T` from the text at once would
/// weave a copy of the parser into every type: 40 KB of WASM more.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_value(serde_json::from_str::<Value>(text)?)
}
