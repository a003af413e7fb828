//! Content as the device holds it.

use serde::{Deserialize, Serialize};

use crate::template::Template;

/// The templates of one domain. Fetched once, named by the hash of its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContentPack {
    pub domain: String,
    pub templates: Vec<Template>,
}
