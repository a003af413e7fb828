//! What a page draws.

use serde::{Deserialize, Serialize};

/// A drawing in a box of `width` by `height` units (`viewBox="0 0 width height"`). At a width of
/// one CSS pixel a unit its words have their natural size. At most 360 wide and 460 high, and
/// less than 20 kB.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figure {
    /// All that the picture shows, in words.
    pub alt: String,
    pub width: u16,
    pub height: u16,
    /// In painting order; the texts go on top.
    pub paths: Vec<FigurePath>,
    pub texts: Vec<FigureText>,
}

wire_read::object!(Figure {
    alt,
    width,
    height,
    paths,
    texts
});

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FigurePath {
    pub class: PathClass,
    /// SVG path data in units.
    pub d: String,
}

wire_read::object!(FigurePath { class, d });

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FigureText {
    /// Units.
    pub x: i32,
    /// The baseline, in units.
    pub y: i32,
    pub anchor: Anchor,
    pub class: TextClass,
    pub text: String,
}

wire_read::object!(FigureText {
    x,
    y,
    anchor,
    class,
    text
});

/// SVG's `text-anchor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

wire_read::choice!(Anchor {
    "start" Start,
    "middle" Middle,
    "end" End,
});

/// How a path looks. A style sheet needs a rule for each and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PathClass {
    /// The line of an axis.
    Axis,
    /// The small lines across an axis.
    Tick,
    /// Thin lines to read by.
    Grid,
    /// A shape's edge, not filled.
    Outline,
    /// A faint surface, for the inside of a shape.
    Surface,
    /// A tinted surface: shaded parts, bars.
    Fill,
    /// Another tint, laid over the first.
    #[serde(rename = "fill-2")]
    Fill2,
    /// Diagonal lines over a shaded surface, so that it is seen without colour.
    Hatch,
    /// A thick line: an interval, a graph, a hand of a clock.
    Segment,
    /// A dashed line: a height, a hidden edge, a reading aid.
    Dashed,
    /// A full dot.
    Point,
    /// A ring on the ground's colour.
    OpenPoint,
    /// A cross, one datum of a line plot.
    Cross,
    /// An arc, a square corner, a jump, a measure: says something of the shape.
    Mark,
    /// The filled head of an arrow.
    Head,
    /// The bar of a fraction in a text.
    FractionBar,
}

wire_read::choice!(PathClass {
    "axis" Axis,
    "tick" Tick,
    "grid" Grid,
    "outline" Outline,
    "surface" Surface,
    "fill" Fill,
    "fill-2" Fill2,
    "hatch" Hatch,
    "segment" Segment,
    "dashed" Dashed,
    "point" Point,
    "open-point" OpenPoint,
    "cross" Cross,
    "mark" Mark,
    "head" Head,
    "fraction-bar" FractionBar,
});

/// How a text looks. The sizes are the ones the layout was computed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TextClass {
    /// 14 units.
    Label,
    /// 12 units: numbers on a dense axis.
    Small,
    /// 14 units, bold.
    Title,
}

wire_read::choice!(TextClass {
    "label" Label,
    "small" Small,
    "title" Title,
});

impl PathClass {
    /// The name in a style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Self::Axis => "axis",
            Self::Tick => "tick",
            Self::Grid => "grid",
            Self::Outline => "outline",
            Self::Surface => "surface",
            Self::Fill => "fill",
            Self::Fill2 => "fill-2",
            Self::Hatch => "hatch",
            Self::Segment => "segment",
            Self::Dashed => "dashed",
            Self::Point => "point",
            Self::OpenPoint => "open-point",
            Self::Cross => "cross",
            Self::Mark => "mark",
            Self::Head => "head",
            Self::FractionBar => "fraction-bar",
        }
    }
}

impl TextClass {
    /// The name in a style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Small => "small",
            Self::Title => "title",
        }
    }

    /// Units.
    pub(super) fn size(self) -> i32 {
        match self {
            Self::Label | Self::Title => 14,
            Self::Small => 12,
        }
    }
}

impl Anchor {
    /// The value of `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}
