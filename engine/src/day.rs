//! Forgetting and review count school days, not hours.

use serde::{Deserialize, Serialize};
use wire_read::{Node, Read, Wrong};

/// A day number. The day turns at 10:00 UTC, which is night in every time zone of the United
/// States, so that homework at 11 p.m. and class at 9 a.m. are two days and one evening is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SchoolDay(pub i32);

impl Read for SchoolDay {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        Self(i32::read(node, wrong))
    }
}

const DAY_MS: i64 = 86_400_000;
const TURN_MS: i64 = 10 * 3_600_000;

impl SchoolDay {
    /// From epoch milliseconds; instants outside the range of `i32` days saturate.
    pub fn from_epoch_ms(ms: i64) -> Self {
        let day = ms.saturating_sub(TURN_MS).div_euclid(DAY_MS);
        Self(day.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32)
    }

    /// Whole days from `earlier` to this one; 0 when time runs backwards.
    pub fn days_since(self, earlier: Self) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evening_and_next_morning_are_two_days() {
        let pacific_evening = 1_700_000_000_000 - 1_700_000_000_000 % DAY_MS + 6 * 3_600_000;
        let next_morning = pacific_evening + 11 * 3_600_000;
        let evening = SchoolDay::from_epoch_ms(pacific_evening);
        assert_eq!(
            SchoolDay::from_epoch_ms(next_morning).days_since(evening),
            1
        );
        assert_eq!(
            SchoolDay::from_epoch_ms(pacific_evening + 3_600_000).days_since(evening),
            0
        );
    }

    #[test]
    fn clocks_that_run_backwards_count_no_days() {
        assert_eq!(SchoolDay(3).days_since(SchoolDay(9)), 0);
        assert_eq!(
            SchoolDay::from_epoch_ms(i64::MAX).days_since(SchoolDay(i32::MIN)),
            u32::MAX
        );
    }
}
