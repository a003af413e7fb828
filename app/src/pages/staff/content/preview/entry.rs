//! How an answer is given, drawn as it looks before anything is entered.

use item_bank::{CellView, Entry, Part};
use leptos::prelude::*;

use super::scale::{Grid, Line};
use crate::components::{RichText, list};

#[component]
pub fn Entered(entry: Entry, unit: Option<String>, note: String) -> impl IntoView {
    let drawn = match entry {
        Entry::Text(_) => view! {
            <p class="enter-row">
                <span class="enter-box" role="img" aria-label="answer box"></span>
                {unit.map(|unit| view! { <span>{unit}</span> })}
            </p>
        }
        .into_any(),
        Entry::One(parts) => marked(parts, "enter-radio"),
        Entry::Many(parts) => marked(parts, "enter-check"),
        Entry::Order(parts) => marked(parts, "enter-grip"),
        Entry::Match([left, right]) => view! {
            <div class="enter-match">
                {marked(left, "enter-dot")}
                {marked(right, "enter-dot")}
            </div>
        }
        .into_any(),
        Entry::Points(axis, count) => {
            let ask = format!("{count} to mark");
            view! { <Line axis=axis /> <p class="soft">{ask}</p> }.into_any()
        }
        Entry::Interval(axis) => {
            view! { <Line axis=axis /> <p class="soft">"A part of the line to mark"</p> }.into_any()
        }
        Entry::Plot([x, y], count) => {
            let ask = format!("{count} to mark");
            view! { <Grid x=x y=y /> <p class="soft">{ask}</p> }.into_any()
        }
        Entry::Table { header, rows } => view! {
            <div class="enter-table-room">
                <table class="enter-table">
                    {(!header.is_empty()).then(|| view! {
                        <thead>
                            <tr>{list(header.into_iter().map(|cell| view! {
                                <th scope="col"><RichText value=cell /></th>
                            }))}</tr>
                        </thead>
                    })}
                    <tbody>
                        {list(rows.into_iter().map(|row| view! {
                            <tr>{list(row.into_iter().map(cell))}</tr>
                        }))}
                    </tbody>
                </table>
            </div>
        }
        .into_any(),
    };
    view! {
        <div class="enter">
            {(!note.is_empty()).then(|| view! { <p class="enter-note soft">{note}</p> })}
            {drawn}
        </div>
    }
}

fn cell(cell: CellView) -> AnyView {
    match cell {
        CellView::Given(text) => view! { <td><RichText value=text /></td> }.into_any(),
        CellView::Gap => view! {
            <td><span class="enter-box enter-gap" role="img" aria-label="gap"></span></td>
        }
        .into_any(),
    }
}

fn marked(parts: Vec<Part>, mark: &'static str) -> AnyView {
    let part = |part: Part| {
        view! {
            <li class="enter-part">
                <span class=format!("enter-mark {mark}") aria-hidden="true"></span>
                <span><RichText value=part.text /></span>
            </li>
        }
    };
    view! { <ul class="enter-parts">{list(parts.into_iter().map(part))}</ul> }.into_any()
}
