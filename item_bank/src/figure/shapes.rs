//! Rectangles and triangles, and what all flat shapes with straight sides are drawn with.

use super::canvas::Canvas;
use super::label::Label;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::path::{At, Step};
use super::reader::{Drawn, Reader};
use super::rule::{RectangleRule, TriangleRule};
use super::words::counted;
use crate::Rational;

pub(super) const WIDE: i32 = 2300;
const HIGH: i32 = 1700;
/// A side shorter than this has no room for its label.
const SHORTEST: i32 = 500;
const CORNER: i32 = 110;
const CLEAR: i32 = 50;

/// Lengths in tenths of a unit: in proportion, as large as fits, none too short to be labelled.
pub(super) fn fitted(width: Rational, height: Rational, most: At) -> At {
    let scaled = |side: Rational, other: Rational, known: i32| {
        let exact = side
            .checked_div(other)
            .and_then(|r| r.checked_mul(Rational::whole(i64::from(known))));
        exact
            .and_then(|e| i32::try_from(e.floor().numerator()).ok())
            .unwrap_or(i32::MAX)
    };
    let high = scaled(height, width, most.0);
    let (width, height) = if high <= most.1 {
        (most.0, high)
    } else {
        (scaled(width, height, most.1), most.1)
    };
    (width.max(SHORTEST), height.max(SHORTEST))
}

/// The four places of a side's label.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Above,
    Below,
    Left,
    Right,
}

pub(super) fn beside(canvas: &mut Canvas, at: At, side: Side, label: Option<&Label>) {
    let Some(label) = label else { return };
    let half = label.height(TextClass::Label) / 2;
    let (anchor, at) = match side {
        Side::Above => (Anchor::Middle, (at.0, at.1 - CLEAR - half)),
        Side::Below => (Anchor::Middle, (at.0, at.1 + CLEAR + half)),
        Side::Left => (Anchor::End, (at.0 - CLEAR - 20, at.1)),
        Side::Right => (Anchor::Start, (at.0 + CLEAR + 20, at.1)),
    };
    canvas.label(TextClass::Label, anchor, at, label);
}

fn middle(one: At, other: At) -> At {
    (i32::midpoint(one.0, other.0), i32::midpoint(one.1, other.1))
}

/// Beside a side of any direction, on the right of one who walks along it as the page is seen.
pub(super) fn along(canvas: &mut Canvas, from: At, to: At, label: Option<&Label>) {
    if let Some(label) = label {
        let at = spot_along(from, to, label);
        canvas.label(TextClass::Label, Anchor::Middle, at, label);
    }
}

/// So far out that the nearest corner of the text is clear of the side.
pub(super) fn spot_along(from: At, to: At, label: &Label) -> At {
    let (dx, dy) = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
    let length = (dx * dx + dy * dy).isqrt().max(1);
    let half = |size: i32| i64::from(size / 2);
    let wide = half(label.width(TextClass::Label)) * dy.abs();
    let out = (wide + half(label.height(TextClass::Label)) * dx.abs()) / length + i64::from(CLEAR);
    let (x, y) = middle(from, to);
    (
        x - (dy * out / length) as i32,
        y + (dx * out / length) as i32,
    )
}

pub(super) fn square_corner(canvas: &mut Canvas, (x, y): At, right: i32, up: i32) {
    let (x2, y2) = (x + right * CORNER, y - up * CORNER);
    let steps = [
        Step::Move((x2, y)),
        Step::Line((x2, y2)),
        Step::Line((x, y2)),
    ];
    canvas.path(PathClass::Mark, &steps);
}

/// `The base is labelled 8 cm.` for each that has a label.
pub(super) fn sides(named: &[(&str, Option<&Label>)]) -> String {
    let said = named.iter().filter_map(|(name, label)| {
        label.map(|label| format!(" The {name} is labelled {}.", label.said()))
    });
    said.collect()
}

pub(super) fn body(canvas: &mut Canvas, corners: &[At]) {
    canvas.polygon(PathClass::Surface, corners);
    canvas.polygon(PathClass::Outline, corners);
}

pub(super) fn rectangle(rule: &RectangleRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let (width, height) = (
        reader.positive("width", &rule.width)?,
        reader.positive("height", &rule.height)?,
    );
    let [width_label, height_label, inside] = [&rule.width_label, &rule.height_label, &rule.inside]
        .map(|l| reader.maybe_label(l.as_ref()));
    let (width_label, height_label, inside) = (width_label?, height_label?, inside?);
    let mut canvas = Canvas::new(reader.kind);
    let square = width == height;
    let mut alt = if square {
        "A square".to_owned()
    } else {
        "A rectangle".to_owned()
    };
    let (w, h) = if rule.grid {
        let columns = reader.count("width", &rule.width, 1, 20)?;
        let rows = reader.count("height", &rule.height, 1, 20)?;
        let cell = (WIDE / columns).min(2000 / rows).min(300);
        let (w, h) = (cell * columns, cell * rows);
        canvas.rectangle(PathClass::Surface, (0, 0), w, h);
        for column in 1..columns {
            canvas.line(PathClass::Tick, (column * cell, 0), (column * cell, h));
        }
        for row in 1..rows {
            canvas.line(PathClass::Tick, (0, row * cell), (w, row * cell));
        }
        let (rows, each) = (counted(rows, "row"), counted(columns, "square"));
        alt = format!("{alt} made of equal squares: {rows}, with {each} in each row");
        (w, h)
    } else {
        let (w, h) = fitted(width, height, (WIDE, HIGH));
        canvas.rectangle(PathClass::Surface, (0, 0), w, h);
        square_corner(&mut canvas, (0, h), 1, 1);
        (w, h)
    };
    canvas.rectangle(PathClass::Outline, (0, 0), w, h);
    beside(&mut canvas, (w / 2, h), Side::Below, width_label.as_ref());
    beside(&mut canvas, (0, h / 2), Side::Left, height_label.as_ref());
    if let Some(inside) = &inside {
        canvas.label(TextClass::Label, Anchor::Middle, (w / 2, h / 2), inside);
    }
    let named = [
        ("bottom side", width_label.as_ref()),
        ("left side", height_label.as_ref()),
        ("inside", inside.as_ref()),
    ];
    let alt = format!("{alt}.{}", sides(&named));
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}

