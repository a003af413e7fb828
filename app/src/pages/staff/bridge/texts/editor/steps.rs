//! The way to students: approved, given to classes, retired. What is approved does not change.

use api::{ReadingCore, ReadingState};
use leptos::prelude::*;

use super::Editor;
use crate::components::{Button, ButtonKind, Dialog, list, live};
use crate::dom;
use crate::pages::staff::bridge::texts::editing::Editing;
use crate::pages::staff::bridge::texts::load::Deed;
use crate::pages::staff::bridge::wording;

#[component]
pub fn Steps(editor: Editor, state: ReadingState) -> impl IntoView {
    let asking = RwSignal::new(None::<Deed>);
    let mine = editor.with_untracked(|editing| editing.detail.mine);
    let busy = editor.busy(None);
    let copy = move || editor.store.copy_text(editor.id);
    let barred = editor.watch(barred);
    let approve = (mine && state == ReadingState::Draft).then(|| {
        view! {
            <button
                type="button"
                class="button"
                aria-disabled=move || barred.with(Option::is_some).then_some("true")
                aria-describedby="why-not-approve"
                on:click=move |_| {
                    if barred.with_untracked(Option::is_none) {
                        asking.set(Some(Deed::Approve));
                    }
                }
            >
                "Approve …"
            </button>
            <p class="action-why soft" id="why-not-approve">{live(move || barred.get())}</p>
        }
    });
    let retire = (mine && state != ReadingState::Retired).then(|| view! {
        <Button kind=ButtonKind::Quiet busy=busy press=move || asking.set(Some(Deed::Retire))>"Retire …"</Button>
    });
    let copies = (state != ReadingState::Draft).then(|| {
        view! {
            <Button busy=busy press=copy>"Start from this one"</Button>
        }
    });
    let told = match state {
        ReadingState::Draft => None,
        ReadingState::Approved => {
            Some("Approved texts do not change. To change one, start a new text from it.")
        }
        ReadingState::Retired => Some("Retired: it is in no student’s plan."),
    };
    view! {
        <div class="actions" role="group" aria-label="What to do with it">
            {approve}
            {copies}
            {retire}
            {told.map(|told| view! { <p class="action-why soft">{told}</p> })}
        </div>
        <StepDialog editor=editor asking=asking />
    }
}

/// Why it cannot be approved as it stands.
fn barred(editing: &Editing) -> Option<String> {
    let wrong = editing.wrong();
    if !wrong.is_empty() {
        return Some("Mend what is marked first.".to_owned());
    }
    let languages: Vec<String> = editing
        .detail
        .cores
        .iter()
        .filter(|core| !core.findings.is_empty() && editing.core(&core.language).is_some())
        .map(|core| wording::language(&core.language))
        .collect();
    let listed = crate::pages::staff::words::listed(&languages);
    (!languages.is_empty())
        .then(|| format!("Mend what the checks found in {listed}, or take it out."))
}

#[component]
fn StepDialog(editor: Editor, asking: RwSignal<Option<Deed>>) -> impl IntoView {
    let close = move || asking.set(None);
    let title = move || match asking.get() {
        Some(Deed::Retire) => "Retire this text?".to_owned(),
        _ => "Approve this text?".to_owned(),
    };
    let go = move || {
        if let Some(deed) = asking.get_untracked() {
            close();
            dom::focus_soon("page-title");
            editor.store.step_text(editor.id, deed);
        }
    };
    view! {
        <Dialog
            id="text-step"
            title=Signal::derive(title)
            open=Signal::derive(move || asking.with(Option::is_some))
            on_dismiss=Callback::new(move |()| close())
        >
            {live(move || match asking.get() {
                Some(Deed::Retire) => view! {
                    <p>"It leaves the plans of all classes and cannot be worked on any more. What students did with its words stays."</p>
                }
                .into_any(),
                _ => view! { <Consequences editor=editor /> }.into_any(),
            })}
            <div class="dialog-actions">
                <Button kind=ButtonKind::Primary press=move || go()>
                    {live(move || if asking.get() == Some(Deed::Retire) { "Retire" } else { "Approve" })}
                </Button>
                <Button press=move || close()>"Cancel"</Button>
            </div>
        </Dialog>
    }
}

/// What students would get.
#[component]
fn Consequences(editor: Editor) -> impl IntoView {
    let (title, keys, ideas, cores) = editor.with_untracked(|editing| {
        let cores = editing.detail.cores.iter();
        let cores: Vec<ReadingCore> = cores
            .filter(|core| editing.core(&core.language).is_some())
            .cloned()
            .collect();
        let ideas = editing.work.topics.len();
        (
            editing.work.title.clone(),
            editing.key_places().len(),
            ideas,
            cores,
        )
    });
    let line = |core: ReadingCore| {
        let shown = if core.shown {
            "approved by a reader"
        } else {
            "not shown until a reader approves it"
        };
        view! { <li>{wording::language(&core.language)}": "{shown}</li> }
    };
    view! {
        <p>{format!("“{title}” becomes fixed: what students read is exactly this. You can then give it to classes.")}</p>
        <ul class="to-mend">
            <li>{crate::pages::staff::words::counted(keys, "key sentence", "key sentences")}</li>
            <li>{match ideas {
                0 => "No idea of the bank: words and key sentences only".to_owned(),
                n => crate::pages::staff::words::counted(n, "idea of the bank", "ideas of the bank"),
            }}</li>
            {list(cores.into_iter().map(line))}
        </ul>
    }
}
