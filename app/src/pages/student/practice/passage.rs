//! The text that a question is about: beside it where there is room, else above it.

use item_bank::PassageId;
use leptos::prelude::*;

use crate::components::{Icon, RichText, Shape, list};
use crate::i18n::{Msg, t};
use crate::questions;

#[component]
pub fn Passage(id: PassageId) -> impl IntoView {
    let passage = match questions::passage(&id) {
        Ok(passage) => passage,
        Err(error) => {
            web_sys::console::error_1(&error.to_string().into());
            return ().into_any();
        }
    };
    let paragraph = |text| {
        view! {
            <p>
                <RichText value=text />
            </p>
        }
    };
    view! {
        // It scrolls by itself on a wide screen, and so must be reachable by keys.
        <details class="card passage" open>
            <summary class="passage-head">
                <span class="passage-kind">{t(Msg::Passage)}</span>
                <span class="passage-title" lang="en" dir="ltr">{passage.title}</span>
                <Icon shape=Shape::ArrowDown />
            </summary>
            <div class="passage-text" lang="en" dir="ltr" tabindex="0">
                {list(passage.paragraphs.into_iter().map(paragraph))}
            </div>
        </details>
    }
    .into_any()
}
