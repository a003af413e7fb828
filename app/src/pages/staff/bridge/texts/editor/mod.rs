//! One text: what Trellis finds in it, what the teacher makes of that, and its way to students.

mod classes;
mod conflict;
mod cores;
mod finds;
mod ideas;
mod panel;
mod preview;
mod reader;
mod sentences;
mod steps;
mod unknown;

use api::{ReadingId, ReadingState};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use classes::Classes;
use conflict::ConflictDialog;
use cores::Cores;
use ideas::Ideas;
use preview::Preview;
use sentences::TheText;
use steps::Steps;
use unknown::Unknown;

use super::editing::{At, Editing};
use super::list::state;
use super::load::{Deed, Said};
use crate::components::{Button, ButtonKind, ErrorMessage, Icon, Message, Shape, Tone, live, when};
use crate::dom;
use crate::pages::staff::bridge::nav::SectionNav;
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::content::{ContentStore, Leaving};
use crate::pages::staff::missing::NothingHere;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::routes;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::Failed;
use crate::pages::staff::words::counted;

/// The text of one page. A task that it starts holds the store alone.
#[derive(Clone, Copy)]
pub struct Editor {
    pub store: BridgeStore,
    pub id: ReadingId,
}

impl Editor {
    /// `T`'s default while it is not open.
    pub fn with<T: Default>(self, read: impl FnOnce(&Editing) -> T) -> T {
        self.store
            .editing
            .with(|slot| slot.get(&self.id).map(read).unwrap_or_default())
    }

    pub fn with_untracked<T: Default>(self, read: impl FnOnce(&Editing) -> T) -> T {
        self.store
            .editing
            .with_untracked(|slot| slot.get(&self.id).map(read).unwrap_or_default())
    }

    /// The only way to change what is typed or chosen.
    pub fn change(self, change: impl FnOnce(&mut Editing)) {
        self.store.change(self.id, change);
    }

    /// Drawn anew only when what it reads turns out otherwise.
    pub fn watch<T>(self, read: impl Fn(&Editing) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.with(&read))
    }

    pub fn may_edit(self) -> bool {
        self.with_untracked(|editing| editing.detail.may_edit)
    }

    /// Whether this or any deed is under way.
    pub fn busy(self, deed: Option<Deed>) -> Signal<bool> {
        Signal::derive(move || {
            self.store.doing.with(|doing| match &deed {
                None => doing.busy.is_some(),
                Some(_) => doing.busy == deed,
            })
        })
    }
}

#[component]
pub fn TextPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("text")?.parse().ok()));
    move || match id.get() {
        Some(id) => view! { <Page id=id /> }.into_any(),
        None => view! { <NothingHere /> }.into_any(),
    }
}

#[component]
fn Page(id: ReadingId) -> impl IntoView {
    let store = BridgeStore::enter();
    let content = ContentStore::enter();
    if content.graph.with_untracked(|slot| slot.get(&()).is_none()) {
        content.load_graph();
    }
    store.load_languages();
    store.load_readings();
    store.open_text(id);
    let editor = Editor { store, id };
    let navigate = use_navigate();
    Effect::new(move || {
        if let Some(copy) = store.doing.with(|doing| doing.copied) {
            // Our addresses begin with the base already.
            let options = NavigateOptions {
                resolve: false,
                ..NavigateOptions::default()
            };
            navigate(&routes::bridge_text(copy), options);
        }
    });
    // Only what the whole page hangs on: what is typed must not draw it anew.
    let shown = Memo::new(move |_| {
        store.editing.with(|slot| match slot.shown(&id) {
            Shown::Loading => Shown::Loading,
            Shown::Failed(error) => Shown::Failed(error),
            Shown::Ready(editing, _) => {
                Shown::Ready((editing.detail.state, editing.detail.may_edit), None)
            }
        })
    });
    view! {
        <div class="content-page agent-page">
            <SectionNav />
            <p class="crumb"><a href=routes::bridge_texts()><Icon shape=Shape::ArrowBack />"Your texts"</a></p>
            {live(move || match shown.get() {
                Shown::Loading => view! {
                    <p class="visually-hidden" role="status">"Opening the text …"</p>
                    <div class="skeleton skeleton-table" aria-hidden="true"></div>
                }
                .into_any(),
                Shown::Failed(error) => view! {
                    <PageHead title="This text cannot be shown" />
                    <Failed error=error again=move || store.read_text(id) />
                }
                .into_any(),
                Shown::Ready((state, _), _) => view! { <Ready editor=editor state=state /> }.into_any(),
            })}
        </div>
    }
}

