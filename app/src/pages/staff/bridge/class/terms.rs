//! The words that the class has met.

use std::sync::Arc;

use api::{ClassBridge, ClassTerm};
use leptos::prelude::*;

use super::order::{Column, Order};
use crate::components::{Message, Tone, list, live};
use crate::pages::staff::bridge::wording;

#[component]
pub fn Terms(report: Arc<ClassBridge>) -> impl IntoView {
    let rule = report.rule;
    let about = format!(
        "Numbers are students, of {} in the class. A word is used well after {} correct uses in English on {} \
         days: its card then folds. One wrong use opens it again.",
        report.students.len(),
        rule.uses,
        rule.days
    );
    let table = if report.terms.is_empty() {
        view! {
            <Message tone=Tone::Info title="No word has been met yet">
                <p>"Words appear here once a student has opened the bridge beside a question."</p>
            </Message>
        }
        .into_any()
    } else {
        view! { <Table report=report /> }.into_any()
    };
    view! {
        <section aria-labelledby="terms-title">
            <h2 class="class-part" id="terms-title">"Words"</h2>
            <p class="soft content-lead">{about}</p>
            {table}
        </section>
    }
}

#[component]
fn Table(report: Arc<ClassBridge>) -> impl IntoView {
    let order = RwSignal::new(Order::default());
    let head = move |column: Column| {
        view! {
            <th scope="col" aria-sort=move || order.get().aria_sort(column)>
                <button
                    type="button"
                    class="sort-plain"
                    on:click=move |_| order.update(|order| *order = order.pressed(column))
                >
                    {column.name()}
                    <span class="sort-mark" aria-hidden="true"></span>
                </button>
            </th>
        }
    };
    view! {
        <div class="wide" role="region" aria-label="Words of the class" tabindex="0">
            <table class="plain-table class-words">
                <caption class="visually-hidden">"Words of the class, with the number of students for each"</caption>
                <thead><tr>{list(Column::ALL.map(head))}</tr></thead>
                <tbody>
                    {live(move || {
                        let mut terms = report.terms.clone();
                        order.get().sort(&mut terms);
                        list(terms.into_iter().map(|term| view! { <Row term=term /> }))
                    })}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(term: ClassTerm) -> impl IntoView {
    let cell = |column: Column| {
        let n = column.of(&term);
        let class = if n == 0 { "count count-none" } else { "count" };
        view! {
            <td class=class>
                {n}
                <span class="visually-hidden">{if n == 1 { " student" } else { " students" }}</span>
            </td>
        }
    };
    let cells = list(Column::ALL.into_iter().skip(1).map(cell));
    let tier = wording::tier(term.tier);
    view! {
        <tr>
            <th scope="row">
                <bdi class="agent-word-name" lang="en" dir="ltr">{term.en.clone()}</bdi>
                <span class="soft class-tier">{tier}</span>
            </th>
            {cells}
        </tr>
    }
}
