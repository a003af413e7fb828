//! The picture of a number line.

use std::fmt::Write as _;

use item_bank::Axis;
use leptos::prelude::*;

use super::scale::{Scale, WIDE};
use crate::components::drawing;

/// Where the line runs, in units from the top.
pub const LINE: i32 = 440;
const EDGE: i32 = 260;

pub fn scale(axis: &Axis) -> Scale {
    Scale::new(axis, EDGE, WIDE - EDGE)
}

/// The line with its ticks and labels; `marks` go on top. What it shows is said elsewhere.
pub fn picture(axis: &Axis, marks: AnyView) -> AnyView {
    let scale = scale(axis);
    let mut ticks = String::new();
    for tick in 0..=scale.last {
        let named = axis
            .labels
            .get(tick as usize)
            .is_some_and(|it| !it.is_empty());
        let high = if named { 130 } else { 80 };
        // Writing to a string never fails.
        let _ = write!(ticks, "M{} {}v{}", scale.at(tick), LINE - high / 2, high);
    }
    let ends = format!(
        "M60 {LINE}H{}M150 {}L60 {LINE}L150 {}M{} {}L{} {LINE}L{} {}",
        WIDE - 60,
        LINE - 60,
        LINE + 60,
        WIDE - 150,
        LINE - 60,
        WIDE - 60,
        WIDE - 150,
        LINE + 60,
    );
    let label = |(tick, text)| drawing::label("scale-label", [scale.at(tick), 760], "middle", text);
    let mut parts = vec![
        drawing::path("scale-line", ends),
        drawing::path("scale-tick", ticks),
    ];
    parts.extend(scale.labels(axis, false).into_iter().map(label));
    parts.push(marks);
    drawing::drawing("0 0 3600 880", parts)
}

/// The axis's own name, below the picture.
pub fn title(axis: &Axis) -> Option<AnyView> {
    let title = axis.title.clone()?;
    Some(view! { <p class="scale-title">{title}</p> }.into_any())
}
