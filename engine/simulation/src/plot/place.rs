//! Labels that cover neither one another nor the points.

const LABEL: f64 = 17.0;
const POINT: f64 = 12.0;
const ROUNDS: usize = 600;

/// A place for the label of each point, inside the box from `low` to `high`: pushed apart until
/// none touches another. The same points give the same places.
pub(super) fn apart(points: &[(f64, f64)], low: (f64, f64), high: (f64, f64)) -> Vec<(f64, f64)> {
    let mut places: Vec<(f64, f64)> = points
        .iter()
        .enumerate()
        .map(|(i, p)| {
            // the golden angle: no two labels start in the same direction
            let angle = i as f64 * 2.399_963_229_728_653;
            (p.0 + 13.0 * angle.cos(), p.1 + 13.0 * angle.sin())
        })
        .collect();
    for round in 0..ROUNDS {
        for i in 0..places.len() {
            let mut push = (0.0, 0.0);
            for (j, point) in points.iter().enumerate() {
                if j != i {
                    away(&mut push, places[i], places[j], LABEL);
                }
                away(&mut push, places[i], *point, POINT);
            }
            // home is where it belongs, as long as there is room
            let pull = if round < ROUNDS / 2 { 0.02 } else { 0.0 };
            let home = (points[i].0 - places[i].0, points[i].1 - places[i].1);
            places[i].0 = (places[i].0 + push.0 + pull * home.0).clamp(low.0, high.0);
            places[i].1 = (places[i].1 + push.1 + pull * home.1).clamp(low.1, high.1);
        }
    }
    places
}

/// Adds a step away from `other` if `at` is nearer to it than `room`.
fn away(push: &mut (f64, f64), at: (f64, f64), other: (f64, f64), room: f64) {
    let (dx, dy) = (at.0 - other.0, at.1 - other.1);
    let distance = dx.hypot(dy).max(0.01);
    if distance < room {
        let step = 0.5 * (room - distance) / distance;
        push.0 += dx * step;
        push.1 += dy * step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crowded_labels_come_apart_and_stay_inside() {
        let points: Vec<(f64, f64)> = (0..14)
            .map(|i| (60.0 + f64::from(i) * 3.0, 80.0 + f64::from(i % 3) * 4.0))
            .collect();
        let places = apart(&points, (9.0, 9.0), (200.0, 180.0));
        for (i, a) in places.iter().enumerate() {
            assert!((9.0..=200.0).contains(&a.0) && (9.0..=180.0).contains(&a.1));
            for b in &places[i + 1..] {
                assert!((a.0 - b.0).hypot(a.1 - b.1) > 15.0, "{a:?} {b:?}");
            }
        }
    }
}
