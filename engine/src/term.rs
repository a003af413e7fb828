//! A student and one academic word: when its card may fold, and when it opens again.
//!
//! A card folds after the student has used the English word correctly often enough, on days enough;
//! never by the calendar alone, and never for being looked at. One wrong use of a folded word opens
//! it again, and the count begins anew. Asking for a card is information, not a failure.

use serde::{Deserialize, Serialize};

use crate::day::SchoolDay;

/// When a card folds. The numbers are a starting default to be tested, not a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TermRule {
    /// Correct productive uses.
    pub uses: u8,
    /// Different school days they fall on.
    pub days: u8,
}

wire_read::object!(TermRule { uses, days });

impl Default for TermRule {
    fn default() -> Self {
        Self { uses: 3, days: 2 }
    }
}

/// What happened between a student and a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermEvent {
    /// The card stood open before the student.
    Met,
    /// The student opened it, though it was folded.
    Asked,
    /// Used in English, correctly.
    Used,
    /// Used in English, not correctly.
    Misused,
}

/// A projection: the fold of the student's events with this word, in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TermState {
    pub met: u32,
    pub asked: u32,
    /// Correct uses, ever.
    pub used: u32,
    pub misused: u32,
    /// Correct uses since the start or the last relapse, as far as they matter.
    pub run: u8,
    /// School days that they fell on.
    pub run_days: u8,
    /// Of the last correct use.
    pub last_use: Option<SchoolDay>,
    /// Times that a folded card opened again.
    pub relapses: u32,
}

wire_read::object!(TermState {
    met,
    asked,
    used,
    misused,
    run,
    run_days,
    last_use,
    relapses
});

impl TermState {
    pub fn observe(&mut self, event: TermEvent, day: SchoolDay, rule: TermRule) {
        match event {
            TermEvent::Met => self.met += 1,
            TermEvent::Asked => self.asked += 1,
            TermEvent::Used => {
                self.used += 1;
                self.run = self.run.saturating_add(1);
                if self.run_days == 0 || self.last_use != Some(day) {
                    self.run_days = self.run_days.saturating_add(1);
                }
                self.last_use = Some(day);
            }
            TermEvent::Misused => {
                self.misused += 1;
                if self.is_folded(rule) {
                    self.relapses += 1;
                    self.run = 0;
                    self.run_days = 0;
                }
            }
        }
    }

    /// Used well enough that the card needs not stand open.
    pub fn is_folded(&self, rule: TermRule) -> bool {
        self.run >= rule.uses && self.run_days >= rule.days
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: TermRule = TermRule { uses: 3, days: 2 };

    fn after(events: &[(TermEvent, i32)]) -> TermState {
        let mut state = TermState::default();
        for &(event, day) in events {
            state.observe(event, SchoolDay(day), RULE);
        }
        state
    }

    #[test]
    fn a_card_folds_after_three_uses_on_two_days() {
        use TermEvent::Used;
        assert!(!after(&[(Used, 1), (Used, 1), (Used, 1), (Used, 1)]).is_folded(RULE));
        assert!(!after(&[(Used, 1), (Used, 2)]).is_folded(RULE));
        assert!(after(&[(Used, 1), (Used, 1), (Used, 2)]).is_folded(RULE));
    }

    #[test]
    fn looking_and_asking_fold_nothing_and_open_nothing() {
        use TermEvent::{Asked, Met, Used};
        assert!(!after(&[(Met, 1), (Met, 2), (Met, 3), (Asked, 4)]).is_folded(RULE));
        let folded = [(Used, 1), (Used, 1), (Used, 2), (Asked, 3), (Met, 90)];
        assert!(after(&folded).is_folded(RULE));
    }

    #[test]
    fn a_slip_before_folding_takes_nothing_away() {
        use TermEvent::{Misused, Used};
        assert!(after(&[(Used, 1), (Misused, 1), (Used, 2), (Used, 2)]).is_folded(RULE));
    }

    #[test]
    fn a_relapse_opens_it_and_it_folds_again() {
        use TermEvent::{Misused, Used};
        let mut events = vec![(Used, 1), (Used, 1), (Used, 2), (Misused, 3)];
        let relapsed = after(&events);
        assert!(!relapsed.is_folded(RULE));
        assert_eq!((relapsed.relapses, relapsed.used), (1, 3));
        events.extend([(Used, 4), (Used, 4), (Used, 5)]);
        assert!(after(&events).is_folded(RULE));
    }
}
