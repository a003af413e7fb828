//! What the engine believes about one student and one skill, and how an answer moves it.

use serde::{Deserialize, Serialize};

use crate::bkt::{self, Emission, Help};
use crate::day::SchoolDay;
use crate::mastery::MasteryRule;
use crate::params::SkillParams;
use crate::review;

/// One student's estimate for one skill. A projection: always rebuilt by folding the responses.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SkillState {
    /// P(known) / (1 - P(known)) after the last opportunity, before any forgetting since.
    pub odds: f64,
    /// First scored attempts.
    pub opportunities: u32,
    /// Of these, how many said anything (the last hint had not been seen).
    pub evidence: u32,
    /// Of these, how many without any hint.
    pub unaided: u32,
    /// Of the unaided, how many with the bridge closed.
    pub unbridged: u32,
    /// Unaided right answers in a row up to now.
    pub run: u32,
    /// Opportunities since the last run of three (or since the start).
    pub since_run: u32,
    /// Days after which recall is expected to be 0.9.
    pub stability: f64,
    /// Day of the last opportunity.
    pub last_day: Option<SchoolDay>,
}

/// One opportunity, as evidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Observation {
    pub correct: bool,
    pub emission: Emission,
    pub help: Help,
    /// The bridge was open while the student answered.
    pub bridged: bool,
    pub day: SchoolDay,
}

/// The terms by which one observation moved an estimate, in the order they apply. All
/// probabilities are P(known) but `predicted`, which is P(right).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Move {
    pub before: f64,
    /// Days since the opportunity before, and what was left after forgetting.
    pub days: u32,
    pub after_forgetting: f64,
    /// P(right) as predicted before the answer, with the help taken.
    pub predicted: f64,
    /// P(answer | known) / P(answer | unknown): over 1 raises, under 1 lowers, 1 says nothing.
    pub likelihood_ratio: f64,
    pub after_evidence: f64,
    /// After the chance to learn from this opportunity.
    pub after: f64,
}

/// Three in a row is the run that wheel-spinning is defined by.
const RUN: u32 = 3;

impl SkillState {
    pub fn new(params: &SkillParams) -> Self {
        Self {
            odds: bkt::to_odds(params.prior),
            opportunities: 0,
            evidence: 0,
            unaided: 0,
            unbridged: 0,
            run: 0,
            since_run: 0,
            stability: review::FIRST_STABILITY,
            last_day: None,
        }
    }

    pub fn p_known(&self) -> f64 {
        bkt::to_probability(self.odds)
    }

    /// Predicted recall on `day`; 1 when the skill was never practised, since nothing fades then.
    pub fn recall_on(&self, day: SchoolDay) -> f64 {
        self.last_day.map_or(1.0, |last| {
            review::recall(day.days_since(last), self.stability)
        })
    }

    /// P(right) for an item on `day`, before any help.
    pub fn predict(&self, params: &SkillParams, emission: Emission, day: SchoolDay) -> f64 {
        bkt::predict(self.faded(params, day).0, emission)
    }

    /// Folds one opportunity in and says what moved. Exactly one observation and one transition.
    pub fn observe(&mut self, params: &SkillParams, seen: &Observation) -> Move {
        let before = self.p_known();
        let (odds, days) = self.faded(params, seen.day);
        let emission = seen.emission.with_help(seen.help);
        // At the last hint the ratio is 1 by construction; computed, it could be off by a rounding.
        let ratio = if seen.help.bottom_out() {
            1.0
        } else {
            emission.likelihood_ratio(seen.correct)
        };
        let informed = bkt::observe(odds, ratio);
        let learned = bkt::learn(informed, params.learn);

        self.odds = learned;
        self.stability = review::next_stability(self.stability, days, seen.correct);
        self.last_day = Some(self.last_day.map_or(seen.day, |last| last.max(seen.day)));
        self.count(seen);
        Move {
            before,
            days,
            after_forgetting: bkt::to_probability(odds),
            predicted: bkt::predict(odds, emission),
            likelihood_ratio: ratio,
            after_evidence: bkt::to_probability(informed),
            after: bkt::to_probability(learned),
        }
    }

