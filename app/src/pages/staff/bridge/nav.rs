//! The way between the parts of the section.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::pages::staff::routes;

/// Under the section's headings. A page below one of the parts belongs to that part.
#[component]
pub fn SectionNav() -> impl IntoView {
    let path = use_location().pathname;
    let link = move |href: String, below: Option<String>, name: &'static str| {
        let here = href.clone();
        let current = move || {
            path.with(|path| {
                let path = path.trim_end_matches('/');
                let inside = below.as_ref().is_some_and(|below| path.starts_with(below));
                match (path == here, inside) {
                    (true, _) => Some("page"),
                    (false, true) => Some("true"),
                    (false, false) => None,
                }
            })
        };
        view! { <a class="section-link" href=href aria-current=current>{name}</a> }
    };
    let (reviews, texts) = (routes::bridge_reviews(), routes::bridge_texts());
    view! {
        <nav class="section-nav" aria-label="Bridge">
            {link(routes::bridge(), Some(reviews), "Languages")}
            {link(texts.clone(), Some(texts), "Your texts")}
            {link(routes::bridge_print(), None, "Print")}
        </nav>
    }
}
