//! The texts of a language side by side with their English, at most eight at a time.

mod body;
mod filters;
pub mod load;
pub mod query;
mod screen;
mod seen;
mod text;

use item_bank::LanguageTag;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use filters::{Asking, Filters, States};
use load::Told;
use query::{Asked, Query};
use screen::{ApproveScreen, Pager};
use seen::Seen;
use text::{OneText, Place};

use super::nav::SectionNav;
use super::store::BridgeStore;
use super::tongue::Tongue;
use super::wording;
use crate::components::{ErrorMessage, Icon, Message, Shape, Tone, list, live};
use crate::pages::staff::content::ContentStore;
use crate::pages::staff::missing::NothingHere;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::routes;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::Failed;
use crate::pages::staff::words::counted;

/// Where a new screen begins.
const TOP: &str = "review-list";

#[component]
pub fn ReviewPage() -> impl IntoView {
    let params = use_params_map();
    let tag = Memo::new(move |_| {
        params.with(|params| params.get("language")?.parse::<LanguageTag>().ok())
    });
    let query = use_query_map();
    move || match tag.get() {
        Some(tag) => {
            let state = query.with_untracked(|query| query.get("state"));
            let state = state.and_then(|code| wording::state_of(&code));
            view! { <Review tag=tag query=Query { state, ..Query::default() } /> }.into_any()
        }
        None => view! { <NothingHere /> }.into_any(),
    }
}

#[component]
fn Review(tag: LanguageTag, query: Query) -> impl IntoView {
    let store = BridgeStore::enter();
    let content = ContentStore::enter();
    store.load_languages();
    if content.graph.with_untracked(|slot| slot.get(&()).is_none()) {
        content.load_graph();
    }
    let asking = Asking {
        store,
        asked: RwSignal::new(Asked {
            language: tag.clone(),
            query,
        }),
    };
    asking.ask(0, |_| ());
    let graph = Signal::derive(move || content.graph.with(|slot| slot.get(&()).cloned()));
    let known = tag.clone();
    let language = Memo::new(move |_| {
        let found = store.language_now(&known)?;
        Some((found.name, found.right_to_left, found.may_review))
    });
    let english = wording::language(&tag);
    view! {
        <div class="content-page review-page">
            <SectionNav />
            <p class="crumb"><a href=routes::bridge()><Icon shape=Shape::ArrowBack />"Languages"</a></p>
            <PageHead title=format!("Review: {english}") />
            {live(move || language.get().map(|(_, _, may_review)| {
                view! { <WhoReads may_review=may_review english=english.clone() tag=tag.clone() /> }
            }))}
            <States asking=asking />
            <Filters asking=asking graph=graph />
            <TellRegion asking=asking />
            <Texts asking=asking language=language />
        </div>
    }
}

/// Whether one may decide here, and who can otherwise.
#[component]
fn WhoReads(may_review: bool, english: String, tag: LanguageTag) -> impl IntoView {
    if may_review {
        return view! {
            <p class="content-lead">
                {format!("You are a reader of {english}. Compare both sides: the idea, the words kept in English, \
                          the tone for a child. An approval counts for exactly this text; if a letter of either side \
                          changes, it waits again.")}
            </p>
        }
        .into_any();
    }
    view! {
        <Message tone=Tone::Info title=format!("You can look, not approve: you are not named as a reader of {english}")>
            <p>
                "Texts are approved by staff who read the language. The person who runs Trellis names them: "
                <code>{format!("trellis user reader --username NAME --language {tag}")}</code>
            </p>
        </Message>
    }
    .into_any()
}

/// Stays in sight: a decision is told where the reader is.
#[component]
fn TellRegion(asking: Asking) -> impl IntoView {
    let told = Memo::new(move |_| {
        let asked = asking.asked.get();
        asking
            .store
            .reviewing
            .with(|slot| slot.get(&asked).map(|now| now.told.clone()))
    });
    view! {
        <div class="status-region review-told" role="status">
            {live(move || match told.get() {
                None | Some(Told::Nothing) => ().into_any(),
                Some(Told::Done(said)) => {
                    view! { <Message tone=Tone::Good><p>{said}</p></Message> }.into_any()
                }
                Some(Told::Changed(said)) => {
                    view! { <Message tone=Tone::Warn><p>{said}</p></Message> }.into_any()
                }
                Some(Told::Failed(error)) => view! { <ErrorMessage error=error /> }.into_any(),
            })}
        </div>
    }
}

