//! Pages that could not be read, or not read again.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::components::{Button, ErrorMessage, Message, Tone};

/// In place of a page.
#[component]
pub fn Failed(error: ApiError, again: impl Fn() + 'static) -> impl IntoView {
    let hopeless = !error.is_passing();
    view! {
        <div class="failed" role="alert">
            <ErrorMessage error=error />
            {(!hopeless)
                .then(|| view! { <Button press=move || again()>"Try again"</Button> })}
        </div>
    }
}

/// Above a page that shows what was read before.
#[component]
pub fn Stale(error: ApiError) -> impl IntoView {
    let (what, _) = error.explain();
    view! {
        <Message tone=Tone::Warn title="This page may be out of date">
            <p>{what}</p>
        </Message>
    }
}
