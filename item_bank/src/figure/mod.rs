//! Figures drawn from an item's numbers: shapes and words in a box, and the same in words alone.
//!
//! Architecture invariants:
//! - geometry is whole tenths of a unit; only directions of rays come from `libm`;
//! - [`Canvas::finish`](canvas::Canvas::finish) alone makes a [`Figure`]: what it lets through lies
//!   inside its box, has no two texts on each other and is small;
//! - a figure says with line, pattern or shape what it says with colour.

mod angle;
mod area;
mod axis;
mod bars;
mod canvas;
mod chart;
mod clock;
mod dispatch;
mod error;
mod font;
mod grid;
mod grid_alt;
mod label;
mod line_alt;
mod model;
mod number_line;
mod path;
mod plots;
#[cfg(feature = "author")]
mod preview;
mod quads;
mod reader;
mod rule;
mod shapes;
mod sketch;
mod solids;
#[cfg(feature = "author")]
mod svg;
mod tables;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use dispatch::draw;
pub use error::FigureError;
pub use model::{Anchor, Figure, FigurePath, FigureText, PathClass, TextClass};
#[cfg(feature = "author")]
pub use preview::preview;
pub use rule::FigureRule;
#[cfg(feature = "author")]
pub use svg::to_svg;
