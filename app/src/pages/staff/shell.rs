//! The frame around every page of the staff app.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use super::bridge::{
    BridgeStore, ClassBridgePage, LanguagesPage, NewTextPage, PrintPage, ReviewPage, TextPage,
    TextsPage,
};
use super::classes::ClassesPage;
use super::content::{
    AttributionPage, ContentStore, EditPage, LibraryPage, MainNav, MapPage, NewPage, TemplatePage,
};
use super::mastery::MasteryPage;
use super::missing::NothingHere;
use super::routes;
use super::session::SessionState;
use super::sign_in::SignInPage;
use super::state::Failed;
use super::store::StaffStore;
use super::trace::TracePage;
use crate::components::{Icon, Shape, ThemeMenu};

#[component]
pub fn StaffApp() -> impl IntoView {
    let store = StaffStore::provide();
    ContentStore::provide();
    BridgeStore::provide();
    store.check_session();
    view! {
        <Router base=routes::BASE>
            <a class="skip-link" href="#main" rel="external">"Skip to the page"</a>
            <TopBar />
            <main id="main" class="staff-main" tabindex="-1">
                {move || match store.session.get() {
                    SessionState::Checking => view! { <p class="soft" role="status">"One moment …"</p> }.into_any(),
                    SessionState::Out(why) => view! { <SignInPage why=why /> }.into_any(),
                    SessionState::Unknown(error) => {
                        view! { <Failed error=error again=move || store.check_session() /> }.into_any()
                    }
                    SessionState::In(_) => view! { <Pages /> }.into_any(),
                }}
            </main>
        </Router>
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| view! { <NothingHere /> }>
            <Route path=path!("/") view=ClassesPage />
            <Route path=path!("/classes/:class") view=MasteryPage />
            <Route path=path!("/classes/:class/bridge") view=ClassBridgePage />
            <Route path=path!("/classes/:class/students/:student/skills/:skill") view=TracePage />
            <Route path=path!("/content") view=LibraryPage />
            <Route path=path!("/content/map") view=MapPage />
            <Route path=path!("/content/attribution") view=AttributionPage />
            <Route path=path!("/content/new") view=NewPage />
            <Route path=path!("/content/templates/:template") view=TemplatePage />
            <Route path=path!("/content/templates/:template/edit") view=EditPage />
            <Route path=path!("/bridge") view=LanguagesPage />
            <Route path=path!("/bridge/review/:language") view=ReviewPage />
            <Route path=path!("/bridge/texts") view=TextsPage />
            <Route path=path!("/bridge/texts/new") view=NewTextPage />
            <Route path=path!("/bridge/texts/:text") view=TextPage />
            <Route path=path!("/bridge/print") view=PrintPage />
        </FlatRoutes>
    }
}

#[component]
fn TopBar() -> impl IntoView {
    let store = StaffStore::expect();
    let who = Memo::new(move |_| {
        store
            .session
            .with(|state| state.session().map(|session| session.display_name.clone()))
    });
    view! {
        <header class="top-bar">
            <a class="brand" href=routes::classes()>
                <Mark />
                "Trellis"
            </a>
            {move || who.with(Option::is_some).then(|| view! { <MainNav /> })}
            <div class="top-bar-end">
                <ThemeMenu />
                {move || who.get().map(|name| view! {
                    <span class="who">{name}</span>
                    <button type="button" class="button button-quiet sign-out" on:click=move |_| store.sign_out()>
                        <Icon shape=Shape::SignOut />
                        "Sign out"
                    </button>
                })}
            </div>
        </header>
    }
}

/// The trellis of the name: two slats and a leaf.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path class="trellis-slat" d="M6 3v18M12 3v18M18 3v18M3 8h18M3 16h18" />
            <path class="plant-leaf" d="M12 17c-4.5.5-6.5-2-6.5-6.5 4.5-.5 6.5 2 6.5 6.5zM12 12c0-4 2.5-6 7-5.5 0 4-2.5 6-7 5.5z" />
        </svg>
    }
}
