//! Parallelograms, trapezoids and L-shapes.

use super::canvas::Canvas;
use super::label::Label;
use super::model::{Figure, PathClass, TextClass};
use super::reader::{Drawn, Reader};
use super::rule::{LShapeRule, ParallelogramRule, TrapezoidRule};
use super::shapes::{Side, WIDE, along, beside, body, fitted, sides, square_corner};
use crate::Rational;

pub(super) fn parallelogram(rule: &ParallelogramRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let (base, height) = (
        reader.positive("base", &rule.base)?,
        reader.positive("height", &rule.height)?,
    );
    let base_label = reader.maybe_label(rule.base_label.as_ref())?;
    let height_label = reader.maybe_label(rule.height_label.as_ref())?;
    let side_label = reader.maybe_label(rule.side_label.as_ref())?;
    let (w, h) = fitted(base, height, (1900, 1500));
    let slant = h * 2 / 5;
    // the height and its label stand inside
    let inner = height_label
        .as_ref()
        .map_or(0, |l| l.width(TextClass::Label) + 250);
    let w = w.max(slant + inner);
    let mut canvas = Canvas::new(reader.kind);
    body(&mut canvas, &[(0, 0), (w, 0), (w + slant, -h), (slant, -h)]);
    if height_label.is_some() {
        let x = slant.min(w);
        canvas.line(PathClass::Dashed, (x, 0), (x, -h));
        square_corner(&mut canvas, (x, 0), 1, 1);
        beside(&mut canvas, (x, -h / 2), Side::Right, height_label.as_ref());
    }
    beside(&mut canvas, (w / 2, 0), Side::Below, base_label.as_ref());
    along(&mut canvas, (w, 0), (w + slant, -h), side_label.as_ref());
    let named = [
        ("base", base_label.as_ref()),
        (
            "height, a dashed line between the top and the base,",
            height_label.as_ref(),
        ),
        ("slanted side", side_label.as_ref()),
    ];
    let alt = format!("A parallelogram.{}", sides(&named));
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}

pub(super) fn trapezoid(rule: &TrapezoidRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let (top, base) = (
        reader.positive("top", &rule.top)?,
        reader.positive("base", &rule.base)?,
    );
    let height = reader.positive("height", &rule.height)?;
    let top_label = reader.maybe_label(rule.top_label.as_ref())?;
    let base_label = reader.maybe_label(rule.base_label.as_ref())?;
    let height_label = reader.maybe_label(rule.height_label.as_ref())?;
    let (longest, h) = fitted(top.max(base), height, (WIDE, 1500));
    let short = fitted(top.min(base), top.max(base), (longest, longest))
        .0
        .min(longest);
    // the shorter one a third of the way along what is left over
    let start = (longest - short) / 3;
    let (long_side, short_side) = ((0, longest), (start, start + short));
    let (up, down) = if top <= base {
        (short_side, long_side)
    } else {
        (long_side, short_side)
    };
    let mut canvas = Canvas::new(reader.kind);
    body(
        &mut canvas,
        &[(down.0, 0), (down.1, 0), (up.1, -h), (up.0, -h)],
    );
    if height_label.is_some() {
        canvas.line(PathClass::Dashed, (short_side.0, 0), (short_side.0, -h));
        if top <= base {
            square_corner(&mut canvas, (start, 0), 1, 1);
        } else {
            square_corner(&mut canvas, (start, -h), 1, -1);
        }
        beside(
            &mut canvas,
            (start, -h / 2),
            Side::Right,
            height_label.as_ref(),
        );
    }
    beside(
        &mut canvas,
        (i32::midpoint(up.0, up.1), -h),
        Side::Above,
        top_label.as_ref(),
    );
    beside(
        &mut canvas,
        (i32::midpoint(down.0, down.1), 0),
        Side::Below,
        base_label.as_ref(),
    );
    let named = [
        ("top side", top_label.as_ref()),
        ("bottom side", base_label.as_ref()),
        ("height, a dashed line between them,", height_label.as_ref()),
    ];
    let alt = format!(
        "A trapezoid; its top and bottom sides are parallel.{}",
        sides(&named)
    );
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}

pub(super) fn l_shape(rule: &LShapeRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let (width, height) = (
        reader.positive("width", &rule.width)?,
        reader.positive("height", &rule.height)?,
    );
    let cut_width = reader.positive("cut_width", &rule.cut_width)?;
    let cut_height = reader.positive("cut_height", &rule.cut_height)?;
    if cut_width >= width {
        return Err(reader.value("cut_width", cut_width, "less than `width`"));
    }
    if cut_height >= height {
        return Err(reader.value("cut_height", cut_height, "less than `height`"));
    }
    let labels = [
        &rule.bottom_label,
        &rule.left_label,
        &rule.top_label,
        &rule.right_label,
        &rule.cut_width_label,
        &rule.cut_height_label,
    ];
    let labels: Vec<Option<Label>> = labels
        .iter()
        .map(|l| reader.maybe_label(l.as_ref()))
        .collect::<Drawn<_>>()?;
    let [bottom, left, top, right, level, upright] = [0, 1, 2, 3, 4, 5].map(|i| labels[i].as_ref());
    let (w, h) = fitted(width, height, (2200, 1900));
    let (w, h) = (w.max(1200), h.max(1100));
    let part = |cut: Rational, of: Rational, length: i32| {
        let exact = cut
            .checked_div(of)
            .and_then(|r| super::axis::scaled(r, length, 1));
        exact.unwrap_or(length / 2).clamp(450, length - 450)
    };
    let (cw, ch) = (part(cut_width, width, w), part(cut_height, height, h));
    let (x, y) = (w - cw, ch - h);
    let mut canvas = Canvas::new(reader.kind);
    body(
        &mut canvas,
        &[(0, 0), (w, 0), (w, y), (x, y), (x, -h), (0, -h)],
    );
    if rule.split {
        canvas.line(PathClass::Dashed, (0, y), (x, y));
    }
    beside(&mut canvas, (w / 2, 0), Side::Below, bottom);
    beside(&mut canvas, (0, -h / 2), Side::Left, left);
    beside(&mut canvas, (x / 2, -h), Side::Above, top);
    beside(&mut canvas, (w, y / 2), Side::Right, right);
    beside(&mut canvas, (x + cw / 2, y), Side::Above, level);
    beside(&mut canvas, (x, i32::midpoint(y, -h)), Side::Right, upright);
    let named = [
        ("bottom side", bottom),
        ("right side", right),
        ("level side of the step", level),
        ("upright side of the step", upright),
        ("top side", top),
        ("left side", left),
    ];
    let split = if rule.split {
        " A dashed line cuts it into two rectangles, one on top of the other."
    } else {
        ""
    };
    let alt = format!(
        "An L-shape: a rectangle whose upper right corner is cut away as a smaller rectangle; all corners are square.{}{split}",
        sides(&named)
    );
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}
