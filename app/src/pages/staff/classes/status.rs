use leptos::prelude::*;

use super::notice::{Notice, Undo};
use crate::components::{Button, ErrorMessage, Message, Tone};
use crate::dom;
use crate::pages::staff::store::StaffStore;

const UNDO: &str = "undo";

/// On the page from the start, so that what appears in it is announced.
#[component]
pub fn StatusRegion() -> impl IntoView {
    let store = StaffStore::expect();
    view! {
        <div class="status-region" role="status">
            {move || match store.notice.get() {
                Notice::None => ().into_any(),
                Notice::Failed(error) => view! { <ErrorMessage error=error /> }.into_any(),
                Notice::Done { text, undo } => view! {
                    <Message tone=Tone::Good>
                        <p>{text}</p>
                        {undo.map(|undo| view! { <UndoButton undo=undo /> })}
                    </Message>
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn UndoButton(undo: Undo) -> impl IntoView {
    let store = StaffStore::expect();
    // The button that was pressed is gone with its row; without this the focus would be nowhere.
    dom::focus_soon(UNDO);
    let again = move || {
        dom::focus("page-title");
        store.assign(undo.class, undo.pathway.clone());
    };
    view! { <Button id=UNDO press=again>"Undo: assign it again"</Button> }
}
