//! Four addresses. `leptos_router` would be a fifth of what a student downloads (50 of 250 KB,
//! shared/STACK.md section 3.8) and could do no more here.

use api::ReadingId;
use item_bank::PathwayCode;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

use crate::dom;

const READ: &str = "/read/";

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    Home,
    /// One pathway, or all that are assigned.
    Practice(Option<PathwayCode>),
    /// A text that a teacher prepared with the bridge.
    Read(ReadingId),
    NotFound,
}

impl Page {
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::Practice(None) => "/practice".into(),
            // A code's letters need no escaping in an address.
            Self::Practice(Some(pathway)) => format!("/practice?pathway={pathway}"),
            Self::Read(id) => format!("{READ}{id}"),
            Self::NotFound => "/404".into(),
        }
    }

    fn parse(path: &str, pathway: Option<String>) -> Self {
        match path {
            "/" | "/index.html" | "/sign-in" => Self::Home,
            "/practice" => match pathway.map(PathwayCode::try_from) {
                None => Self::Practice(None),
                Some(Ok(pathway)) => Self::Practice(Some(pathway)),
                Some(Err(_)) => Self::NotFound,
            },
            path => {
                let id = path.strip_prefix(READ).and_then(|id| id.parse().ok());
                id.map_or(Self::NotFound, Self::Read)
            }
        }
    }

    fn current() -> Self {
        let Some(location) = dom::window().map(|window| window.location()) else {
            return Self::Home;
        };
        let query = location.search().unwrap_or_default();
        let pathway = UrlSearchParams::new_with_str(&query)
            .ok()
            .and_then(|q| q.get("pathway"));
        Self::parse(&location.pathname().unwrap_or_default(), pathway)
    }
}

/// Where the student is.
#[derive(Clone, Copy, Debug)]
pub struct Router {
    page: RwSignal<Page>,
}

impl Router {
    pub fn start() -> Self {
        let page = RwSignal::new(Page::current());
        // It listens as long as the app lives.
        let _ = window_event_listener(ev::popstate, move |_| page.set(Page::current()));
        Self { page }
    }

    pub fn from_context() -> Self {
        expect_context()
    }

    pub fn page(&self) -> Page {
        self.page.get()
    }

    pub fn go(&self, page: Page) {
        if let Some(Ok(history)) = dom::window().map(|window| window.history()) {
            // A browser that refuses (too many in a second) still shows the page.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&page.path()));
        }
        if let Some(window) = dom::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        self.page.set(page);
    }
}

/// A link within the app: a real address, so that it can be opened in another tab.
#[component]
pub fn Link(
    to: Page,
    #[prop(default = "")] class: &'static str,
    children: Children,
) -> impl IntoView {
    let router = Router::from_context();
    view! {
        <a
            class=class
            href=to.path()
            on:click=move |event| {
                let plain = event.button() == 0
                    && !(event.ctrl_key() || event.meta_key() || event.shift_key()
                        || event.alt_key());
                if plain {
                    event.prevent_default();
                    router.go(to.clone());
                }
            }
        >
            {children()}
        </a>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_by_its_own_address() {
        let fractions = Page::Practice(Some("fractions-5".parse().unwrap()));
        assert_eq!(
            Page::parse("/practice", Some("fractions-5".into())),
            fractions
        );
        assert_eq!(fractions.path(), "/practice?pathway=fractions-5");
        assert_eq!(Page::parse("/practice", None), Page::Practice(None));
        assert_eq!(Page::parse("/", None), Page::Home);
        let text = Page::Read(uuid::Uuid::from_u128(7).into());
        assert_eq!(Page::parse(&text.path(), None), text);
    }

    #[test]
    fn an_address_that_means_nothing_is_told() {
        assert_eq!(Page::parse("/teacher", None), Page::NotFound);
        assert_eq!(Page::parse("/read/7", None), Page::NotFound);
        assert_eq!(
            Page::parse("/practice", Some("<script>".into())),
            Page::NotFound
        );
    }
}
