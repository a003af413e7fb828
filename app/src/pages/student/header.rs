//! Name, saving, language, reading settings, the way out.

use leptos::prelude::*;

use super::language::LanguageMenu;
use super::reading_settings::ReadingSettings;
use super::router::{Link, Page};
use super::saving::SavingLine;
use super::sign_out::SignOut;
use crate::components::{ErrorMessage, live, when};
use crate::i18n::{Msg, t};
use crate::state::{Store, Who};

#[component]
pub fn Header() -> impl IntoView {
    let store = Store::from_context();
    view! {
        <header class="header">
            <Link to=Page::Home class="brand">
                <Mark />
                <span>{t(Msg::AppName)}</span>
            </Link>
            <SavingLine />
            <div class="header-tools">
                <LanguageMenu />
                <ReadingSettings />
                {when(
                    move || matches!(store.who.get(), Who::Student(_)),
                    || view! { <SignOut /> },
                )}
            </div>
            <div role="alert" class="header-alert">
                {live(move || {
                    let error = store.language_error.get();
                    error.map(|error| view! { <ErrorMessage error=error /> }.into_any())
                })}
            </div>
        </header>
    }
}

/// The mark: a leaf on a piece of trellis. The same paths stand in `public/index.html`.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path class="trellis-slat" d="M9 3v26M23 3v26M3 10h26M3 22h26" />
            <path class="plant-stem" d="M13 29c0-5-4-6-4-11s7-6 7-13" />
            <path
                class="plant-leaf"
                d="M10 20c-5 1-7-2-7-5 4-.5 7 1 7 5zM13 13c6 2 10 0 11-5-6-1-10 1-11 5zM11 24c5 2 9 0 10-4-5-1-9 0-10 4z"
            />
        </svg>
    }
}
