//! One template: what students see, what the checks say, who did what, and the next step.

mod actions;
mod checks;
pub mod compare;
mod history;
pub mod step;
mod stepper;

use std::sync::Arc;

use api::{ProblemCode, TemplateDetail, TemplateDraft, TemplateState};
use item_bank::{Template, TemplateId};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use actions::Actions;
use checks::{Checks, count_findings};
use history::History;
use step::live_version;
use stepper::Stepper;

use super::find::Skills;
use super::preview::Examples;
use super::store::ContentStore;
use super::wording;
use crate::api::ApiError;
use crate::components::{ErrorMessage, Icon, Message, Shape, Tone};
use crate::pages::staff::missing::NothingHere;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::routes;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::{Failed, Stale};

/// Which of a template's texts is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Draft,
    Live,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Preview,
    Checks,
    History,
}

#[component]
pub fn TemplatePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("template")?.parse::<TemplateId>().ok())
    });
    move || match id.get() {
        Some(id) => view! { <OnePage id=id /> }.into_any(),
        None => view! { <NothingHere /> }.into_any(),
    }
}

#[component]
fn OnePage(id: TemplateId) -> impl IntoView {
    let store = ContentStore::enter();
    store.clear_preview();
    store.comparison.set(compare::Comparison::default());
    store.load_detail(id.clone());
    store.load_graph();
    let (again, here) = (id.clone(), id.clone());
    let title = wording::title_of(id.as_str());
    let shown = Memo::new(move |_| store.detail.with(|slot| slot.shown(&id)));
    let tab = RwSignal::new(Tab::Preview);
    view! {
        <div class="content-page template-page">
            <p class="crumb">
                <a href=routes::content()><Icon shape=Shape::ArrowBack />"Library"</a>
            </p>
            <PageHead title=title />
            <div class="status-region" role="status">
                {move || store.stepping.with(|it| it.said).map(|said| view! {
                    <Message tone=Tone::Good><p>{said}</p></Message>
                })}
                {move || store.stepping.with(|it| it.error.clone()).map(|error| view! {
                    <ErrorMessage error=error />
                })}
            </div>
            {move || match shown.get() {
                Shown::Loading => view! { <LoadingTemplate /> }.into_any(),
                Shown::Failed(error) => {
                    let again = again.clone();
                    view! { <NotThere error=error again=move || store.load_detail(again.clone()) /> }
                        .into_any()
                }
                Shown::Ready(detail, stale) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Ready id=here.clone() detail=detail tab=tab />
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Ready(id: TemplateId, detail: Arc<TemplateDetail>, tab: RwSignal<Tab>) -> impl IntoView {
    let store = ContentStore::expect();
    let side = RwSignal::new(if detail.draft.is_some() {
        Side::Draft
    } else {
        Side::Live
    });
    let looked_at = {
        let detail = detail.clone();
        Memo::new(move |_| on_side(&detail, side.get()).cloned())
    };
    let Some(first) = looked_at.get_untracked() else {
        return view! { <Gone id=id detail=detail tab=tab /> }.into_any();
    };
    store.preview_now(first);
    let again = Callback::new(move |()| {
        if let Some(template) = looked_at.get_untracked() {
            store.preview_now(template);
        }
    });
    let look = move |to: Side| {
        if side.get_untracked() != to {
            side.set(to);
            store.clear_preview();
            again.run(());
        }
    };
    let both = live_version(&detail).filter(|_| detail.draft.is_some());
    let state = detail
        .draft
        .as_ref()
        .map_or(TemplateState::Live, |draft| draft.state);
    let pressed = move |which: Side| (side.get() == which).to_string();
    view! {
        <Facts template=looked_at />
        <Stepper state=state />
        {detail.draft.as_ref().map(|draft| view! { <Standing draft=draft.clone() live=both /> })}
        <Actions id=id.clone() detail=detail.clone() />
        <div class="template-tabs">
            <Tabs tab=tab />
            {both.map(|version| view! {
                <div class="segments" role="group" aria-label="Look at">
                    <button type="button" class="segment" aria-pressed=move || pressed(Side::Draft) on:click=move |_| look(Side::Draft)>
                        "The draft"
                    </button>
                    <button type="button" class="segment" aria-pressed=move || pressed(Side::Live) on:click=move |_| look(Side::Live)>
                        {format!("Live version {version}")}
                    </button>
                </div>
            })}
        </div>
        {move || match tab.get() {
            Tab::Preview => view! {
                <h2 class="visually-hidden">"Examples"</h2>
                <Examples again=again />
            }
            .into_any(),
            Tab::Checks => view! { <Checks /> }.into_any(),
            Tab::History => view! { <History detail=detail.clone() /> }.into_any(),
        }}
    }
    .into_any()
}

fn on_side(detail: &TemplateDetail, side: Side) -> Option<&Template> {
    let draft = detail.draft.as_ref().map(|draft| &draft.template);
    match side {
        Side::Draft => draft.or(detail.live.as_ref()),
        Side::Live => detail.live.as_ref().or(draft),
    }
}

#[component]
fn Tabs(tab: RwSignal<Tab>) -> impl IntoView {
    let one = move |which: Tab, name: &'static str| {
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || (tab.get() == which).to_string()
                on:click=move |_| tab.set(which)
            >
                {name}
                {move || {
                    let found = count_findings();
                    (which == Tab::Checks && found > 0).then(|| format!(" ({found})"))
                }}
            </button>
        }
    };
    view! {
        <div class="segments" role="group" aria-label="Show">
            {one(Tab::Preview, "Preview")}
            {one(Tab::Checks, "Checks")}
            {one(Tab::History, "History")}
        </div>
    }
}

/// What it is, in one line.
#[component]
fn Facts(template: Memo<Option<Template>>) -> impl IntoView {
    let store = ContentStore::expect();
    move || {
        let template = template.get()?;
        let skill = store.graph.with(|slot| {
            slot.get(&()).map_or_else(
                || template.skill.to_string(),
                |graph| Skills::of(graph).title(&template.skill),
            )
        });
        let facts = format!(
            "{} · {} · {} · {}",
            wording::kind(template.kind),
            wording::difficulty(template.difficulty),
            template.source,
            template.license,
        );
        let imported = template
            .imported
            .as_ref()
            .and_then(|from| from.book.clone());
        Some(view! {
            <p class="template-facts">
                <a href=routes::content_of(&template.skill)>{skill}</a>
                <span class="soft">" · "{facts}</span>
                {imported.map(|book| view! { <span class="soft">" · from “"{book}"”"</span> })}
            </p>
        })
    }
}

#[component]
fn Standing(draft: TemplateDraft, live: Option<u32>) -> impl IntoView {
    let by = match &draft.authors[..] {
        [] => String::new(),
        authors => format!(" by {}", crate::pages::staff::words::listed(authors)),
    };
    let beside = live.map(|version| format!(" Students meet version {version} meanwhile."));
    view! { <p class="soft">{format!("Revision {}{by}.", draft.revision)}{beside}</p> }
}

/// Retired with nothing begun anew: only the history is left.
#[component]
fn Gone(id: TemplateId, detail: Arc<TemplateDetail>, tab: RwSignal<Tab>) -> impl IntoView {
    tab.set(Tab::History);
    view! {
        <Stepper state=TemplateState::Retired />
        <Actions id=id.clone() detail=detail.clone() />
        <History detail=detail />
    }
}

/// An address of a template that is not, told from a failure.
#[component]
fn NotThere(error: ApiError, again: impl Fn() + 'static) -> impl IntoView {
    if error.code() != Some(ProblemCode::NotFound) {
        return view! { <Failed error=error again=again /> }.into_any();
    }
    view! {
        <Message tone=Tone::Info title="There is no such question">
            <p>"The address may be mistyped. "<a href=routes::content()>"Go to the library"</a></p>
        </Message>
    }
    .into_any()
}

#[component]
fn LoadingTemplate() -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">"Loading the question …"</p>
        <div aria-hidden="true">
            <div class="skeleton skeleton-line"></div>
            <div class="skeleton skeleton-block"></div>
            <div class="skeleton skeleton-table"></div>
        </div>
    }
}