pub(super) fn triangle(rule: &TriangleRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let base = reader.positive("base", &rule.base)?;
    let height = match &rule.height {
        Some(height) => reader.positive("height", height)?,
        // of equal sides, nearly
        None => base
            .checked_mul(Rational::new(13, 15).unwrap_or(Rational::ONE))
            .unwrap_or(base),
    };
    let labels = [
        &rule.base_label,
        &rule.height_label,
        &rule.left_label,
        &rule.right_label,
    ];
    let labels: Vec<Option<Label>> = labels
        .iter()
        .map(|l| reader.maybe_label(l.as_ref()))
        .collect::<Drawn<_>>()?;
    let [base_label, height_label, left_label, right_label] =
        [0, 1, 2, 3].map(|i| labels[i].as_ref());
    if rule.right_angle && left_label.is_some() {
        return Err(
            reader.shape("the left side of a right triangle is its height: use `height_label`")
        );
    }
    let angles = reader.labels(&rule.angles)?;
    if !matches!(angles.len(), 0 | 3) {
        return Err(
            reader.shape("`angles` are three: lower left, lower right, top (\"\" for none)")
        );
    }
    let (w, h) = fitted(base, height, (WIDE, HIGH));
    let h = if angles.is_empty() { h } else { h.max(1300) };
    // a height of its own needs an apex that is not over the middle by chance
    let apex = if rule.right_angle {
        0
    } else if rule.height.is_some() {
        w * 2 / 5
    } else {
        w / 2
    };
    let corners = [(0, 0), (w, 0), (apex, -h)];
    let mut canvas = Canvas::new(reader.kind);
    body(&mut canvas, &corners);
    if rule.right_angle {
        square_corner(&mut canvas, (0, 0), 1, 1);
        beside(&mut canvas, (0, -h / 2), Side::Left, height_label);
    } else if height_label.is_some() {
        canvas.line(PathClass::Dashed, (apex, 0), (apex, -h));
        square_corner(&mut canvas, (apex, 0), 1, 1);
        beside(&mut canvas, (apex, -h / 3), Side::Right, height_label);
    }
    beside(&mut canvas, (w / 2, 0), Side::Below, base_label);
    along(&mut canvas, corners[2], corners[0], left_label);
    along(&mut canvas, corners[1], corners[2], right_label);
    for (index, label) in angles.iter().enumerate() {
        if !label.is_empty() {
            let at = inside_corner(&corners, index, label);
            canvas.label(TextClass::Label, Anchor::Middle, at, label);
        }
    }
    let alt = if rule.right_angle {
        let named = [
            ("side along the bottom", base_label),
            ("upright side", height_label),
            ("longest side", right_label),
        ];
        format!(
            "A right triangle, with a square corner marked at the lower left.{}",
            sides(&named)
        )
    } else {
        let named = [
            ("base", base_label),
            (
                "height, a dashed line from the top to the base,",
                height_label,
            ),
            ("left side", left_label),
            ("right side", right_label),
        ];
        format!("A triangle.{}", sides(&named))
    };
    let names = [
        "angle at the lower left",
        "angle at the lower right",
        "angle at the top",
    ];
    let named: Vec<_> = names
        .iter()
        .zip(&angles)
        .filter(|(_, l)| !l.is_empty())
        .map(|(n, l)| (*n, Some(l)))
        .collect();
    canvas.finish(reader.alt(rule.alt.as_ref(), alt + &sides(&named))?)
}

/// From a corner towards the middle of the side across, as far as the text needs to fit.
fn inside_corner(corners: &[At; 3], index: usize, label: &Label) -> At {
    let corner = corners[index];
    let across = middle(corners[(index + 1) % 3], corners[(index + 2) % 3]);
    let (wide, tall) = (
        label.width(TextClass::Label) / 2 + 40,
        label.height(TextClass::Label) / 2 + 30,
    );
    let at = |percent: i32| {
        let part = |from: i32, to: i32| from + (to - from) * percent / 100;
        (part(corner.0, across.0), part(corner.1, across.1))
    };
    let fits = |&percent: &i32| {
        let (x, y) = at(percent);
        let box_corners = [
            (x - wide, y - tall),
            (x + wide, y - tall),
            (x - wide, y + tall),
            (x + wide, y + tall),
        ];
        box_corners
            .iter()
            .all(|&p| (0..3).all(|side| on_inner_side(corners, side, p)))
    };
    at((10..=60).find(fits).unwrap_or(45))
}

fn on_inner_side(corners: &[At; 3], side: usize, p: At) -> bool {
    let (a, b) = (corners[side], corners[(side + 1) % 3]);
    let cross =
        i64::from(b.0 - a.0) * i64::from(p.1 - a.1) - i64::from(b.1 - a.1) * i64::from(p.0 - a.0);
    cross <= 0
}