/// Name, direction, and whether one may decide.
type Language = (String, bool, bool);

#[component]
fn Texts(asking: Asking, language: Memo<Option<Language>>) -> impl IntoView {
    let store = asking.store;
    let seen = Seen::follow();
    // Who reads what is not known: nothing can be offered, and the page says why.
    let unknown = Memo::new(
        move |_| match store.languages.with(|slot| slot.shown(&())) {
            Shown::Failed(error) => Some(error),
            _ => None,
        },
    );
    // What is drawn anew: other texts, not other states of the same.
    let shown = Memo::new(move |_| {
        let asked = asking.asked.get();
        store.reviewing.with(|slot| match slot.shown(&asked) {
            Shown::Loading => Shown::Loading,
            Shown::Failed(error) => Shown::Failed(error),
            Shown::Ready(now, _) => {
                let marks: Vec<String> = now.texts.iter().map(text::mark).collect();
                Shown::Ready((marks, now.found), None)
            }
        })
    });
    view! {
        <div class="content-count" id=TOP tabindex="-1">
            <span role="status">
                {live(move || match shown.get() {
                    Shown::Ready((marks, found), _) if found as usize > marks.len() => {
                        format!("{} of {} on this screen", marks.len(), counted(found as usize, "text", "texts"))
                    }
                    Shown::Ready((_, found), _) => counted(found as usize, "text", "texts"),
                    Shown::Loading => "Loading the texts …".to_owned(),
                    Shown::Failed(_) => String::new(),
                })}
            </span>
        </div>
        {live(move || match (shown.get(), language.get()) {
            (Shown::Failed(error), _) => {
                let again = move || asking.ask(0, |_| ());
                view! { <Failed error=error again=again /> }.into_any()
            }
            (Shown::Ready((marks, _), _), Some(_)) if marks.is_empty() => {
                view! { <NoneFound asking=asking /> }.into_any()
            }
            (Shown::Ready(..), Some(language)) => {
                view! { <Screen asking=asking language=language seen=seen /> }.into_any()
            }
            (Shown::Ready(..), None) if unknown.with(Option::is_some) => {
                let again = move || store.load_languages();
                unknown.get().map(|error| view! { <Failed error=error again=again /> }).into_any()
            }
            _ => view! { <div class="skeleton skeleton-table" aria-hidden="true"></div> }.into_any(),
        })}
    }
}

#[component]
fn Screen(asking: Asking, language: Language, seen: Seen) -> impl IntoView {
    let asked = asking.asked.get_untracked();
    let (_, right_to_left, may_review) = language;
    let tongue = Tongue::new(&asked.language, right_to_left);
    let texts = asking.store.reviewing.with_untracked(|slot| {
        let now = slot.get(&asked);
        now.map(|now| now.texts.clone()).unwrap_or_default()
    });
    seen.look_soon();
    let rows = texts.into_iter().enumerate().map(|(at, text)| {
        let place = Place {
            asked: asked.clone(),
            unit: text.unit.clone(),
            number: at + 1,
        };
        let tongue = tongue.clone();
        view! { <li><OneText text=text place=place tongue=tongue may_review=may_review /></li> }
    });
    view! {
        <ol class="pairs">{list(rows)}</ol>
        {may_review.then(|| view! { <ApproveScreen asking=asking seen=seen /> })}
        <Pager asking=asking />
    }
}

#[component]
fn NoneFound(asking: Asking) -> impl IntoView {
    let (narrow, state) = asking
        .asked
        .with_untracked(|asked| (asked.query.is_narrow(), asked.query.state));
    let title = match (narrow, state) {
        (true, _) => "No text fits all of that",
        (false, Some(api::TextState::Drafted)) => "No draft is left",
        (false, Some(api::TextState::Changed)) => "No approved text has changed",
        (false, Some(api::TextState::Returned)) => "No text is returned",
        (false, Some(api::TextState::Approved)) => "No text is approved yet",
        (false, None) => "There are no texts in this language yet",
    };
    view! {
        <Message tone=Tone::Info title=title>
            <button type="button" class="link-button" on:click=move |_| asking.ask(0, |query| *query = Query::default())>
                "Show all texts"
            </button>
        </Message>
    }
}
