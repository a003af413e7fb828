//! Circles, boxes and cylinders.

use super::canvas::Canvas;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::path::{At, Step};
use super::reader::{Drawn, Reader};
use super::rule::{CircleRule, CylinderRule, PrismRule};
use super::shapes::{along, fitted, sides};
use super::words::counted;
use crate::Rational;

const CLEAR: i32 = 60;

pub(super) fn circle(rule: &CircleRule, reader: &Reader<'_>) -> Drawn<Figure> {
    const RADIUS: i32 = 850;
    let radius = reader.maybe_label(rule.radius_label.as_ref())?;
    let diameter = reader.maybe_label(rule.diameter_label.as_ref())?;
    let inside = reader.maybe_label(rule.inside.as_ref())?;
    if radius.is_some() && diameter.is_some() {
        return Err(reader.shape("has a `radius_label` or a `diameter_label`, not both"));
    }
    let mut canvas = Canvas::new(reader.kind);
    canvas.circle(PathClass::Surface, (0, 0), RADIUS);
    canvas.circle(PathClass::Outline, (0, 0), RADIUS);
    let mut line = |label: &super::label::Label, from: i32| {
        canvas.line(PathClass::Mark, (from, 0), (RADIUS, 0));
        let up = 50 + label.height(TextClass::Label) / 2;
        let at = (i32::midpoint(from, RADIUS), -up);
        canvas.label(TextClass::Label, Anchor::Middle, at, label);
    };
    if let Some(label) = &radius {
        line(label, 0);
    }
    if let Some(label) = &diameter {
        line(label, -RADIUS);
    }
    canvas.circle(PathClass::Point, (0, 0), 35);
    if let Some(label) = &inside {
        canvas.label(TextClass::Label, Anchor::Middle, (0, RADIUS / 2), label);
    }
    let named = [
        (
            "radius, a line from the centre to the circle,",
            radius.as_ref(),
        ),
        (
            "diameter, a line across through the centre,",
            diameter.as_ref(),
        ),
        ("inside", inside.as_ref()),
    ];
    let alt = format!("A circle with its centre marked.{}", sides(&named));
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}

pub(super) fn prism(rule: &PrismRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let edge = |field, source: &Option<String>, default| {
        source
            .as_ref()
            .map_or(Ok(Rational::whole(default)), |s| reader.positive(field, s))
    };
    let (length, width) = (
        edge("length", &rule.length, 5)?,
        edge("width", &rule.width, 3)?,
    );
    let height = edge("height", &rule.height, 3)?;
    let length_label = reader.maybe_label(rule.length_label.as_ref())?;
    let width_label = reader.maybe_label(rule.width_label.as_ref())?;
    let height_label = reader.maybe_label(rule.height_label.as_ref())?;
    let mut canvas = Canvas::new(reader.kind);
    let (l, h, depth, said) = if rule.cubes {
        let count = |field, value: Rational| {
            let whole = i32::try_from(value.numerator())
                .ok()
                .filter(|n| value.is_whole() && (1..=12).contains(n));
            whole
                .ok_or_else(|| reader.value(field, value, "a whole number from 1 to 12, for cubes"))
        };
        let (x, z, y) = (
            count("length", length)?,
            count("width", width)?,
            count("height", height)?,
        );
        // a cube's depth is drawn at half its side, along both directions
        let cube = (2600 * 2 / (2 * x + z))
            .min(2400 * 2 / (2 * y + z))
            .min(320);
        let step = cube / 2;
        let size = (cube * x, cube * y, step * z);
        faces(&mut canvas, size.0, size.1, size.2);
        cubes(&mut canvas, (x, y, z), cube, step);
        let said = format!(
            "A box built of equal cubes: {} long, {} deep from front to back and {} high. The front, the top and the right side are seen",
            counted(x, "cube"),
            counted(z, "cube"),
            counted(y, "cube")
        );
        (size.0, size.1, size.2, said)
    } else {
        let (l, h) = fitted(length, height, (1900, 1500));
        let across = width
            .checked_div(length)
            .and_then(|r| super::axis::scaled(r, l, 2));
        let depth = across.unwrap_or(600).clamp(350, 800);
        faces(&mut canvas, l, h, depth);
        for end in [(0, 0), (depth, -depth - h), (depth + l, -depth)] {
            canvas.line(PathClass::Dashed, (depth, -depth), end);
        }
        (
            l,
            h,
            depth,
            "A rectangular box, seen from the front, the top and the right".to_owned(),
        )
    };
    outline(&mut canvas, l, h, depth);
    if let Some(label) = &length_label {
        let down = CLEAR + label.height(TextClass::Label) / 2;
        canvas.label(TextClass::Label, Anchor::Middle, (l / 2, down), label);
    }
    if let Some(label) = &width_label {
        along(&mut canvas, (l, 0), (l + depth, -depth), Some(label));
    }
    if let Some(label) = &height_label {
        canvas.label(TextClass::Label, Anchor::End, (-CLEAR - 20, -h / 2), label);
    }
    let named = [
        ("edge along the bottom of the front", length_label.as_ref()),
        ("edge from front to back", width_label.as_ref()),
        ("upright edge", height_label.as_ref()),
    ];
    let alt = format!("{said}.{}", sides(&named));
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}

