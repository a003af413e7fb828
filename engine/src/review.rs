//! When to come back to what was mastered.
//!
//! The forgetting curve of FSRS-4.5, R(t, S) = (1 + 19/81 t/S)^-0.5, where S is the number of days
//! after which recall is 0.9. A plain default: no data set at hand has the timestamps that would
//! validate it for mathematics skills.

/// A mastered skill is due when its predicted recall falls below this.
pub const REVIEW_BELOW: f64 = 0.9;

/// Days to 0.9 recall right after a skill is first met.
pub(crate) const FIRST_STABILITY: f64 = 5.0;
/// An answer on a later day moves the stability: doubled when right, halved when wrong.
const GROWTH: f64 = 2.0;
const STABILITY_MIN: f64 = 1.0;
const STABILITY_MAX: f64 = 365.0;

/// Predicted recall after `days` without practice; 1 on the day itself.
pub fn recall(days: u32, stability: f64) -> f64 {
    let decay = 1.0 + (19.0 / 81.0) * f64::from(days) / stability;
    1.0 / decay.sqrt()
}

pub(crate) fn next_stability(stability: f64, days: u32, correct: bool) -> f64 {
    if days == 0 {
        return stability;
    }
    let next = if correct {
        stability * GROWTH
    } else {
        stability / GROWTH
    };
    next.clamp(STABILITY_MIN, STABILITY_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recall_is_ninety_percent_after_the_stability() {
        assert!((recall(7, 7.0) - 0.9).abs() < 1e-12);
        assert!((recall(0, 7.0) - 1.0).abs() < 1e-15);
        assert!(recall(30, 7.0) < recall(8, 7.0));
    }

    #[test]
    fn stability_moves_only_on_a_later_day() {
        assert_eq!(next_stability(5.0, 0, true), 5.0);
        assert_eq!(next_stability(5.0, 2, true), 10.0);
        assert_eq!(next_stability(1.0, 2, false), 1.0);
    }
}
