//! A part of the number line: two handles, and for each end whether it belongs to it or it goes on
//! for ever.

use item_bank::Axis;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};

use super::arrows::step_of;
use super::scale::{WIDE, pointed};
use super::{Group, Pen, line};
use crate::components::{drawing, handle, list, live};
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::marks::{move_end, place, set_how, tap};
use crate::state::{Draft, End, How};

#[component]
pub fn IntervalLine(pen: Pen, axis: Axis, note: String) -> impl IntoView {
    let scale = line::scale(&axis);
    let last = scale.last;
    let marks = live(move || {
        let ends = pen.draft.with(Draft::ends);
        let mut shown = vec![drawing::path("spot-part", shaded(&ends, |at| scale.at(at)))];
        for (n, end) in ends.into_iter().enumerate() {
            let class = match end.map(|end| end.how) {
                Some(How::Endless) => continue,
                Some(How::Closed) => "spot",
                Some(How::Open) => "spot spot-open",
                None => "spot spot-ghost",
            };
            let at = [scale.at(place(&ends, n, last)), line::LINE];
            shown.push(drawing::dot(class, at, 95));
        }
        shown
    });
    let picture = line::picture(&axis, marks);
    let title = line::title(&axis);
    let axis = StoredValue::new(axis);
    let held = RwSignal::new(None::<usize>);
    let stage = pen.named("stage");
    let at = {
        let stage = stage.clone();
        move |event: &PointerEvent| {
            let area = dom::by_id(&stage)?;
            Some(scale.tick(pointed(event, &area)[0]))
        }
    };
    let down = {
        let at = at.clone();
        move |event: PointerEvent| {
            let Some(at) = at(&event).filter(|_| event.button() == 0) else {
                return;
            };
            event.prevent_default();
            let taken = change(pen, |ends| tap(ends, at, last));
            if let Some(n) = taken {
                held.set(Some(n));
                dom::focus(&pen.id(n));
            }
            let stage = event.current_target();
            if let Some(stage) = stage.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                // Without it the drag ends where the pointer leaves the line.
                let _ = stage.set_pointer_capture(event.pointer_id());
            }
        }
    };
    let drag = move |event: PointerEvent| {
        if let (Some(n), Some(at)) = (held.get_untracked(), at(&event)) {
            change(pen, |ends| move_end(ends, n, at, last));
        }
    };
    let release = move |_: PointerEvent| held.set(None);
    let knob = move |n| view! { <Handle pen=pen axis=axis n=n last=last /> };
    let side = move |n| view! { <Side pen=pen n=n last=last /> };
    view! {
        <Group pen=pen note=note class="entry-line">
            <div
                class="stage stage-drag"
                id=stage
                dir="ltr"
                on:pointerdown=handle(down)
                on:pointermove=handle(drag)
                on:pointerup=handle(release)
                on:pointercancel=handle(release)
            >
                {picture}
                {list([0, 1].map(knob))}
            </div>
            {title}
            <div class="sides">{list([0, 1].map(side))}</div>
        </Group>
    }
}

fn change<T>(pen: Pen, act: impl FnOnce(&mut [Option<End>; 2]) -> T) -> Option<T> {
    pen.write(|draft| match draft {
        Draft::Interval(ends) => Some(act(ends)),
        _ => None,
    })
    .flatten()
}

/// The part between the ends, once both are said; an arrow's length beyond one that has none.
fn shaded(ends: &[Option<End>; 2], at: impl Fn(i32) -> i32) -> String {
    let [Some(from), Some(to)] = ends else {
        return String::new();
    };
    let start = if from.how == How::Endless {
        110
    } else {
        at(from.at)
    };
    let stop = if to.how == How::Endless {
        WIDE - 110
    } else {
        at(to.at)
    };
    format!("M{start} {}H{stop}", line::LINE)
}

fn side_name(n: usize) -> Msg<'static> {
    if n == 0 { Msg::LeftEnd } else { Msg::RightEnd }
}

/// What the keyboard holds: it lies over the circle in the picture.
#[component]
fn Handle(pen: Pen, axis: StoredValue<Axis>, n: usize, last: i32) -> impl IntoView {
    let end = move || pen.draft.with(Draft::ends)[n];
    let tick = move || pen.draft.with(|draft| place(&draft.ends(), n, last));
    let value = move || match end() {
        None => t(Msg::NotPlaced).into_owned(),
        Some(End {
            how: How::Endless, ..
        }) => t(Msg::Endless).into_owned(),
        Some(End { at, how }) => {
            let name = axis.with_value(|axis| axis.name(at).unwrap_or_default().to_owned());
            let how = t(if how == How::Open {
                Msg::EndOpen
            } else {
                Msg::EndClosed
            });
            [name.as_str(), ", ", &how].concat()
        }
    };
    let left = move || {
        let scale = axis.with_value(line::scale);
        // In hundredths of a percent, whole: see `scale`.
        let place = scale.at(tick()) * 10_000 / WIDE;
        format!("{}.{:02}%", place / 100, place % 100)
    };
    let key = move |event: KeyboardEvent| {
        let now = pen
            .draft
            .with_untracked(|draft| place(&draft.ends(), n, last));
        let to = match event.key().as_str() {
            "Home" => 0,
            "End" => last,
            " " | "Enter" => now,
            key => match step_of(key) {
                Some([across, up]) => now + across + up,
                None => return,
            },
        };
        event.prevent_default();
        change(pen, |ends| move_end(ends, n, to, last));
    };
    view! {
        <div
            class="handle"
            id=pen.id(n)
            role="slider"
            tabindex="0"
            style:inset-inline-start=Signal::derive(left)
            hidden=Signal::derive(move || end().is_some_and(|end| end.how == How::Endless))
            aria-label=t(side_name(n))
            aria-valuemin="0"
            aria-valuemax=last.to_string()
            aria-valuenow=Signal::derive(move || tick().to_string())
            aria-valuetext=Signal::derive(value)
            aria-disabled=pen.disabled()
            on:keydown=handle(key)
        ></div>
    }
}

/// How one end is.
#[component]
fn Side(pen: Pen, n: usize, last: i32) -> impl IntoView {
    let option = move |how: How| {
        let (class, msg) = match how {
            How::Closed => ("dot", Msg::EndClosed),
            How::Open => ("dot dot-open", Msg::EndOpen),
            How::Endless if n == 0 => ("dot dot-left", Msg::Endless),
            How::Endless => ("dot dot-right", Msg::Endless),
        };
        let is = move || pen.draft.with(Draft::ends)[n].is_some_and(|end| end.how == how);
        view! {
            <label class="side-option">
                <input
                    type="radio"
                    name=pen.named(if n == 0 { "left" } else { "right" })
                    prop:checked=Signal::derive(is)
                    aria-disabled=pen.disabled()
                    on:click=pen.guard()
                    on:change=handle(move |_| {
                        change(pen, |ends| set_how(ends, n, how, last));
                    })
                />
                <span class=class aria-hidden="true"></span>
                <span>{t(msg)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="side">
            <legend>{t(side_name(n))}</legend>
            {list([How::Closed, How::Open, How::Endless].map(option))}
        </fieldset>
    }
}
