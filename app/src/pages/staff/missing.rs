use leptos::prelude::*;

use super::page::PageHead;
use super::routes;

/// An address that leads nowhere.
#[component]
pub fn NothingHere() -> impl IntoView {
    view! {
        <div class="nothing-here">
            <PageHead title="There is no page here" />
            <p>
                "The address may be mistyped, or the class may no longer be yours. "
                <a href=routes::classes()>"Go to your classes"</a>
            </p>
        </div>
    }
}
