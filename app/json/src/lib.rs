//! Reading JSON.
//!
//! In the browser the browser parses, and `node` reads types from what it parsed: the parser, the
//! tables for exact decimals and a copy of both in every type would be a tenth of the app. Native
//! tests read the same types with `serde_json`.

#[cfg(target_arch = "wasm32")]
mod node;

use serde::de::DeserializeOwned;

/// What was wrong with a text, for the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

#[cfg(target_arch = "wasm32")]
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let parsed = js_sys::JSON::parse(text).map_err(|_| Unreadable("not JSON".into()))?;
    T::deserialize(node::Node(parsed))
}

#[cfg(not(target_arch = "wasm32"))]
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable(error.to_string()))
}
