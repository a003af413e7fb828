//! The frame around every page.

use leptos::prelude::*;

use super::header::Header;
use super::home::Home;
use super::not_found::NotFound;
use super::practice::Practice;
use super::read::Read;
use super::router::{Page, Router};
use super::sign_in::{SignIn, SignInAgain};
use crate::components::live;
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::{Store, Who};

/// The heading that every page has, and that takes the focus when one page follows another.
const TITLE: &str = "page-title";

#[component]
pub fn Shell() -> impl IntoView {
    super::provide();
    let store = Store::from_context();
    // Only who sits here draws the page anew; that the network is back does not.
    let seat = Memo::new(move |_| seat(&store.who.get()));
    let first = StoredValue::new(true);
    // Another language draws the page anew; what lies on the desk stays there.
    live(move || {
        store.speaks.with(|_| ());
        view! { <Frame seat=seat first=first /> }
    })
}

#[component]
fn Frame(seat: Memo<usize>, first: StoredValue<bool>) -> impl IntoView {
    let router = Router::from_context();
    view! {
        <a class="skip-link" href="#main">{t(Msg::SkipToContent)}</a>
        <Header />
        <main class="main" id="main" tabindex="-1">
            {live(move || {
                let seat = seat.get();
                if seat != FINDING && !first.get_value() {
                    dom::focus_soon(TITLE);
                }
                first.set_value(seat == FINDING && first.get_value());
                match seat {
                    FINDING => view! { <Finding /> }.into_any(),
                    NOBODY => view! { <SignIn /> }.into_any(),
                    _ => match router.page() {
                        Page::Home => view! { <Home /> }.into_any(),
                        Page::Practice(pathway) => {
                            view! { <Practice pathway=pathway /> }.into_any()
                        }
                        Page::Read(id) => view! { <Read id=id /> }.into_any(),
                        Page::NotFound => view! { <NotFound /> }.into_any(),
                    },
                }
            })}
        </main>
        <SignInAgain />
    }
}

const FINDING: usize = 0;
const NOBODY: usize = 1;
const STUDENT: usize = 2;

fn seat(who: &Who) -> usize {
    match who {
        Who::Finding => FINDING,
        Who::Nobody { .. } => NOBODY,
        Who::Student(_) => STUDENT,
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
