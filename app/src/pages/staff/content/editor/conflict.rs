//! Someone else saved the draft while it was being edited here.

use leptos::prelude::*;

use super::state::{Editing, Editor};
use crate::components::{Button, ButtonKind, Dialog};
use crate::pages::staff::content::diff::diff;
use crate::pages::staff::content::template::compare::Changes;

#[component]
pub fn ConflictDialog(editor: Editor) -> impl IntoView {
    let theirs = Memo::new(move |_| editor.with(|editing: &Editing| editing.conflict.clone()));
    let who = move || {
        theirs.with(|theirs| {
            let events = theirs.as_deref().and_then(|detail| detail.history.last());
            events.map_or_else(|| "Someone".to_owned(), |event| event.by.clone())
        })
    };
    let changes = move || {
        let theirs = theirs.get()?;
        let draft = theirs.draft.as_ref()?;
        let mine = editor.with_untracked(|editing| editing.form.template().ok())?;
        Some(diff(&draft.template, &mine))
    };
    view! {
        <Dialog
            id="conflict-dialog"
            title=Signal::derive(move || format!("{} saved a newer one", who()))
            open=Signal::derive(move || theirs.with(Option::is_some))
            on_dismiss=Callback::new(move |()| editor.not_now())
        >
            <p>
                "Nothing of yours is lost. Here is what differs: struck out is theirs, underlined is yours."
            </p>
            {move || changes().map(|changes| view! { <Changes changes=changes /> })}
            <div class="dialog-actions">
                <Button kind=ButtonKind::Primary press=move || editor.keep_mine()>"Keep mine"</Button>
                <Button press=move || editor.take_theirs()>"Take theirs"</Button>
                <Button kind=ButtonKind::Quiet press=move || editor.not_now()>"Back to editing"</Button>
            </div>
        </Dialog>
    }
}
