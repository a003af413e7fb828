use api::{ClassId, ClassSummary};
use leptos::prelude::*;

use crate::components::{Button, ButtonKind, Dialog};
use crate::pages::staff::browser;
use crate::pages::staff::store::StaffStore;

/// How students of a class sign in, large enough for a projector and fit for print.
#[component]
pub fn CodeDialog(chosen: RwSignal<Option<ClassId>>) -> impl IntoView {
    let store = StaffStore::expect();
    let class = Memo::new(move |_| {
        let id = chosen.get()?;
        store
            .classes
            .with(|slot| slot.get(&())?.iter().find(|class| class.id == id).cloned())
    });
    let close = move || chosen.set(None);
    view! {
        <Dialog
            id="code-dialog"
            title="How to sign in"
            open=Signal::derive(move || class.with(Option::is_some))
            on_dismiss=Callback::new(move |()| close())
        >
            {move || class.get().map(|class| view! { <CodeSheet class=class /> })}
            <div class="dialog-actions">
                <Button kind=ButtonKind::Primary press=move || close()>"Done"</Button>
                <Button press=move || browser::print()>"Print"</Button>
            </div>
        </Dialog>
    }
}

#[component]
fn CodeSheet(class: ClassSummary) -> impl IntoView {
    let address = browser::origin();
    view! {
        <div class="code-sheet">
            <p class="code-sheet-class">{class.title}</p>
            <ol class="code-steps">
                <li>"Open " <strong>{address}</strong></li>
                <li>
                    "Type the class code "
                    <strong class="code-big">{class.code}</strong>
                </li>
                <li>"Type your first name and your PIN."</li>
            </ol>
        </div>
    }
}
