//! Text in a home language beside its English, each in its own direction.

use item_bank::{LanguageTag, Rich};
use leptos::prelude::*;

use crate::components::{RichText, list};

/// A language as its texts are set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tongue {
    pub tag: String,
    pub right_to_left: bool,
}

impl Tongue {
    pub fn new(tag: &LanguageTag, right_to_left: bool) -> Self {
        Self {
            tag: tag.to_string(),
            right_to_left,
        }
    }

    pub fn english() -> Self {
        Self {
            tag: "en".to_owned(),
            right_to_left: false,
        }
    }

    pub fn dir(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }
}

/// Sentences of an idea, a line each.
#[component]
pub fn Sentences(sentences: Vec<Rich>) -> impl IntoView {
    list(
        sentences
            .into_iter()
            .map(|sentence| view! { <p><RichText value=sentence /></p> }),
    )
}

/// Text in one language: marked as such, and in its direction.
#[component]
pub fn Said(tongue: Tongue, children: Children) -> impl IntoView {
    let dir = tongue.dir();
    view! { <div class="tongue" lang=tongue.tag dir=dir>{children()}</div> }
}

/// A language's own name, set as what it is.
#[component]
pub fn OwnName(tongue: Tongue, #[prop(into)] name: String) -> impl IntoView {
    let dir = tongue.dir();
    view! { <bdi lang=tongue.tag dir=dir>{name}</bdi> }
}
