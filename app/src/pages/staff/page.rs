//! What every page does when it opens: name itself, to the tab and to a screen reader.

use leptos::prelude::*;

use super::store::StaffStore;
use crate::dom;

const HEADING: &str = "page-title";

/// The tab's title.
pub fn name_tab(title: &str) {
    dom::set_title(&format!("{title} · Trellis for teachers"));
}

/// The page's `h1`. It takes the focus when the teacher came from another page of the app; the
/// first page leaves the focus where the browser put it.
#[component]
pub fn PageHead(#[prop(into)] title: String) -> impl IntoView {
    let store = StaffStore::expect();
    name_tab(&title);
    if store.has_moved() {
        dom::focus_soon(HEADING);
    }
    view! { <h1 id=HEADING class="page-title" tabindex="-1">{title}</h1> }
}

impl StaffStore {
    /// `false` for the first page of this visit only: focus stays where the browser put it.
    pub(super) fn has_moved(self) -> bool {
        let moved = self.moved.get_value();
        self.moved.set_value(true);
        moved
    }
}
