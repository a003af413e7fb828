//! A clock face with hands.

use super::angle::towards;
use super::canvas::Canvas;
use super::label::Label;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::path::At;
use super::reader::{Drawn, Reader};
use super::rule::ClockRule;
use super::words::counted;
use crate::Rational;
use crate::text::show;

const RADIUS: i32 = 900;

pub(super) fn draw(rule: &ClockRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let hour = reader.count("hour", &rule.hour, 1, 12)?;
    let minute = reader.count("minute", &rule.minute, 0, 59)?;
    let mut canvas = Canvas::new(reader.kind);
    canvas.circle(PathClass::Surface, (0, 0), RADIUS);
    for tick in 0..60 {
        let inner = if tick % 5 == 0 {
            RADIUS - 110
        } else {
            RADIUS - 55
        };
        canvas.line(
            PathClass::Tick,
            hand(tick * 12, inner),
            hand(tick * 12, RADIUS),
        );
    }
    canvas.circle(PathClass::Outline, (0, 0), RADIUS);
    canvas.line(PathClass::Segment, (0, 0), hand(hour * 60 + minute, 400));
    canvas.line(PathClass::Outline, (0, 0), hand(minute * 12, 600));
    canvas.circle(PathClass::Point, (0, 0), 40);
    for number in 1..=12 {
        let label = Label::math(show::number(Rational::whole(i64::from(number))));
        canvas.label(
            TextClass::Label,
            Anchor::Middle,
            hand(number * 60, RADIUS - 205),
            &label,
        );
    }
    canvas.finish(reader.alt(rule.alt.as_ref(), said(hour, minute))?)
}

/// In 720ths of the way round, from the top.
fn hand(part: i32, length: i32) -> At {
    towards(90.0 - f64::from(part) / 2.0, length)
}

/// What the hands point at; reading the time is the student's.
fn said(hour: i32, minute: i32) -> String {
    let next = hour % 12 + 1;
    let short = match minute {
        0 => format!("exactly at {hour}"),
        30 => format!("halfway between {hour} and {next}"),
        m if m < 30 => format!("between {hour} and {next}, nearer {hour}"),
        _ => format!("between {hour} and {next}, nearer {next}"),
    };
    let number = |fifth: i32| if fifth == 0 { 12 } else { fifth };
    let long = match minute % 5 {
        0 => format!("exactly at {}", number(minute / 5)),
        past => format!(
            "{} past {}",
            counted(past, "small tick"),
            number(minute / 5)
        ),
    };
    format!(
        "A clock face with the numbers 1 to 12 and 4 small ticks between each two. The short hand points {short}. The long hand points {long}."
    )
}
