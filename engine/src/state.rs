//! What the engine believes about one student and one skill, and how an answer moves it.

use serde::{Deserialize, Serialize};

use crate::ability::{Ability, AbilityPrior};
use crate::bkt::{self, Emission, Help};
use crate::day::SchoolDay;
use crate::mastery::MasteryRule;
use crate::params::{ItemParams, SkillParams};
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

wire_read::object!(SkillState {
    odds,
    opportunities,
    evidence,
    unaided,
    unbridged,
    run,
    since_run,
    stability,
    last_day
});

/// One opportunity, as evidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Observation {
    pub correct: bool,
    pub item: ItemParams,
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
    /// P(right | unknown) and P(wrong | known) of this item for this student, with the help taken.
    pub emission: Emission,
    /// P(answer | known) / P(answer | unknown): over 1 raises, under 1 lowers, 1 says nothing.
    pub likelihood_ratio: f64,
    pub after_evidence: f64,
    /// After the chance to learn from this opportunity.
    pub after: f64,
    /// The student's ability across skills before and after, in logits.
    pub ability_before: f64,
    pub ability_after: f64,
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
    pub fn predict(
        &self,
        params: &SkillParams,
        ability: &Ability,
        item: &ItemParams,
        day: SchoolDay,
    ) -> f64 {
        let emission = params.emission(ability.mean, item);
        bkt::predict(self.faded(params, day).0, emission)
    }

    /// Folds one opportunity in and says what moved. Exactly one observation and one transition;
    /// the skill is judged with the ability known before the answer.
    pub fn observe(
        &mut self,
        params: &SkillParams,
        ability: &mut Ability,
        prior: &AbilityPrior,
        seen: &Observation,
    ) -> Move {
        let emission = params.emission(ability.mean, &seen.item);
        let helped = emission.with_help(seen.help);
        let faded = self.faded(params, seen.day).0;
        let predicted = bkt::predict(faded, helped);
        // At the last hint the ratio is 1 by construction; computed, it could be off by a rounding.
        let ratio = if seen.help.bottom_out() {
            1.0
        } else {
            helped.likelihood_ratio(seen.correct)
        };
        let ability_before = ability.mean;
        if !seen.help.bottom_out() {
            let rise = rise(params, emission, seen, bkt::to_probability(faded));
            ability.observe(prior, seen.correct, predicted, rise);
        }
        let evidence = Evidence {
            emission: helped,
            predicted,
            ratio,
            ability_before,
            ability_after: ability.mean,
        };
        self.apply(params, seen, &evidence)
    }

    /// Moves one skill by evidence that is weighed already.
    pub(crate) fn apply(
        &mut self,
        params: &SkillParams,
        seen: &Observation,
        evidence: &Evidence,
    ) -> Move {
        let before = self.p_known();
        let (odds, days) = self.faded(params, seen.day);
        let informed = bkt::observe(odds, evidence.ratio);
        let learned = bkt::transition(informed, params.learn, params.forget);

        self.odds = learned;
        self.stability = review::next_stability(self.stability, days, seen.correct);
        self.last_day = Some(self.last_day.map_or(seen.day, |last| last.max(seen.day)));
        self.count(seen);
        Move {
            before,
            days,
            after_forgetting: bkt::to_probability(odds),
            predicted: evidence.predicted,
            emission: evidence.emission,
            likelihood_ratio: evidence.ratio,
            after_evidence: bkt::to_probability(informed),
            after: bkt::to_probability(learned),
            ability_before: evidence.ability_before,
            ability_after: evidence.ability_after,
        }
    }

    /// Whether ten opportunities passed without progress; see [`crate::STUCK_AFTER`].
    pub fn is_stuck(&self, rule: &MasteryRule) -> bool {
        rule.level(self) == crate::MasteryLevel::Stuck
    }

    pub(crate) fn faded(&self, params: &SkillParams, day: SchoolDay) -> (f64, u32) {
        let days = self.last_day.map_or(0, |last| day.days_since(last));
        (bkt::fade(self.odds, params.forget_daily, days), days)
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

/// What an answer says of one skill, and what it did to the ability.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    pub emission: Emission,
    pub predicted: f64,
    pub ratio: f64,
    pub ability_before: f64,
    pub ability_after: f64,
}

/// The derivative of P(right) by ability, help included.
pub(crate) fn rise(
    params: &SkillParams,
    emission: Emission,
    seen: &Observation,
    known: f64,
) -> f64 {
    let (guess, right) = params.rise(emission, &seen.item);
    let share = seen.help.share();
    let guess = guess + (right - guess) * share;
    known * right + (1.0 - known) * guess
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MasteryLevel;

    fn params() -> SkillParams {
        SkillParams {
            forget_daily: 0.01,
            ..SkillParams::plain(0.3, 0.15, 0.1, 0.1).unwrap()
        }
    }

    fn answer(correct: bool) -> Observation {
        Observation {
            correct,
            item: ItemParams::default(),
            help: Help::default(),
            bridged: false,
            day: SchoolDay(100),
        }
    }

    fn after(answers: impl IntoIterator<Item = Observation>) -> SkillState {
        of(&params(), answers).0
    }

    fn of(
        params: &SkillParams,
        answers: impl IntoIterator<Item = Observation>,
    ) -> (SkillState, Ability) {
        let prior = AbilityPrior::default();
        let (mut state, mut ability) = (SkillState::new(params), Ability::new(&prior));
        for seen in answers {
            state.observe(params, &mut ability, &prior, &seen);
        }
        (state, ability)
    }

    fn sloped() -> SkillParams {
        SkillParams {
            guess_slope: 1.0,
            slip_slope: 1.0,
            ..params()
        }
    }

    #[test]
    fn plain_answers_say_nothing_of_ability() {
        let prior = AbilityPrior::default();
        assert_eq!(of(&params(), [answer(true); 9]).1, Ability::new(&prior));
    }

    #[test]
    fn ability_follows_the_answers_and_grows_surer() {
        let prior = AbilityPrior::default();
        let right = of(&sloped(), [answer(true); 9]).1;
        let wrong = of(&sloped(), [answer(false); 9]).1;
        assert!(right.mean > 0.3 && wrong.mean < -0.3, "{right:?} {wrong:?}");
        assert!(right.variance < prior.variance && wrong.variance < prior.variance);
    }

    #[test]
    fn the_last_hint_says_nothing_of_ability() {
        let told = Observation {
            help: Help { depth: 3, of: 3 },
            ..answer(true)
        };
        let ability = of(&sloped(), [told; 9]).1;
        assert_eq!(ability, Ability::new(&AbilityPrior::default()));
    }

    #[test]
    fn an_able_students_right_answers_say_less_of_the_skill() {
        let prior = AbilityPrior::default();
        let after = |mean| {
            let mut ability = Ability {
                mean,
                ..Ability::new(&prior)
            };
            let mut state = SkillState::new(&sloped());
            state
                .observe(&sloped(), &mut ability, &prior, &answer(true))
                .after_evidence
        };
        assert!(after(2.0) < after(0.0) && after(0.0) < after(-2.0));
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
        let prior = AbilityPrior::default();
        let moved = state.observe(&params(), &mut Ability::new(&prior), &prior, &later);
        assert_eq!(moved.days, 30);
        assert!((moved.before - before).abs() < 1e-15);
        assert!(moved.after_forgetting < before);
        assert!(moved.after_evidence > moved.after_forgetting);
    }
}
