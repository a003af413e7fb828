//! What the student gave.

use serde::{Deserialize, Serialize};

/// What the student gave, as given. The server checks this, never the device's verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RawAnswer {
    /// As typed. At most [`RawAnswer::MAX_CHARS`] characters are read.
    Text(String),
    /// Position of the chosen choice in the item's order.
    Choice(u8),
    /// Positions in the item's order: of all chosen choices; of the parts in the order they were
    /// put in; or of the right side for each left one.
    Choices(Vec<u8>),
    /// What was typed into the gaps of a table, row by row.
    Cells(Vec<String>),
    /// Marks, in steps from the start of each axis; on a number line the second is 0.
    Points(Vec<[i32; 2]>),
    Interval(Interval),
}

wire_read::choice!(RawAnswer {
    "text" Text(text),
    "choice" Choice(choice),
    "choices" Choices(choices),
    "cells" Cells(cells),
    "points" Points(points),
    "interval" Interval(interval),
});

/// A part of the number line; a missing end means that it goes on for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Interval {
    pub from: Option<IntervalEnd>,
    pub to: Option<IntervalEnd>,
}

wire_read::object!(Interval { from, to });

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IntervalEnd {
    /// In steps from the start of the line.
    pub at: i32,
    /// The end itself does not belong: an open circle.
    pub open: bool,
}

wire_read::object!(IntervalEnd { at, open });

impl RawAnswer {
    pub const MAX_CHARS: usize = 200;
}
