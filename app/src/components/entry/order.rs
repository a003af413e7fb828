//! Parts to be put into their order: each row has an Up and a Down button, and a grip to drag.
//!
//! The rows are places that stay; parts move through them. So nothing under a finger or with the
//! focus is ever drawn anew.

use item_bank::Part;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::{Group, Pen};
use crate::components::{Icon, RichText, Shape, handle, list, live, press};
use crate::dom;
use crate::i18n::{Msg, t};

#[component]
pub fn Order(pen: Pen, parts: Vec<Part>, note: String) -> impl IntoView {
    let count = parts.len();
    let parts = StoredValue::new(parts);
    let dragged = RwSignal::new(None::<usize>);
    let drag = move |event: PointerEvent| {
        let Some(from) = dragged.get_untracked() else {
            return;
        };
        let to = row_at(&pen, count, f64::from(event.client_y()));
        if to != from {
            pen.write(|draft| draft.carry(from, to));
            dragged.set(Some(to));
        }
    };
    let drop = move |_: PointerEvent| {
        if let Some(at) = dragged.get_untracked() {
            dragged.set(None);
            tell(pen, parts, at, count);
        }
    };
    let row = move |n| view! { <Row pen=pen parts=parts n=n count=count dragged=dragged /> };
    view! {
        <Group pen=pen note=note class="entry-order">
            <ol
                class="order"
                id=pen.named("list")
                on:pointermove=handle(drag)
                on:pointerup=handle(drop)
                on:pointercancel=handle(drop)
            >
                {list((0..count).map(row))}
            </ol>
        </Group>
    }
}

#[component]
fn Row(
    pen: Pen,
    parts: StoredValue<Vec<Part>>,
    n: usize,
    count: usize,
    dragged: RwSignal<Option<usize>>,
) -> impl IntoView {
    let part = Memo::new(move |_| pen.draft.with(|draft| draft.places().get(n).copied()));
    let step = move |up: bool| {
        let to = if up { n.checked_sub(1) } else { Some(n + 1) };
        let moved = to.filter(|&to| to < count && !pen.is_done());
        if let Some(to) = moved {
            pen.write(|draft| draft.carry(n, to));
            dom::focus(&button_id(&pen, to, up));
            tell(pen, parts, to, count);
        }
    };
    let button = move |up: bool| {
        let name = move || {
            let name = spoken(parts, part.get());
            let msg = if up {
                Msg::MoveUp { what: &name }
            } else {
                Msg::MoveDown { what: &name }
            };
            t(msg).into_owned()
        };
        let end = if up { n == 0 } else { n + 1 == count };
        view! {
            <button
                type="button"
                class="order-step"
                id=button_id(&pen, n, up)
                aria-label=Signal::derive(name)
                // Not `disabled`, which would lose the focus at the end of the way.
                aria-disabled=Signal::derive(move || (end || pen.done.get()).then_some("true"))
                on:click=press(move || step(up))
            >
                <Icon shape=if up { Shape::ArrowUp } else { Shape::ArrowDown } />
            </button>
        }
        .into_any()
    };
    let grip = move |event: PointerEvent| {
        if pen.is_done() || event.button() != 0 {
            return;
        }
        event.prevent_default();
        let list = dom::by_id(&pen.named("list"));
        if let Some(list) = list {
            // Without it the drag ends where the pointer leaves the list.
            let _ = list.set_pointer_capture(event.pointer_id());
        }
        dragged.set(Some(n));
    };
    view! {
        <li
            class="order-row"
            id=row_id(&pen, n)
            class:order-dragged=Signal::derive(move || dragged.get() == Some(n))
        >
            <span class="order-grip" aria-hidden="true" on:pointerdown=handle(grip)>
                <Icon shape=Shape::Grip />
            </span>
            <span class="order-text" lang="en">
                {live(move || {
                    let text = part.get().and_then(|n| {
                        parts.with_value(|parts| parts.get(usize::from(n)).map(|it| it.text.clone()))
                    });
                    text.map(|text| view! { <RichText value=text /> })
                })}
            </span>
            <span class="order-steps">{button(true)} {button(false)}</span>
        </li>
    }
}

/// The very first button of the list carries the answer's own id: the focus goes there.
fn button_id(pen: &Pen, n: usize, up: bool) -> String {
    match (n, up) {
        (0, false) => pen.id(0),
        _ => pen.named(&format!("{}{n}", if up { "up" } else { "down" })),
    }
}

fn row_id(pen: &Pen, n: usize) -> String {
    pen.named(&format!("row{n}"))
}

fn spoken(parts: StoredValue<Vec<Part>>, part: Option<u8>) -> String {
    let find = |parts: &Vec<Part>| Some(parts.get(usize::from(part?))?.spoken.clone());
    parts.with_value(find).unwrap_or_default()
}

fn tell(pen: Pen, parts: StoredValue<Vec<Part>>, at: usize, count: usize) {
    let part = pen
        .draft
        .with_untracked(|draft| draft.places().get(at).copied());
    pen.say(Msg::MovedTo {
        what: &spoken(parts, part),
        place: at + 1,
        of: count,
    });
}

/// The row under a height on the screen, the nearest one beyond the ends.
fn row_at(pen: &Pen, count: usize, y: f64) -> usize {
    let below = |&n: &usize| {
        let row = dom::by_id(&row_id(pen, n)).and_then(|row| row.dyn_into::<Element>().ok());
        row.is_some_and(|row| y > row.get_bounding_client_rect().bottom())
    };
    (0..count.saturating_sub(1)).take_while(below).count()
}
