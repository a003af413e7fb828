//! What comes from others: named, counted, with its licence.

use std::sync::Arc;

use api::{Attribution, ImportedSource};
use item_bank::LicenseFrom;
use leptos::prelude::*;

use super::nav::SectionNav;
use super::store::ContentStore;
use crate::components::{Message, Tone};
use crate::pages::staff::page::PageHead;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::{Failed, Stale};
use crate::pages::staff::words::counted;

#[component]
pub fn AttributionPage() -> impl IntoView {
    let store = ContentStore::enter();
    store.load_attribution();
    let shown = Memo::new(move |_| store.attribution.with(|slot| slot.shown(&())));
    view! {
        <div class="content-page">
            <SectionNav />
            <PageHead title="Attribution" />
            <p class="soft content-lead">
                "Questions that other projects wrote and gave to everyone, under the license that each \
                 came with. Everything else was written for Trellis, or by the teachers of this district."
            </p>
            {move || match shown.get() {
                Shown::Loading => view! { <p role="status">"Loading the sources …"</p> }.into_any(),
                Shown::Failed(error) => {
                    view! { <Failed error=error again=move || store.load_attribution() /> }.into_any()
                }
                Shown::Ready(found, stale) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Sources found=found />
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Sources(found: Arc<Attribution>) -> impl IntoView {
    if found.sources.is_empty() {
        return view! {
            <Message tone=Tone::Info title="Nothing here comes from another project">
                <p>"When questions are imported, their books and licenses are listed on this page."</p>
            </Message>
        }
        .into_any();
    }
    let all: u32 = found.sources.iter().map(|source| source.templates).sum();
    let summary = format!(
        "{} from {}",
        counted(all as usize, "question", "questions"),
        counted(found.sources.len(), "source", "sources"),
    );
    view! {
        <p class="content-count">{summary}</p>
        <ul class="sources">
            {found.sources.iter().cloned().map(|source| view! { <Source source=source /> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn Source(source: ImportedSource) -> impl IntoView {
    let name = source
        .book
        .clone()
        .unwrap_or_else(|| "Without the name of a book".to_owned());
    let lessons = source.titles.len();
    view! {
        <li class="card source">
            <h2 class="source-title">{name}</h2>
            <p>{counted(source.templates as usize, "question", "questions")}</p>
            <dl class="source-facts">
                <dt>"License"</dt>
                <dd>{source.license}<span class="soft">{named_by(source.license_from)}</span></dd>
                {source.url.map(|url| view! {
                    <dt>"Found at"</dt>
                    <dd>{link(url)}</dd>
                })}
            </dl>
            {(lessons > 0).then(|| view! {
                <details class="source-lessons">
                    <summary>{counted(lessons, "lesson", "lessons")}</summary>
                    <ul>{source.titles.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ul>
                </details>
            })}
        </li>
    }
}

/// Only what a browser fetches; anything else that an import says stays a text.
fn link(url: String) -> AnyView {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme);
    if !matches!(scheme, Some("https" | "http")) {
        return url.into_any();
    }
    let href = url.clone();
    view! {
        <a class="source-link" href=href rel="noreferrer noopener" target="_blank">{url}</a>
    }
    .into_any()
}

fn named_by(level: LicenseFrom) -> &'static str {
    match level {
        LicenseFrom::Hint => " · named by each hint",
        LicenseFrom::Problem => " · named by each question",
        LicenseFrom::Course => " · named by the course",
        LicenseFrom::Repository => " · named by the whole project",
    }
}
