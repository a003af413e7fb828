//! Another page saved this text while it was being edited here.

use leptos::prelude::*;

use super::Editor;
use crate::components::{Button, ButtonKind, Dialog, list, live};
use crate::pages::staff::bridge::texts::editing::{Editing, Work};

#[component]
pub fn ConflictDialog(editor: Editor) -> impl IntoView {
    let differs = editor.watch(|editing| {
        let theirs = editing.conflict.as_ref()?;
        Some(differences(&editing.work, &Work::of(theirs)))
    });
    let close = move || editor.change(|editing| editing.conflict = None);
    let keep_mine = move || {
        editor.change(|editing| {
            if let Some(theirs) = editing.conflict.take() {
                editing.detail = theirs;
            }
        });
        editor.store.save_text(editor.id);
    };
    let take_theirs = move || {
        editor.change(|editing| {
            if let Some(theirs) = editing.conflict.take() {
                *editing = Editing::new(theirs);
            }
        });
    };
    view! {
        <Dialog
            id="text-conflict"
            title="Another page saved a newer one"
            open=Signal::derive(move || differs.with(Option::is_some))
            on_dismiss=Callback::new(move |()| close())
        >
            <p>"Nothing of yours is lost. These parts differ:"</p>
            {live(move || differs.get().map(|parts| view! {
                <ul class="to-mend">{list(parts.into_iter().map(|part| view! { <li>{part}</li> }))}</ul>
            }))}
            <div class="dialog-actions">
                <Button kind=ButtonKind::Primary press=move || keep_mine()>"Keep mine"</Button>
                <Button press=move || take_theirs()>"Take the newer one"</Button>
                <Button kind=ButtonKind::Quiet press=move || close()>"Back to editing"</Button>
            </div>
        </Dialog>
    }
}

fn differences(mine: &Work, theirs: &Work) -> Vec<&'static str> {
    let parts = [
        (mine.title != theirs.title, "the title"),
        (mine.text != theirs.text, "the text"),
        (mine.key != theirs.key, "the key sentences"),
        (mine.removed != theirs.removed, "the dropped words"),
        (mine.topics != theirs.topics, "the ideas"),
        (mine.cores != theirs.cores, "the texts in home languages"),
    ];
    let differing = parts.into_iter().filter(|(differs, _)| *differs);
    differing.map(|(_, part)| part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::staff::bridge::texts::editing::sample::detail;

    #[test]
    fn what_differs_is_named() {
        let theirs = Work::of(&detail());
        let mut mine = theirs.clone();
        assert!(differences(&mine, &theirs).is_empty());
        mine.title = "Other".into();
        mine.topics.push("skill/a".parse().unwrap());
        assert_eq!(differences(&mine, &theirs), ["the title", "the ideas"]);
    }
}
