//! A number line and a grid, drawn.

use item_bank::Axis;
use leptos::prelude::*;

use crate::components::list;

const WIDE: f64 = 420.0;
const MARGIN: f64 = 28.0;

/// Where tick `n` of `last` stands on a length.
fn along(n: usize, last: usize, length: f64) -> f64 {
    if last == 0 {
        0.0
    } else {
        length * n as f64 / last as f64
    }
}

fn said(axis: &Axis) -> String {
    let end = |name: Option<&String>| name.cloned().unwrap_or_default();
    let (first, last) = (end(axis.names.first()), end(axis.names.last()));
    match &axis.title {
        Some(title) => format!("{title} from {first} to {last}"),
        None => format!("from {first} to {last}"),
    }
}

#[component]
pub fn Line(axis: Axis) -> impl IntoView {
    let label = format!("Number line {}", said(&axis));
    let last = axis.labels.len().saturating_sub(1);
    let tick = |(n, text): (usize, &String)| {
        let x = MARGIN + along(n, last, WIDE - 2.0 * MARGIN);
        let long = if text.is_empty() { 5.0 } else { 9.0 };
        view! {
            <line class="scale-line" x1=x x2=x y1=22.0 - long y2=22.0 + long />
            <text class="scale-text" x=x y=48.0>{text.clone()}</text>
        }
    };
    let ticks = list(axis.labels.iter().enumerate().map(tick));
    view! {
        <svg class="scale" role="img" aria-label=label viewBox=format!("0 0 {WIDE} 56")>
            <path class="scale-line" d=format!("M8 22H{}M15 16 8 22l7 6M{} 16l7 6-7 6", WIDE - 8.0, WIDE - 15.0) />
            {ticks}
        </svg>
    }
}

#[component]
pub fn Grid(x: Axis, y: Axis) -> impl IntoView {
    let label = format!("Grid: across {}, up {}", said(&x), said(&y));
    let (last_x, last_y) = (
        x.labels.len().saturating_sub(1),
        y.labels.len().saturating_sub(1),
    );
    let (left, top, size) = (44.0, 12.0, 260.0);
    let column = |(n, text): (usize, &String)| {
        let at = left + along(n, last_x, size);
        view! {
            <line class="scale-grid" x1=at x2=at y1=top y2=top + size />
            <text class="scale-text" x=at y=top + size + 18.0>{text.clone()}</text>
        }
    };
    let row = |(n, text): (usize, &String)| {
        let at = top + size - along(n, last_y, size);
        view! {
            <line class="scale-grid" x1=left x2=left + size y1=at y2=at />
            <text class="scale-text scale-text-end" x=left - 8.0 y=at + 4.0>{text.clone()}</text>
        }
    };
    let columns = list(x.labels.iter().enumerate().map(column));
    let rows = list(y.labels.iter().enumerate().map(row));
    view! {
        <svg class="scale scale-square" role="img" aria-label=label viewBox="0 0 320 320">
            {columns}
            {rows}
            <path class="scale-line" d=format!("M{left} {top}V{0}H{1}", top + size, left + size) />
            <text class="scale-text" x=left + size / 2.0 y=top + size + 40.0>{x.title.unwrap_or_default()}</text>
            <text class="scale-text" x=left y=top - 2.0>{y.title.unwrap_or_default()}</text>
        </svg>
    }
}
