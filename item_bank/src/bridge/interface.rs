//! The student app's own words in other languages. English is compiled into the app; the keys are
//! those of `content/interface/en.toml`, which the app's build checks against its typed messages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::LanguageTag;

/// Texts by section, then key. Keys are one of a kind over all sections.
pub type Sections = BTreeMap<String, BTreeMap<String, String>>;

/// What a device fetches: texts in the order of their keys over all sections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterfacePack {
    pub language: LanguageTag,
    pub right_to_left: bool,
    /// Tells which keys the texts go by: another app version has others. See [`key_list`].
    pub keys: String,
    /// Empty where no text may be shown: the English stands there.
    pub texts: Vec<String>,
}

wire_read::object!(InterfacePack {
    language,
    right_to_left,
    keys,
    texts
});

/// All keys in the order of [`InterfacePack::texts`].
pub fn key_list(english: &Sections) -> Vec<&str> {
    let mut keys: Vec<&str> = english
        .values()
        .flat_map(BTreeMap::keys)
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}
