//! The form on the page, with examples of what it makes beside it.

mod answer;
mod conflict;
mod fields;
mod lists;
mod sections;
mod side;
mod state;
mod words;

use item_bank::TemplateId;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use conflict::ConflictDialog;
use fields::Wrong;
use sections::Sections;
use side::Side;
pub use state::{Editing, Editor, Key, Saving};

use super::form::Scalar;
use super::leaving::Leaving;
use super::store::ContentStore;
use super::wording;
use crate::components::{Button, ButtonKind, ErrorMessage, Icon, Message, Shape, Tone};
use crate::dom;
use crate::pages::staff::missing::NothingHere;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::routes;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::Failed;

/// `/content/new`, `/content/new?from=id`, `/content/new?skill=code`
#[component]
pub fn NewPage() -> impl IntoView {
    let query = use_query_map();
    let key = query.with_untracked(|query| {
        let from = query.get("from").and_then(|id| id.parse().ok());
        from.map_or(Key::New, Key::Copy)
    });
    let skill = query
        .with_untracked(|query| query.get("skill"))
        .unwrap_or_default();
    view! { <EditorPage key=key skill=skill /> }
}

/// `/content/templates/:template/edit`
#[component]
pub fn EditPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("template")?.parse::<TemplateId>().ok())
    });
    move || match id.get() {
        Some(id) => view! { <EditorPage key=Key::Edit(id) skill=String::new() /> }.into_any(),
        None => view! { <NothingHere /> }.into_any(),
    }
}

#[component]
fn EditorPage(key: Key, skill: String) -> impl IntoView {
    let store = ContentStore::enter();
    store.clear_preview();
    store.load_graph();
    let editor = Editor::new(store, key.clone());
    editor.open(&skill);
    let (title, back) = match &key {
        Key::New => ("Write a question".to_owned(), routes::content()),
        Key::Copy(id) => (
            format!("Start from “{}”", wording::title_of(id.as_str())),
            routes::template(id),
        ),
        Key::Edit(id) => (
            format!("Edit “{}”", wording::title_of(id.as_str())),
            routes::template(id),
        ),
    };
    // Only whether it is there: what is typed must not draw the form anew.
    let shown = Memo::new(move |_| {
        store.editing.with(|slot| match slot.shown(&key) {
            Shown::Loading => Shown::Loading,
            Shown::Failed(error) => Shown::Failed(error),
            Shown::Ready(editing, _) => Shown::Ready(editing.opened, None),
        })
    });
    view! {
        <div class="content-page editor-page">
            <p class="crumb"><a href=back><Icon shape=Shape::ArrowBack />"Back"</a></p>
            <PageHead title=title />
            {move || match shown.get() {
                Shown::Loading => view! { <p role="status">"Opening …"</p> }.into_any(),
                Shown::Failed(error) => {
                    view! { <Failed error=error again=move || editor.open("") /> }.into_any()
                }
                Shown::Ready(..) => view! { <EditorForm editor=editor /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn EditorForm(editor: Editor) -> impl IntoView {
    let unsaved = Memo::new(move |_| editor.with(Editing::is_unsaved));
    let save = move || {
        if let Some(first) = editor.save() {
            dom::focus(&fields::dom_id(first));
        }
    };
    Wrong::provide(editor);
    view! {
        <SaveBar editor=editor unsaved=unsaved />
        <form
            class="editor"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
            on:keydown=move |event| {
                if event.key() == "s" && (event.ctrl_key() || event.meta_key()) {
                    event.prevent_default();
                    save();
                }
            }
        >
            <Sections editor=editor />
            <div class="editor-end">
                <Button kind=ButtonKind::Primary submit=true>"Save draft"</Button>
                <span class="soft">"Or press Ctrl+S. A draft is seen by teachers only."</span>
            </div>
        </form>
        <Side editor=editor />
        <ConflictDialog editor=editor />
        <Leaving unsaved=unsaved />
    }
}

/// Sticks to the top of the page: saving is never a scroll away.
#[component]
fn SaveBar(editor: Editor, unsaved: Memo<bool>) -> impl IntoView {
    let saving = Memo::new(move |_| editor.with(|editing| editing.saving.clone()));
    let busy = Signal::derive(move || saving.with(|saving| *saving == Saving::Busy));
    let page = Memo::new(move |_| {
        editor.with(|editing| {
            let id = editing
                .revision
                .map(|_| super::form::slug(editing.form.get(Scalar::Id)));
            id.and_then(|id| id.parse::<TemplateId>().ok())
        })
    });
    let restored = editor.with_untracked(|editing| editing.restored);
    let press = move || {
        if let Some(first) = editor.save() {
            dom::focus(&fields::dom_id(first));
        }
    };
    view! {
        <div class="save-bar">
            <Button kind=ButtonKind::Primary busy=busy press=press>"Save draft"</Button>
            <span class="save-state" role="status">
                {move || match (saving.get(), unsaved.get()) {
                    (Saving::Busy, _) => "Saving …",
                    (Saving::Invalid, true) => "Not saved: mend what is marked first.",
                    (_, true) => "Not saved yet",
                    (Saving::Done, false) => "Saved",
                    _ => "No changes",
                }}
            </span>
            {move || page.get().map(|id| view! {
                <a class="button" href=routes::template(&id)>"To its page: submit, history"</a>
            })}
        </div>
        <div class="status-region" role="alert">
            {move || saving.with(|saving| match saving {
                Saving::Failed(error) => Some(view! { <ErrorMessage error=error.clone() /> }),
                _ => None,
            })}
        </div>
        {restored.then(|| view! {
            <Message tone=Tone::Info title="Your unsaved changes are here again">
                <p>
                    "You left this page without saving. "
                    <button type="button" class="link-button" on:click=move |_| editor.discard()>
                        "Throw them away"
                    </button>
                </p>
            </Message>
        })}
    }
}
