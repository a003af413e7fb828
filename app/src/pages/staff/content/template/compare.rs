//! Two texts of a template side by side.

use std::sync::Arc;

use api::TemplateDetail;
use item_bank::{Template, TemplateId};
use leptos::prelude::*;

use crate::api::ApiError;
use crate::components::ErrorMessage;
use crate::pages::staff::content::diff::{Change, Run, diff};
use crate::pages::staff::content::store::ContentStore;

/// One of the texts that a template has had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Version(u32),
    Revision(u32),
}

impl Which {
    fn code(self) -> String {
        match self {
            Self::Version(n) => format!("v{n}"),
            Self::Revision(n) => format!("r{n}"),
        }
    }

    fn name(self) -> String {
        match self {
            Self::Version(n) => format!("Version {n}"),
            Self::Revision(n) => format!("Revision {n}"),
        }
    }
}

type Read = Result<Arc<Template>, ApiError>;

/// What is compared, and what of it has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    id: Option<TemplateId>,
    sides: [Option<Which>; 2],
    read: [Option<Read>; 2],
}

impl Comparison {
    fn choose(&mut self, id: &TemplateId, side: usize, which: Which) {
        self.id = Some(id.clone());
        self.sides[side] = Some(which);
        self.read[side] = None;
    }

    /// A reply; one about what is no longer compared is dropped.
    pub fn came(&mut self, id: &TemplateId, which: Which, read: Read) {
        if self.id.as_ref() != Some(id) {
            return;
        }
        for side in 0..2 {
            if self.sides[side] == Some(which) {
                self.read[side] = Some(read.clone());
            }
        }
    }
}

/// Newest first: revisions of the draft, then versions.
fn texts(detail: &TemplateDetail) -> Vec<Which> {
    let mut revisions: Vec<u32> = detail
        .history
        .iter()
        .filter_map(|event| event.revision)
        .collect();
    revisions.extend(detail.draft.as_ref().map(|draft| draft.revision));
    revisions.sort_unstable();
    revisions.dedup();
    let versions = detail.versions.iter().rev().map(|n| Which::Version(*n));
    revisions
        .into_iter()
        .rev()
        .map(Which::Revision)
        .chain(versions)
        .collect()
}

#[component]
pub fn Compare(detail: Arc<TemplateDetail>) -> impl IntoView {
    let store = ContentStore::expect();
    let texts = texts(&detail);
    let id = detail.draft.as_ref().map(|draft| draft.template.id.clone());
    let id = id.or_else(|| detail.live.as_ref().map(|live| live.id.clone()));
    let Some(id) = id.filter(|_| texts.len() > 1) else {
        return ().into_any();
    };
    let choose = {
        let id = id.clone();
        move |side: usize, which: Which| {
            store.comparison.update(|it| it.choose(&id, side, which));
            store.load_side(id.clone(), which);
        }
    };
    // The live text against the newest, or the two newest.
    let before = texts
        .iter()
        .find(|which| matches!(which, Which::Version(_)));
    let before = before
        .filter(|which| **which != texts[0])
        .unwrap_or(&texts[1]);
    choose(0, *before);
    choose(1, texts[0]);
    let picker = move |side: usize, name: &'static str| {
        let (texts, choose) = (texts.clone(), choose.clone());
        let of = texts.clone();
        view! {
            <label class="compare-side">
                {name}
                <select
                    class="select"
                    on:change:target=move |event| {
                        let code = event.target().value();
                        if let Some(which) = of.iter().find(|which| which.code() == code) {
                            choose(side, *which);
                        }
                    }
                >
                    {texts
                        .into_iter()
                        .map(|which| {
                            let chosen = move || {
                                store.comparison.with(|it| it.sides[side] == Some(which))
                            };
                            view! { <option value=which.code() prop:selected=chosen>{which.name()}</option> }
                        })
                        .collect_view()}
                </select>
            </label>
        }
    };
    view! {
        <section class="compare" aria-labelledby="compare-title">
            <h2 class="checks-title" id="compare-title">"What changed"</h2>
            <div class="compare-sides">{picker(0, "From")}{picker(1, "To")}</div>
            {move || store.comparison.with(|it| match &it.read {
                [Some(Ok(old)), Some(Ok(new))] => view! { <Changes changes=diff(old, new) /> }.into_any(),
                [Some(Err(error)), _] | [_, Some(Err(error))] => {
                    view! { <ErrorMessage error=error.clone() /> }.into_any()
                }
                _ => view! { <p class="soft" role="status">"Reading both …"</p> }.into_any(),
            })}
        </section>
    }
    .into_any()
}

/// Field by field; what went is struck through, what came is underlined.
#[component]
pub fn Changes(changes: Vec<Change>) -> impl IntoView {
    if changes.is_empty() {
        return view! { <p class="soft">"Nothing differs."</p> }.into_any();
    }
    let run = |run: Run| match run {
        Run::Same(text) => text.into_any(),
        Run::Gone(text) => view! { <del>{text}</del> }.into_any(),
        Run::Came(text) => view! { <ins>{text}</ins> }.into_any(),
    };
    view! {
        <dl class="changes">
            {changes
                .into_iter()
                .map(|change| view! {
                    <dt>{change.field}</dt>
                    <dd>{change.runs.into_iter().map(run).collect_view()}</dd>
                })
                .collect_view()}
        </dl>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::staff::content::form::sample;

    #[test]
    fn a_reply_about_what_is_no_longer_compared_is_dropped() {
        let id = sample().id;
        let mut comparison = Comparison::default();
        comparison.choose(&id, 0, Which::Version(1));
        comparison.choose(&id, 0, Which::Version(2));
        comparison.came(&id, Which::Version(1), Ok(Arc::new(sample())));
        assert_eq!(comparison.read, [None, None]);
        comparison.came(&id, Which::Version(2), Ok(Arc::new(sample())));
        assert!(comparison.read[0].is_some());
    }

    #[test]
    fn texts_are_listed_newest_first() {
        let detail = TemplateDetail {
            live: Some(sample()),
            draft: None,
            history: Vec::new(),
            versions: vec![1, 2],
        };
        assert_eq!(texts(&detail), [Which::Version(2), Which::Version(1)]);
    }
}