#[component]
fn Ready(editor: Editor, state: ReadingState) -> impl IntoView {
    let title = editor.with_untracked(|editing| editing.detail.title.clone());
    let unsaved = editor.watch(Editing::is_unsaved);
    let approved = state == ReadingState::Approved;
    let mine = editor.with_untracked(|editing| editing.detail.mine);
    view! {
        <PageHead title=title />
        <About editor=editor />
        <Steps editor=editor state=state />
        <SayRegion editor=editor />
        {editor.may_edit().then(|| view! { <SaveBar editor=editor unsaved=unsaved /> })}
        <div class="agent">
            <div class="agent-main">
                <TheText editor=editor />
                <Cores editor=editor />
            </div>
            <aside class="agent-side" aria-label="What was found, and what becomes of it">
                {(approved && mine).then(|| view! { <Classes editor=editor /> })}
                <Ideas editor=editor />
                <finds::Words editor=editor />
                <Unknown editor=editor />
            </aside>
        </div>
        <Preview editor=editor />
        <ConflictDialog editor=editor />
        <Leaving unsaved=unsaved />
    }
}

#[component]
fn About(editor: Editor) -> impl IntoView {
    let about = editor.watch(|editing| {
        let detail = &editing.detail;
        let words = counted(detail.analysis.words as usize, "word", "words");
        Some((detail.state, format!("by {} · {words}", detail.author)))
    });
    live(move || {
        about.get().map(|(now, about)| {
            let (word, code) = state(now);
            view! {
                <p class="agent-about">
                    <span class="state-chip" data-state=code>{word}</span>
                    " "
                    <span class="soft">{about}</span>
                </p>
            }
        })
    })
}

/// What became of the last press.
#[component]
fn SayRegion(editor: Editor) -> impl IntoView {
    let said = Memo::new(move |_| editor.store.doing.with(|doing| doing.said.clone()));
    view! {
        <div class="status-region review-told" role="status">
            {live(move || match said.get() {
                Said::Nothing => ().into_any(),
                Said::Good(text) => view! { <Message tone=Tone::Good><p>{text}</p></Message> }.into_any(),
                Said::Mend(text) => view! { <Message tone=Tone::Warn><p>{text}</p></Message> }.into_any(),
                Said::Failed(error) => view! { <ErrorMessage error=error /> }.into_any(),
            })}
        </div>
    }
}

/// Sticks to the top of the page: saving is never a scroll away.
#[component]
fn SaveBar(editor: Editor, unsaved: Memo<bool>) -> impl IntoView {
    let saving = editor.busy(Some(Deed::Save));
    let restored = editor.watch(|editing| editing.restored);
    let save = move || {
        let wrong = editor.with_untracked(Editing::wrong);
        if let Some(first) = wrong.first() {
            dom::focus(&field(&first.at));
        }
        editor.store.save_text(editor.id);
    };
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "s" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            save();
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <div class="save-bar">
            <Button kind=ButtonKind::Primary busy=saving press=move || save()>"Save"</Button>
            <span class="save-state" role="status">
                {live(move || match (saving.get(), unsaved.get()) {
                    (true, _) => "Saving …",
                    (_, true) => "Not saved yet",
                    _ => "Everything is saved",
                })}
            </span>
            <span class="soft">"Ctrl+S"</span>
        </div>
        {when(move || restored.get() && unsaved.get(), move || view! {
            <Message tone=Tone::Info title="Your unsaved changes are here again">
                <p>
                    "You left this page without saving. "
                    <button type="button" class="link-button" on:click=move |_| editor.store.read_text(editor.id)>
                        "Throw them away"
                    </button>
                </p>
            </Message>
        })}
    }
}

/// The id of a field's element, for its label and for the focus.
fn field(at: &At) -> String {
    match at {
        At::Title => "agent-title".to_owned(),
        At::Text => "agent-text".to_owned(),
        At::Core(language) => format!("core-{language}"),
    }
}

/// What is wrong at a place; nothing where all is well.
#[component]
fn Complaint(editor: Editor, at: At) -> impl IntoView {
    let id = format!("{}-error", field(&at));
    let what = editor.watch(move |editing| {
        let mut wrong = editing.wrong().into_iter();
        wrong.find(|wrong| wrong.at == at).map(|wrong| wrong.what)
    });
    view! {
        <p class="field-error" id=id hidden=move || what.with(Option::is_none)>
            <Icon shape=Shape::Alert />
            <span>{move || what.get()}</span>
        </p>
    }
}
