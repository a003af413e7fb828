//! Left sides to be joined with right ones. The right sides carry letters, as on paper; beside each
//! left one a native list offers them, which every device and every screen reader can work, and
//! what was chosen is shown as it is written.

use item_bank::{Part, plain};
use leptos::prelude::*;

use super::{Group, Pen};
use crate::components::{RichText, handle, list, live};
use crate::i18n::{Msg, t};
use crate::state::Draft;

#[component]
pub fn Matching(pen: Pen, left: Vec<Part>, right: Vec<Part>, note: String) -> impl IntoView {
    let offered = right.iter().enumerate().map(|(n, part)| {
        let text = part.text.clone();
        view! {
            <li class="match-offer">
                <span class="match-letter">{letter(n)}</span>
                <span class="match-text" lang="en">
                    <RichText value=text />
                </span>
            </li>
        }
    });
    let offered = list(offered);
    let right = StoredValue::new(right);
    let rows = left
        .into_iter()
        .enumerate()
        .map(move |(n, part)| view! { <Row pen=pen n=n part=part right=right /> });
    view! {
        <Group pen=pen note=note class="match">
            <ul class="match-rows">{list(rows)}</ul>
            <ul class="match-offers" aria-label=t(Msg::MatchOffers)>
                {offered}
            </ul>
        </Group>
    }
}

#[component]
fn Row(pen: Pen, n: usize, part: Part, right: StoredValue<Vec<Part>>) -> impl IntoView {
    let chosen = Memo::new(move |_| pen.draft.with(|draft| joined(draft, n)));
    let options = right.with_value(|right| {
        list(right.iter().enumerate().map(|(at, part)| {
            let text = format!("{} · {}", letter(at), plain(&part.text));
            view! { <option value=at.to_string() lang="en">{text}</option> }
        }))
    });
    view! {
        <li class="match-row">
            <span class="match-text" lang="en" aria-hidden="true">
                <RichText value=part.text spoken_elsewhere=true />
            </span>
            <select
                class="select match-select"
                id=pen.id(n)
                aria-label=part.spoken
                prop:value=Signal::derive(move || {
                    chosen.get().map_or(String::new(), |at| at.to_string())
                })
                disabled=pen.done
                on:change=handle(move |event| {
                    let at = event_target_value(&event).parse().unwrap_or(Draft::NOT_JOINED);
                    pen.write(|draft| draft.join(n, at));
                })
            >
                <option value="">{t(Msg::MatchChoose)}</option>
                {options}
            </select>
            <span class="match-chosen" lang="en" aria-hidden="true">
                {live(move || {
                    let text = chosen.get().and_then(|at| {
                        right.with_value(|right| Some(right.get(usize::from(at))?.text.clone()))
                    });
                    text.map(|text| view! { <RichText value=text spoken_elsewhere=true /> })
                })}
            </span>
        </li>
    }
}

fn joined(draft: &Draft, n: usize) -> Option<u8> {
    let at = draft.places().get(n).copied()?;
    (at != Draft::NOT_JOINED).then_some(at)
}

/// A, B, C ...
fn letter(n: usize) -> String {
    char::from(b'A' + (n % 26) as u8).to_string()
}
