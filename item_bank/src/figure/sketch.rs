//! Lines, shapes and words at places of their own.

use super::canvas::Canvas;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::path::{At, Step};
use super::reader::{Drawn, Reader};
use super::rule::{Heads, SketchAngleRule, SketchLineRule, SketchRule};
use super::shapes::body;
use crate::Rational;

/// The box that all places are fitted into, in tenths of a unit.
const WIDE: i32 = 2000;
const HIGH: i32 = 1500;
/// From the author's (0, 0), so that sums of a few lengths cannot overflow.
const FARTHEST: i32 = 1_000_000;
const MOST: usize = 40;
const DOT: i32 = 45;
const ARC: i64 = 240;
const CORNER: i64 = 120;

type Source = [String; 2];
type Place = (Rational, Rational);

pub(super) fn draw(rule: &SketchRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let parts = [
        ("polygons", rule.polygons.len()),
        ("circles", rule.circles.len()),
        ("lines", rule.lines.len()),
        ("angles", rule.angles.len()),
        ("points", rule.points.len()),
        ("texts", rule.texts.len()),
    ];
    for (what, count) in parts {
        reader.at_most(what, count, MOST)?;
    }
    for corners in &rule.polygons {
        reader.at_most("corners", corners.len(), MOST)?;
        if corners.len() < 3 {
            return Err(reader.shape("a polygon has 3 corners or more"));
        }
    }
    for line in &rule.lines {
        reader.at_most("through", line.through.len(), MOST)?;
        if line.through.len() < 2 {
            return Err(reader.shape("a line goes through 2 places or more"));
        }
    }
    let scale = Scale::of(rule, reader)?;
    let mut canvas = Canvas::new(reader.kind);
    for corners in &rule.polygons {
        body(&mut canvas, &scale.all(reader, corners)?);
    }
    for circle in &rule.circles {
        let centre = scale.at(reader, &circle.at)?;
        let radius = reader.positive("radius", &circle.radius)?;
        let radius = scale.length(reader, radius)?;
        let class = thick(circle.thick, PathClass::Outline);
        canvas.circle(PathClass::Surface, centre, radius);
        canvas.circle(class, centre, radius);
    }
    for angle in &rule.angles {
        scale.angle(&mut canvas, reader, angle)?;
    }
    for line in &rule.lines {
        scale.line(&mut canvas, reader, line)?;
    }
    for at in &rule.points {
        canvas.circle(PathClass::Point, scale.at(reader, at)?, DOT);
    }
    for text in &rule.texts {
        let (at, label) = (scale.at(reader, &text.at)?, reader.label(&text.text)?);
        canvas.label(TextClass::Label, Anchor::Middle, at, &label);
    }
    canvas.finish(reader.alt(Some(&rule.alt), String::new())?)
}

fn thick(thick: bool, thin: PathClass) -> PathClass {
    if thick { PathClass::Segment } else { thin }
}

fn read(reader: &Reader<'_>, [x, y]: &Source) -> Drawn<Place> {
    Ok((reader.number("x", x)?, reader.number("y", y)?))
}

/// Tenths of a unit for one of the author's units.
struct Scale(Rational);

impl Scale {
    fn of(rule: &SketchRule, reader: &Reader<'_>) -> Drawn<Self> {
        let places = rule.polygons.iter().flatten();
        let places = places.chain(rule.lines.iter().flat_map(|line| &line.through));
        let places = places.chain(&rule.points);
        let places = places.chain(rule.texts.iter().map(|text| &text.at));
        let mut xs = Vec::new();
        let mut ys = Vec::new();
        for place in places {
            let (x, y) = read(reader, place)?;
            xs.push(x);
            ys.push(y);
        }
        for circle in &rule.circles {
            let (x, y) = read(reader, &circle.at)?;
            let radius = reader.positive("radius", &circle.radius)?;
            for (all, middle) in [(&mut xs, x), (&mut ys, y)] {
                let ends = [middle.checked_sub(radius), middle.checked_add(radius)];
                all.extend(ends.into_iter().flatten());
            }
        }
        let fit = |all: &[Rational], room: i32| {
            let size = all.iter().max()?.checked_sub(*all.iter().min()?)?;
            Rational::whole(room.into()).checked_div(size)
        };
        let scale = [fit(&xs, WIDE), fit(&ys, HIGH)].into_iter().flatten().min();
        scale
            .map(Self)
            .ok_or_else(|| reader.shape("needs two places that are not the same"))
    }

    fn length(&self, reader: &Reader<'_>, length: Rational) -> Drawn<i32> {
        let exact = length.checked_mul(self.0).map(|l| l.floor().numerator());
        let tenths = exact.and_then(|n| i32::try_from(n).ok());
        let near = tenths.filter(|n| n.abs() <= FARTHEST);
        near.ok_or_else(|| reader.shape("lies too far from (0, 0) for its size"))
    }

    fn at(&self, reader: &Reader<'_>, source: &Source) -> Drawn<At> {
        let (x, y) = read(reader, source)?;
        Ok((self.length(reader, x)?, -self.length(reader, y)?))
    }

    fn all(&self, reader: &Reader<'_>, sources: &[Source]) -> Drawn<Vec<At>> {
        sources.iter().map(|one| self.at(reader, one)).collect()
    }

    fn line(&self, canvas: &mut Canvas, reader: &Reader<'_>, rule: &SketchLineRule) -> Drawn<()> {
        let places = self.all(reader, &rule.through)?;
        let class = if rule.dashed {
            PathClass::Dashed
        } else {
            thick(rule.thick, PathClass::Outline)
        };
        let mut steps: Vec<Step> = places.iter().map(|&at| Step::Line(at)).collect();
        steps[0] = Step::Move(places[0]);
        canvas.path(class, &steps);
        let last = places.len() - 1;
        if rule.heads != Heads::None {
            canvas.head(places[last], places[last - 1]);
        }
        if rule.heads == Heads::Both {
            canvas.head(places[0], places[1]);
        }
        Ok(())
    }

    fn angle(&self, canvas: &mut Canvas, reader: &Reader<'_>, rule: &SketchAngleRule) -> Drawn<()> {
        let vertex = self.at(reader, &rule.at)?;
        let direction = |source| {
            let (x, y) = self.at(reader, source)?;
            Ok((i64::from(x - vertex.0), i64::from(y - vertex.1)))
        };
        let (from, to) = (direction(&rule.from)?, direction(&rule.to)?);
        let along = |(x, y): (i64, i64), length: i64| {
            let own = (x * x + y * y).isqrt().max(1);
            ((x * length / own) as i32, (y * length / own) as i32)
        };
        let moved = |(x, y): At| (vertex.0 + x, vertex.1 + y);
        if from.0 * to.0 + from.1 * to.1 == 0 {
            let (one, other) = (along(from, CORNER), along(to, CORNER));
            let corner = moved((one.0 + other.0, one.1 + other.1));
            let steps = [
                Step::Move(moved(one)),
                Step::Line(corner),
                Step::Line(moved(other)),
            ];
            canvas.path(PathClass::Mark, &steps);
            return Ok(());
        }
        // y grows downwards: what turns from x to y is clockwise
        let clockwise = from.0 * to.1 - from.1 * to.0 > 0;
        let radius = ARC as i32;
        let arc = Step::Arc((radius, radius), false, clockwise, moved(along(to, ARC)));
        canvas.path(PathClass::Mark, &[Step::Move(moved(along(from, ARC))), arc]);
        Ok(())
    }
}
