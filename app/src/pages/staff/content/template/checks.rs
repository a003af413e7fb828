//! What the checks say, in plain words.

use api::{PreviewFinding, PreviewReply};
use leptos::prelude::*;

use crate::components::{Icon, Message, Shape, Tone};
use crate::pages::staff::content::store::ContentStore;
use crate::pages::staff::content::wording;

fn count(of: impl Fn(&PreviewReply) -> usize) -> usize {
    let store = ContentStore::expect();
    store
        .preview
        .with(|preview| preview.reply.as_deref().map_or(0, of))
}

/// What keeps the template that is looked at from being submitted.
pub fn count_failures() -> usize {
    count(|reply| reply.failures.len())
}

pub fn count_findings() -> usize {
    count(|reply| reply.failures.len() + reply.warnings.len())
}

#[component]
pub fn Checks() -> impl IntoView {
    let store = ContentStore::expect();
    let found = Memo::new(move |_| {
        store.preview.with(|preview| {
            let reply = preview.reply.as_deref()?;
            Some((reply.failures.clone(), reply.warnings.clone()))
        })
    });
    view! {
        <section class="checks" aria-label="Checks">
            {move || match found.get() {
                None => view! { <p role="status">"Checking …"</p> }.into_any(),
                Some((failures, warnings)) if failures.is_empty() && warnings.is_empty() => view! {
                    <Message tone=Tone::Good title="Nothing to mend">
                        <p>
                            "The examples can be made and solved, hints keep the answer for the last, \
                             and every foreseen mistake is told its own feedback."
                        </p>
                    </Message>
                }
                .into_any(),
                Some((failures, warnings)) => view! {
                    <Findings title="To mend before it can be submitted" found=failures bad=true />
                    <Findings title="Worth a look" found=warnings bad=false />
                }
                .into_any(),
            }}
        </section>
    }
}

#[component]
fn Findings(title: &'static str, found: Vec<PreviewFinding>, bad: bool) -> impl IntoView {
    if found.is_empty() {
        return ().into_any();
    }
    let one = |finding: PreviewFinding| {
        let (shape, class) = if bad {
            (Shape::Alert, "finding finding-bad")
        } else {
            (Shape::Info, "finding")
        };
        view! {
            <li class=class>
                <Icon shape=shape />
                <span>
                    {wording::finding(&finding.what, "")}
                    {finding.seed.map(|seed| view! {
                        <span class="soft">{format!(" Seen in example {}.", seed + 1)}</span>
                    })}
                </span>
            </li>
        }
    };
    view! {
        <h2 class="checks-title">{title}</h2>
        <ul class="findings">{found.into_iter().map(one).collect_view()}</ul>
    }
    .into_any()
}
