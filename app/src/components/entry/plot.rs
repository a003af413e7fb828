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
use crate::components::{drawing, handle, live};
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::Draft;

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
        x0: first(x),
        x1: last(x),
        y0: first(y),
        y1: last(y),
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
        if marked {
            t(Msg::Marked { at: &pair }).into_owned()
        } else {
            pair
        }
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
                on:keydown=handle(key)
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
    let [x, y] = zero(axes).unwrap_or([0, 0]);
    let cross = format!(
        "M{} {TOP}V{BOTTOM}M{LEFT} {}H{RIGHT}",
        across.at(x),
        up.at(y)
    );
    let below = |(tick, text)| {
        drawing::label(
            "scale-label",
            [across.at(tick), BOTTOM + 200],
            "middle",
            text,
        )
    };
    let beside = |(tick, text)| drawing::label("scale-label", [320, up.at(tick) + 50], "end", text);
    let letter =
        |at, text: &str| drawing::label("scale-label scale-letter", at, "middle", text.to_owned());
    let marks = live(move || {
        let place = |at: [i32; 2]| [across.at(at[0]), up.at(at[1])];
        let mut shown = vec![drawing::dot("spot-cursor", place(marker.cursor.get()), 120)];
        let dots = |draft: &Draft| {
            let points = draft.points().iter();
            points
                .map(|at| drawing::dot("spot", place(*at), 75))
                .collect::<Vec<_>>()
        };
        shown.extend(marker.pen.draft.with(dots));
        shown
    });
    let mut parts = vec![
        drawing::path("grid-line", lines),
        drawing::path("scale-line", cross),
        letter([RIGHT + 90, BOTTOM + 60], "x"),
        letter([LEFT, TOP - 40], "y"),
    ];
    parts.extend(across.labels(&axes[0], false).into_iter().map(below));
    parts.extend(up.labels(&axes[1], true).into_iter().map(beside));
    parts.push(marks);
    drawing::drawing("0 0 3600 3600", parts)
}