/// The three that are seen; the lower left of the front is at (0, 0).
fn faces(canvas: &mut Canvas, l: i32, h: i32, depth: i32) {
    let around = [
        (0, 0),
        (l, 0),
        (l + depth, -depth),
        (l + depth, -depth - h),
        (depth, -depth - h),
        (0, -h),
    ];
    canvas.polygon(PathClass::Surface, &around);
}

fn outline(canvas: &mut Canvas, l: i32, h: i32, depth: i32) {
    canvas.rectangle(PathClass::Outline, (0, -h), l, h);
    let back: [At; 3] = [
        (depth, -depth - h),
        (l + depth, -depth - h),
        (l + depth, -depth),
    ];
    let steps = [
        Step::Move((0, -h)),
        Step::Line(back[0]),
        Step::Line(back[1]),
        Step::Line(back[2]),
        Step::Line((l, 0)),
    ];
    canvas.path(PathClass::Outline, &steps);
    canvas.line(PathClass::Outline, (l, -h), back[1]);
}

fn cubes(canvas: &mut Canvas, count: (i32, i32, i32), cube: i32, step: i32) {
    let (l, h, depth) = (cube * count.0, cube * count.1, step * count.2);
    for column in 1..count.0 {
        let at = column * cube;
        canvas.line(PathClass::Tick, (at, 0), (at, -h));
        canvas.line(PathClass::Tick, (at, -h), (at + depth, -h - depth));
    }
    for row in 1..count.1 {
        let at = -row * cube;
        canvas.line(PathClass::Tick, (0, at), (l, at));
        canvas.line(PathClass::Tick, (l, at), (l + depth, at - depth));
    }
    for slice in 1..count.2 {
        let at = slice * step;
        canvas.line(PathClass::Tick, (at, -h - at), (l + at, -h - at));
        canvas.line(PathClass::Tick, (l + at, -at), (l + at, -h - at));
    }
}

pub(super) fn cylinder(rule: &CylinderRule, reader: &Reader<'_>) -> Drawn<Figure> {
    const RADIUS: i32 = 650;
    const FLAT: i32 = 190;
    const HEIGHT: i32 = 1300;
    let radius = reader.maybe_label(rule.radius_label.as_ref())?;
    let diameter = reader.maybe_label(rule.diameter_label.as_ref())?;
    let height = reader.maybe_label(rule.height_label.as_ref())?;
    if radius.is_some() && diameter.is_some() {
        return Err(reader.shape("has a `radius_label` or a `diameter_label`, not both"));
    }
    let mut canvas = Canvas::new(reader.kind);
    let radii = (RADIUS, FLAT);
    let (left, right) = ((-RADIUS, 0), (RADIUS, 0));
    // the same way round as the lid: turned against each other they would leave a hole
    let wall = [
        Step::Move((RADIUS, -HEIGHT)),
        Step::Line(right),
        Step::Arc(radii, false, true, left),
        Step::Line((-RADIUS, -HEIGHT)),
    ];
    canvas.include((0, FLAT));
    canvas.path(PathClass::Surface, &wall);
    canvas.ellipse(PathClass::Surface, (0, -HEIGHT), radii);
    canvas.path(
        PathClass::Dashed,
        &[Step::Move(left), Step::Arc(radii, false, true, right)],
    );
    canvas.path(PathClass::Outline, &wall);
    canvas.ellipse(PathClass::Outline, (0, -HEIGHT), radii);
    let from = if diameter.is_some() { -RADIUS } else { 0 };
    if let Some(label) = radius.as_ref().or(diameter.as_ref()) {
        canvas.line(PathClass::Mark, (from, -HEIGHT), (RADIUS, -HEIGHT));
        // over the lid: inside it a label would lie on its edge
        let up = HEIGHT + FLAT + 50 + label.height(TextClass::Label) / 2;
        canvas.label(
            TextClass::Label,
            Anchor::Middle,
            (i32::midpoint(from, RADIUS), -up),
            label,
        );
    }
    canvas.circle(PathClass::Point, (0, -HEIGHT), 30);
    if let Some(label) = &height {
        canvas.label(
            TextClass::Label,
            Anchor::Start,
            (RADIUS + CLEAR + 20, -HEIGHT / 2),
            label,
        );
    }
    let named = [
        ("radius of the top circle", radius.as_ref()),
        ("diameter of the top circle", diameter.as_ref()),
        ("height", height.as_ref()),
    ];
    let alt = format!("A cylinder standing upright.{}", sides(&named));
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}
