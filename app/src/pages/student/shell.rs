//! The frame around every page.

use leptos::prelude::*;

use super::header::Header;
use super::home::Home;
use super::not_found::NotFound;
use super::practice::Practice;
use super::router::{Page, Router};
use super::sign_in::{SignIn, SignInAgain};
use crate::components::live;
use crate::i18n::{Msg, t};
use crate::state::{Store, Who};

#[component]
pub fn Shell() -> impl IntoView {
    super::provide();
    let store = Store::from_context();
    let router = Router::from_context();
    view! {
        <a class="skip-link" href="#main">{t(Msg::SkipToContent)}</a>
        <Header />
        <main class="main" id="main" tabindex="-1">
            {live(move || match store.who.get() {
                Who::Finding => view! { <Finding /> }.into_any(),
                Who::Nobody { offline } => view! { <SignIn offline=offline /> }.into_any(),
                Who::Student(_) => match router.page() {
                    Page::Home => view! { <Home /> }.into_any(),
                    Page::Practice(pathway) => view! { <Practice pathway=pathway /> }.into_any(),
                    Page::NotFound => view! { <NotFound /> }.into_any(),
                },
            })}
        </main>
        <SignInAgain />
    }
}

/// For the moment in which the app asks who sits here.
#[component]
fn Finding() -> impl IntoView {
    view! {
        <div class="page" aria-busy="true">
            <p class="visually-hidden" role="status">{t(Msg::Loading)}</p>
            <div class="skeleton skeleton-title"></div>
            <div class="skeleton skeleton-card"></div>
        </div>
    }
}
