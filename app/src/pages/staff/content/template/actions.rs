//! What can be done with a template now.

use std::sync::Arc;

use api::{TemplateDetail, TemplateState};
use item_bank::TemplateId;
use leptos::prelude::*;

use super::checks::count_failures;
use super::step::{Offer, Word, offers};
use crate::components::{Button, ButtonKind, Dialog};
use crate::dom;
use crate::pages::staff::content::store::ContentStore;
use crate::pages::staff::routes;

#[component]
pub fn Actions(id: TemplateId, detail: Arc<TemplateDetail>) -> impl IntoView {
    let chosen = RwSignal::new(None::<Offer>);
    let draft = detail.draft.clone();
    let may_edit = draft.as_ref().is_none_or(|draft| draft.may_edit);
    let readable = draft.is_some() || detail.live.is_some() || !detail.versions.is_empty();
    let edit = match &draft {
        Some(draft) if draft.state == TemplateState::Draft => "Edit",
        Some(_) => "Edit (back to draft)",
        None => "New version",
    };
    let retire = detail
        .live
        .as_ref()
        .filter(|_| draft.is_none())
        .map(|live| Offer {
            word: Word::Retire,
            main: false,
            barred: None,
            revision: live.version,
        });
    let (edit_at, copy_at) = (routes::template_edit(&id), routes::content_copy(&id));
    let open = Memo::new(move |_| {
        draft
            .as_ref()
            .map(|draft| offers(draft, count_failures()))
            .unwrap_or_default()
    });
    view! {
        <div class="actions" role="group" aria-label="What to do with it">
            {move || open.get().into_iter().map(|offer| view! { <OfferButton offer=offer chosen=chosen /> }).collect_view()}
            {(may_edit && readable).then(|| view! { <a class="button" href=edit_at>{edit}</a> })}
            {readable.then(|| view! { <a class="button button-quiet" href=copy_at>"Start from this one"</a> })}
            {retire.map(|offer| view! { <OfferButton offer=offer chosen=chosen /> })}
        </div>
        <StepDialog id=id chosen=chosen />
    }
}

/// A step that is barred stays reachable, since its reason must be: pressing it does nothing.
#[component]
fn OfferButton(offer: Offer, chosen: RwSignal<Option<Offer>>) -> impl IntoView {
    let class = match (offer.main, offer.word) {
        (true, _) => "button button-primary",
        (false, Word::Retire) => "button button-quiet",
        (false, _) => "button",
    };
    let why = format!("why-not-{}", offer.word.verb());
    let barred = offer.barred.clone();
    let label = offer.word.label();
    let press = {
        let offer = offer.clone();
        move |_| {
            if offer.barred.is_none() {
                chosen.set(Some(offer.clone()));
            }
        }
    };
    view! {
        <button
            type="button"
            class=class
            aria-disabled=barred.is_some().then_some("true")
            aria-describedby=barred.is_some().then(|| why.clone())
            on:click=press
        >
            {label}
        </button>
        {barred.map(|text| view! { <p class="action-why soft" id=why>{text}</p> })}
    }
}

#[component]
fn StepDialog(id: TemplateId, chosen: RwSignal<Option<Offer>>) -> impl IntoView {
    let store = ContentStore::expect();
    let note = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let close = move || {
        chosen.set(None);
        note.set(String::new());
        missing.set(false);
    };
    let go = move |offer: Offer| {
        let text = note.get_untracked();
        if offer.word.needs_note() && text.trim().is_empty() {
            missing.set(true);
            dom::focus("step-note");
            return;
        }
        store.step(id.clone(), offer.word, offer.revision, text);
        close();
        dom::focus_soon("page-title");
    };
    let go = StoredValue::new(go);
    let title = move || chosen.with(|it| it.as_ref().map_or("", |it| it.word.title()).to_owned());
    view! {
        <Dialog
            id="step-dialog"
            title=Signal::derive(title)
            open=Signal::derive(move || chosen.with(Option::is_some))
            on_dismiss=Callback::new(move |()| close())
        >
            {move || chosen.get().map(|offer| {
                let word = offer.word;
                view! {
                    <p>{word.consequence()}</p>
                    <div class="field step-note">
                        <label class="field-label" for="step-note">{word.note_label()}</label>
                        <textarea
                            class="input"
                            id="step-note"
                            rows="3"
                            maxlength="1000"
                            aria-invalid=move || missing.get().then_some("true")
                            aria-describedby="step-note-error"
                            prop:value=move || note.get()
                            on:input:target=move |event| note.set(event.target().value())
                        ></textarea>
                        <p class="field-error" id="step-note-error" hidden=move || !missing.get()>
                            "Write a word or two: its author reads only this."
                        </p>
                    </div>
                    <div class="dialog-actions">
                        <Button kind=ButtonKind::Primary press=move || go.with_value(|go| go(offer.clone()))>
                            {word.label()}
                        </Button>
                        <Button press=move || close()>"Cancel"</Button>
                    </div>
                }
            })}
        </Dialog>
    }
}
