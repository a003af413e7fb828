//! Angles.

use super::canvas::Canvas;
use super::label::Label;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::path::{At, Step};
use super::reader::{Drawn, Reader};
use super::rule::AngleRule;
use super::words::named;
use crate::Rational;

const RAY: i32 = 1350;

/// A point in this direction, in degrees against the clock from the right.
pub(super) fn towards(degrees: f64, length: i32) -> At {
    let radians = degrees * std::f64::consts::PI / 180.0;
    let along = |part: f64| libm::round(part * f64::from(length)) as i32;
    (along(libm::cos(radians)), -along(libm::sin(radians)))
}

fn float(value: Rational) -> f64 {
    value.numerator() as f64 / value.denominator() as f64
}

struct Angle {
    from: f64,
    degrees: Rational,
    label: Option<Label>,
}

pub(super) fn draw(rule: &AngleRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let degrees = reader.positive("degrees", &rule.degrees)?;
    let full = Rational::whole(360);
    if degrees >= full {
        return Err(reader.value("degrees", degrees, "less than 360"));
    }
    let second = match (&rule.second, rule.straight) {
        (Some(second), _) => Some(reader.positive("second", second)?),
        (None, true) => Rational::whole(180).checked_sub(degrees),
        (None, false) => None,
    };
    if let Some(second) = second {
        let sum = degrees.checked_add(second).unwrap_or(full);
        if second <= Rational::ZERO || sum >= full {
            return Err(reader.value(
                "second",
                second,
                "more than 0, and less than 360 with `degrees`",
            ));
        }
        if rule.straight && sum != Rational::whole(180) {
            return Err(reader.value(
                "second",
                second,
                "what is left of 180 degrees, as `straight` says",
            ));
        }
    }
    let mut angles = vec![Angle {
        from: 0.0,
        degrees,
        label: reader.maybe_label(rule.label.as_ref())?,
    }];
    if let Some(second) = second {
        angles.push(Angle {
            from: float(degrees),
            degrees: second,
            label: reader.maybe_label(rule.second_label.as_ref())?,
        });
    }
    let mut canvas = Canvas::new(reader.kind);
    for (index, angle) in angles.iter().enumerate() {
        angle.arc(&mut canvas, 330 + index as i32 * 70);
    }
    let ends = angles.iter().map(|angle| angle.from + float(angle.degrees));
    for end in [0.0].into_iter().chain(ends) {
        let tip = towards(end, RAY);
        canvas.line(PathClass::Outline, (0, 0), tip);
        canvas.head(tip, (0, 0));
    }
    canvas.circle(PathClass::Point, (0, 0), 35);
    for (index, angle) in angles.iter().enumerate() {
        angle.print(&mut canvas, 330 + index as i32 * 70);
    }
    let name = reader.maybe_label(rule.name.as_ref())?;
    if let Some(name) = &name {
        let sum: f64 = angles.iter().map(|angle| float(angle.degrees)).sum();
        // opposite the opening, where nothing is drawn
        let (x, y) = towards(sum / 2.0 + 180.0, 170);
        canvas.label(TextClass::Label, Anchor::Middle, (x, y), name);
    }
    let alt = said(&angles, name.as_ref(), rule.straight);
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}

impl Angle {
    fn right(&self) -> bool {
        self.degrees == Rational::whole(90)
    }

    fn arc(&self, canvas: &mut Canvas, radius: i32) {
        let to = self.from + float(self.degrees);
        if self.right() {
            const SIDE: i32 = 200;
            let (one, other) = (towards(self.from, SIDE), towards(to, SIDE));
            let corner = (one.0 + other.0, one.1 + other.1);
            let steps = [Step::Move(one), Step::Line(corner), Step::Line(other)];
            canvas.path(PathClass::Mark, &steps);
            return;
        }
        let (start, end) = (towards(self.from, radius), towards(to, radius));
        let long = self.degrees > Rational::whole(180);
        if long {
            canvas.include((-radius, 0));
            canvas.include((0, radius));
        }
        let arc = Step::Arc((radius, radius), long, false, end);
        canvas.path(PathClass::Mark, &[Step::Move(start), arc]);
    }

    fn print(&self, canvas: &mut Canvas, radius: i32) {
        let Some(label) = &self.label else { return };
        let half = float(self.degrees) / 2.0;
        let middle = self.from + half;
        let (wide, tall) = (
            label.width(TextClass::Label) / 2 + 40,
            label.height(TextClass::Label) / 2 + 30,
        );
        // outwards along the middle until both rays are clear of the text
        let clear = |&distance: &i32| {
            let (x, y) = towards(middle, distance);
            let corners = [
                (x - wide, y - tall),
                (x + wide, y - tall),
                (x - wide, y + tall),
                (x + wide, y + tall),
            ];
            let beyond = radius + 30;
            corners.iter().all(|&(x, y)| {
                let far = i64::from(x) * i64::from(x) + i64::from(y) * i64::from(y)
                    >= i64::from(beyond) * i64::from(beyond);
                far && self.holds((x, y))
            })
        };
        let distance = (radius..=RAY + 500).step_by(20).find(clear);
        // wider than the opening: beyond the tips
        let at = towards(middle, distance.unwrap_or(RAY + wide));
        canvas.label(TextClass::Label, Anchor::Middle, at, label);
    }

    /// Whether a point is between the two rays.
    fn holds(&self, (x, y): At) -> bool {
        let direction = libm::atan2(-f64::from(y), f64::from(x)) * 180.0 / std::f64::consts::PI;
        let turned = direction - self.from;
        let turned = if turned < 0.0 { turned + 360.0 } else { turned };
        turned > 0.0 && turned < float(self.degrees)
    }
}

/// What the eye sees, not what a protractor says.
fn said(angles: &[Angle], name: Option<&Label>, straight: bool) -> String {
    let size = |angle: &Angle| {
        let than = |limit: i64| angle.degrees.cmp(&Rational::whole(limit));
        match (than(90), than(180)) {
            (std::cmp::Ordering::Less, _) => "narrower than a square corner",
            (std::cmp::Ordering::Equal, _) => "marked with a square corner",
            (_, std::cmp::Ordering::Less) => "wider than a square corner",
            (_, std::cmp::Ordering::Equal) => "whose two sides make one straight line",
            _ => "wider than a straight line, marked on its outer side",
        }
    };
    let vertex = name.map_or_else(String::new, |n| {
        format!(" The vertex is labelled {}.", n.said())
    });
    match angles {
        [one, other] => {
            let line = if straight {
                " Together they make a straight line."
            } else {
                ""
            };
            format!(
                "Two angles side by side, with one side in common.{line} The first{} is {}. The second{} is {}.{vertex}",
                named(one.label.as_ref()),
                size(one),
                named(other.label.as_ref()),
                size(other)
            )
        }
        all => {
            let one = all.first();
            let size = one.map_or("", size);
            format!(
                "An angle{} {size}.{vertex}",
                named(one.and_then(|o| o.label.as_ref()))
            )
        }
    }
}
