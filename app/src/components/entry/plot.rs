//! Points on a coordinate grid: a tap marks the nearest crossing; with keys, arrows move and Space
//! marks.

use std::fmt::Write as _;

use item_bank::Axis;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use super::arrows::Arrows;
use super::points::{Marker, Readout, tap_of};
use super::scale::{Scale, WIDE, pointed};
use super::{Group, Pen};
use crate::components::{list, live};
use crate::dom;
use crate::i18n::{Msg, t};

const LEFT: i32 = 400;
const TOP: i32 = 140;
const RIGHT: i32 = WIDE - 140;
const BOTTOM: i32 = WIDE - 340;

#[component]
pub fn Plot(pen: Pen, axes: [Axis; 2], of: u8, note: String) -> impl IntoView {
    let [x, y] = &axes;
    let marker = Marker::new(pen, x.names.len(), y.names.len(), of);
    // Where people begin to count.
    marker.cursor.set(zero(&axes).unwrap_or([0, 0]));
    let across = Scale::new(x, LEFT, RIGHT);
    let up = Scale::new(y, BOTTOM, TOP);
    let picture = grid(&axes, across, up, marker);
    let name = t(Msg::GridFromTo {
        x: [first(x), last(x)],
        y: [first(y), last(y)],
    })
    .into_owned();
    let titles = titles(&axes);
    let axes = StoredValue::new(axes);
    let value = move || {
        let at = marker.cursor.get();
        let pair = axes.with_value(|[x, y]| {
            let name = |axis: &Axis, at| axis.name(at).unwrap_or_default().to_owned();
            ["(", &name(x, at[0]), ", ", &name(y, at[1]), ")"].concat()
        });
        let marked = marker.is_marked(at);
        t(Msg::AtTick { at: &pair, marked }).into_owned()
    };
    // Nothing of a grid is said by itself.
    let tell = move || {
        let said = untrack(value);
        pen.said.set(said);
    };
    let toggle = move |at| {
        if marker.toggle(at) != Some(crate::state::marks::Marked::Full) {
            tell();
        }
    };
    let id = pen.id(0);
    let tap = {
        let id = id.clone();
        move |event: PointerEvent| {
            let Some(area) = dom::by_id(&id) else { return };
            let [right, down] = pointed(&event, &area);
            toggle([across.tick(right), up.tick(down)]);
        }
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        " " | "Enter" => {
            event.prevent_default();
            toggle(marker.cursor.get_untracked());
        }
        _ => {
            marker.key(&event);
            if event.default_prevented() {
                tell();
            }
        }
    };
    view! {
        <Group pen=pen note=note class="entry-plot">
            <div
                class="stage"
                id=id
                dir="ltr"
                role="application"
                tabindex="0"
                aria-label=name
                aria-describedby=pen.named("note")
                on:keydown=key
                on:click=tap_of(tap)
            >
                {picture}
            </div>
            {titles}
            <Readout pen=pen text=Signal::derive(value) />
            <Arrows
                pen=pen
                flat=false
                step=Callback::new(move |by| {
                    marker.step(by);
                    tell();
                })
                place=Callback::new(move |()| toggle(marker.cursor.get_untracked()))
            />
        </Group>
    }
}

fn first(axis: &Axis) -> &str {
    axis.names.first().map_or("", String::as_str)
}

fn last(axis: &Axis) -> &str {
    axis.names.last().map_or("", String::as_str)
}

/// The origin, where the grid has one.
fn zero(axes: &[Axis; 2]) -> Option<[i32; 2]> {
    let at = |axis: &Axis| axis.names.iter().position(|name| name == "0");
    Some([at(&axes[0])? as i32, at(&axes[1])? as i32])
}

fn titles(axes: &[Axis; 2]) -> AnyView {
    let [x, y] = axes.each_ref().map(|axis| axis.title.clone());
    let named = |letter: &str, title: String| [letter, ": ", &title].concat();
    let both = [x.map(|it| named("x", it)), y.map(|it| named("y", it))];
    let both: Vec<String> = both.into_iter().flatten().collect();
    (!both.is_empty())
        .then(|| view! { <p class="scale-title">{both.join(" · ")}</p> })
        .into_any()
}

fn grid(axes: &[Axis; 2], across: Scale, up: Scale, marker: Marker) -> AnyView {
    let mut lines = String::new();
    for tick in 0..=across.last {
        let _ = write!(lines, "M{} {TOP}V{BOTTOM}", across.at(tick));
    }
    for tick in 0..=up.last {
        let _ = write!(lines, "M{LEFT} {}H{RIGHT}", up.at(tick));
    }
    let [x, y] = zero(axes).unwrap_or([0, 0]).map(|tick| tick);
    let cross = format!("M{} {TOP}V{BOTTOM}M{LEFT} {}H{RIGHT}", across.at(x), up.at(y));
    let below = |(tick, text): (i32, String)| {
        let at = across.at(tick).to_string();
        let y = (BOTTOM + 200).to_string();
        view! { <text class="scale-label" x=at y=y text-anchor="middle">{text}</text> }.into_any()
    };
    let beside = |(tick, text): (i32, String)| {
        let at = (up.at(tick) + 50).to_string();
        view! { <text class="scale-label" x="320" y=at text-anchor="end">{text}</text> }.into_any()
    };
    let marks = live(move || {
        let circle = |point: &[i32; 2]| {
            let (x, y) = (across.at(point[0]).to_string(), up.at(point[1]).to_string());
            view! { <circle class="spot" cx=x cy=y r="75" /> }
        };
        let at = marker.cursor.get();
        let (x, y) = (across.at(at[0]).to_string(), up.at(at[1]).to_string());
        let points = marker.pen.draft.with(|draft| list(draft.points().iter().map(circle)));
        view! {
            <circle class="spot-cursor" cx=x cy=y r="120" />
            {points}
        }
        .into_any()
    });
    view! {
        <svg class="scale" viewBox="0 0 3600 3600" aria-hidden="true" focusable="false">
            <path class="grid-line" d=lines />
            <path class="scale-line" d=cross />
            {list(across.labels(&axes[0], false).into_iter().map(below))}
            {list(up.labels(&axes[1], true).into_iter().map(beside))}
            <text class="scale-label scale-letter" x="3560" y="3300" text-anchor="end">"x"</text>
            <text class="scale-label scale-letter" x="400" y="100" text-anchor="middle">"y"</text>
            {marks}
        </svg>
    }
    .into_any()
}
