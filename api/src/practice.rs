//! What a teacher decides about practice: the settings of a class, and a skill that goes first.

use std::ops::RangeInclusive;

use engine::{MasteryRule, Zone};
use serde::{Deserialize, Serialize};

/// `GET` and `PUT /api/v1/classes/{class}/settings`.
///
/// The defaults hold until a teacher chooses; a choice is kept whole, whatever later defaults are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PracticeSettings {
    /// P(known) at or over which a skill may be mastered.
    #[cfg_attr(feature = "openapi", schema(minimum = 0.80, maximum = 0.99))]
    pub mastery_threshold: f64,
    /// P(right) that questions are chosen to have.
    #[cfg_attr(feature = "openapi", schema(minimum = 0.65, maximum = 0.85))]
    pub success_target: f64,
}

/// A field of [`PracticeSettings`] that is not within its range.
#[derive(Clone, Debug, PartialEq)]
pub struct OutOfRange {
    pub field: &'static str,
    pub value: f64,
    pub range: RangeInclusive<f64>,
}

impl PracticeSettings {
    pub const THRESHOLDS: RangeInclusive<f64> = 0.80..=0.99;
    /// The zone in which practice is worthwhile, see [`Zone`].
    pub const TARGETS: RangeInclusive<f64> = 0.65..=0.85;

    pub fn check(&self) -> Result<(), OutOfRange> {
        let within = |field, value, range: RangeInclusive<f64>| {
            if range.contains(&value) {
                return Ok(());
            }
            Err(OutOfRange {
                field,
                value,
                range,
            })
        };
        within(
            "mastery_threshold",
            self.mastery_threshold,
            Self::THRESHOLDS,
        )?;
        within("success_target", self.success_target, Self::TARGETS)
    }
}

impl Default for PracticeSettings {
    fn default() -> Self {
        Self {
            mastery_threshold: MasteryRule::default().threshold,
            success_target: Zone::default().target,
        }
    }
}

/// `PUT /api/v1/classes/{class}/students/{student}/skills/{skill}/pin` gives the skill first, until it
/// is mastered; `DELETE` takes that back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SkillPin {
    /// Display name of who asked for it first.
    pub teacher: String,
    pub pinned_at_ms: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_and_ends_are_within_the_ranges() {
        assert_eq!(PracticeSettings::default().check(), Ok(()));
        let zone = Zone::default();
        assert_eq!(PracticeSettings::TARGETS, zone.low..=zone.high);
        for (mastery_threshold, success_target, wrong) in [
            (0.80, 0.65, None),
            (0.99, 0.85, None),
            (0.79, 0.75, Some("mastery_threshold")),
            (1.0, 0.75, Some("mastery_threshold")),
            (f64::NAN, 0.75, Some("mastery_threshold")),
            (0.95, 0.64, Some("success_target")),
            (0.95, 0.86, Some("success_target")),
        ] {
            let settings = PracticeSettings {
                mastery_threshold,
                success_target,
            };
            let found = settings.check().err().map(|it| it.field);
            assert_eq!(found, wrong, "{settings:?}");
        }
    }
}
