//! An address that means nothing.

use leptos::prelude::*;

use super::router::{Link, Page};
use crate::dom;
use crate::i18n::{Msg, t};

#[component]
pub fn NotFound() -> impl IntoView {
    dom::set_title("Trellis");
    view! {
        <div class="page page-narrow">
            <h1 id="page-title" tabindex="-1">{t(Msg::PageNotFound)}</h1>
            <p class="lead">{t(Msg::PageNotFoundWhat)}</p>
            <Link to=Page::Home class="button button-primary">{t(Msg::ToHome)}</Link>
        </div>
    }
}
