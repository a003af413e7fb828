//! Which texts of a language are on the screen.

use std::fmt::Write as _;

use api::{TextKind, TextState};
use item_bank::LanguageTag;
use item_bank::bridge::UnitId;

use crate::pages::staff::bridge::wording;

/// Texts on one screen: few enough to read each before anything is said of them.
pub const SCREEN: usize = 8;

/// What was asked of the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub language: LanguageTag,
    pub query: Query,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub state: Option<TextState>,
    pub kind: Option<TextKind>,
    pub domain: Option<String>,
    pub search: String,
    /// Where each screen after the first begins, up to the one that is shown.
    pub screens: Vec<UnitId>,
}

impl Query {
    /// Whether anything is left out.
    pub fn is_narrow(&self) -> bool {
        self.kind.is_some() || self.domain.is_some() || !self.search.trim().is_empty()
    }

    /// The last part of the address.
    pub fn address(&self) -> String {
        let mut address = format!("?limit={SCREEN}");
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                // Writing to a string cannot fail.
                let _ = write!(address, "&{name}={}", encoded(&value));
            }
        };
        let search = self.search.trim();
        add("state", self.state.map(|it| wording::state_code(it).into()));
        add("kind", self.kind.map(|it| wording::kind_code(it).into()));
        add("domain", self.domain.clone());
        add(
            "search",
            Some(search.to_owned()).filter(|it| !it.is_empty()),
        );
        add("after", self.screens.last().map(ToString::to_string));
        address
    }
}

/// Percent-encoded for a value in an address.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_holds_what_was_chosen_and_nothing_else() {
        assert_eq!(Query::default().address(), "?limit=8");
        let query = Query {
            state: Some(TextState::Changed),
            kind: Some(TextKind::Term),
            domain: Some("ratios".into()),
            search: " razón & más ".into(),
            screens: vec!["labels".parse().unwrap(), "term/ratio".parse().unwrap()],
        };
        assert_eq!(
            query.address(),
            "?limit=8&state=changed&kind=term&domain=ratios&search=raz%C3%B3n%20%26%20m%C3%A1s&after=term%2Fratio"
        );
        assert!(query.is_narrow());
    }
}
