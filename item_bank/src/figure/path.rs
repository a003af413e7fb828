//! Lines and arcs, and how SVG writes them.

use std::fmt::Write as _;

/// Tenths of a unit.
pub(super) type At = (i32, i32);

#[derive(Clone, Copy)]
pub(super) enum Step {
    Move(At),
    Line(At),
    /// Radii, the long way round, clockwise, to.
    Arc(At, bool, bool, At),
    Close,
}

/// Moved by `by`, in units.
pub(super) fn data(steps: &[Step], by: At) -> String {
    let mut d = String::new();
    let pair = |(x, y): At| format!("{} {}", tenths(x), tenths(y));
    let moved = |(x, y): At| pair((x + by.0, y + by.1));
    for step in steps {
        // writing to a String cannot fail
        let _ = match step {
            Step::Move(at) => write!(d, "M{}", moved(*at)),
            Step::Line(at) => write!(d, "L{}", moved(*at)),
            Step::Arc(radii, long, clockwise, at) => write!(
                d,
                "A{} 0 {} {} {}",
                pair(*radii),
                u8::from(*long),
                u8::from(*clockwise),
                moved(*at)
            ),
            Step::Close => write!(d, "Z"),
        };
    }
    d
}

fn tenths(n: i32) -> String {
    let sign = if n < 0 { "-" } else { "" };
    let (whole, part) = (n.unsigned_abs() / 10, n.unsigned_abs() % 10);
    if part == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part}")
    }
}