    /// Whether ten opportunities passed without progress; see [`crate::STUCK_AFTER`].
    pub fn is_stuck(&self, rule: &MasteryRule) -> bool {
        rule.level(self) == crate::MasteryLevel::Stuck
    }

    fn faded(&self, params: &SkillParams, day: SchoolDay) -> (f64, u32) {
        let days = self.last_day.map_or(0, |last| day.days_since(last));
        (bkt::forget(self.odds, params.forget, days), days)
    }

    fn count(&mut self, seen: &Observation) {
        self.opportunities += 1;
        self.evidence += u32::from(!seen.help.bottom_out());
        self.unaided += u32::from(seen.help.unaided());
        self.unbridged += u32::from(seen.help.unaided() && !seen.bridged);
        self.run = if seen.correct && seen.help.unaided() {
            self.run + 1
        } else {
            0
        };
        self.since_run = if self.run >= RUN {
            0
        } else {
            self.since_run + 1
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Difficulty, MasteryLevel, emission_for};

    fn params() -> SkillParams {
        SkillParams::new(0.3, 0.15, 0.1, 0.1, 0.01).unwrap()
    }

    fn answer(correct: bool) -> Observation {
        Observation {
            correct,
            emission: emission_for(&params(), Difficulty::Medium, 0.0),
            help: Help::default(),
            bridged: false,
            day: SchoolDay(100),
        }
    }

    fn after(answers: impl IntoIterator<Item = Observation>) -> SkillState {
        let mut state = SkillState::new(&params());
        for seen in answers {
            state.observe(&params(), &seen);
        }
        state
    }

    fn level(state: &SkillState) -> MasteryLevel {
        MasteryRule::default().level(state)
    }

    #[test]
    fn no_evidence_is_a_state_and_not_zero() {
        assert_eq!(level(&after([])), MasteryLevel::NotEnoughEvidence);
        assert_eq!(
            level(&after([answer(true); 2])),
            MasteryLevel::NotEnoughEvidence
        );
    }

    #[test]
    fn mastery_needs_unaided_answers() {
        let hinted = Observation {
            help: Help { depth: 1, of: 3 },
            ..answer(true)
        };
        assert_eq!(level(&after([hinted; 9])), MasteryLevel::NearlyThere);
        assert_eq!(level(&after([answer(true); 4])), MasteryLevel::Mastered);
    }

    #[test]
    fn mastery_with_the_bridge_is_told_apart() {
        let bridged = Observation {
            bridged: true,
            ..answer(true)
        };
        assert_eq!(
            level(&after([bridged; 5])),
            MasteryLevel::MasteredWithBridge
        );
        let then_alone = [bridged; 5].into_iter().chain([answer(true); 3]);
        assert_eq!(level(&after(then_alone)), MasteryLevel::Mastered);
    }

    #[test]
    fn ten_without_three_in_a_row_is_stuck() {
        let wobble = (0..10).map(|n| answer(n % 3 == 0));
        assert_eq!(level(&after(wobble)), MasteryLevel::Stuck);
        let recovered = (0..10).map(|n| answer(n % 3 == 0)).chain([answer(true); 3]);
        assert_ne!(level(&after(recovered)), MasteryLevel::Stuck);
    }

    #[test]
    fn bottom_out_teaches_but_is_no_evidence() {
        let told = Observation {
            help: Help { depth: 3, of: 3 },
            ..answer(true)
        };
        let state = after([told; 4]);
        assert_eq!((state.opportunities, state.evidence), (4, 0));
        assert_eq!(level(&state), MasteryLevel::NotEnoughEvidence);
    }

    #[test]
    fn a_pause_fades_the_estimate_and_is_explained() {
        let mut state = after([answer(true); 4]);
        let before = state.p_known();
        let later = Observation {
            day: SchoolDay(130),
            ..answer(true)
        };
        let moved = state.observe(&params(), &later);
        assert_eq!(moved.days, 30);
        assert!((moved.before - before).abs() < 1e-15);
        assert!(moved.after_forgetting < before);
        assert!(moved.after_evidence > moved.after_forgetting);
    }
}
