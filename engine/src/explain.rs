//! A move taken apart: what each thing that was taken into account did to P(known), in order.

use serde::{Deserialize, Serialize};

use crate::bkt::{self, Help};
use crate::params::{ItemParams, SkillParams};
use crate::state::{Move, Observation};

/// One thing that moved an estimate, and from where to where. The terms of a move chain: each
/// begins where the one before it ended, the first at [`Move::before`], the last ends at
/// [`Move::after`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Term {
    pub cause: Cause,
    /// P(known) before and after.
    pub from: f64,
    pub to: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// Days without practice.
    Pause { days: u32 },
    /// The answer, as a typical student's to a typical item of the skill.
    Answer {
        correct: bool,
        help: Help,
        /// P(answer | known) / P(answer | unknown).
        ratio: f64,
    },
    /// The item is harder (over 0) or easier than the skill's typical one, in logits.
    Item { difficulty: f64 },
    /// The student does better (over 0) or worse across skills than the typical one, in logits.
    Student { ability: f64 },
    /// What was known may be lost again by the next opportunity.
    Lapse,
    /// What was not known may be learned at this opportunity.
    Learning,
}

impl Move {
    /// The terms of this move of a skill with `params` by what was `seen`. A term that does nothing
    /// by the parameters is left out; the answer never is.
    pub fn terms(&self, params: &SkillParams, seen: &Observation) -> impl Iterator<Item = Term> {
        let pause = (self.days > 0 && self.after_forgetting != self.before).then_some(Term {
            cause: Cause::Pause { days: self.days },
            from: self.before,
            to: self.after_forgetting,
        });
        let [answer, item, student] = self.evidence(params, seen);
        let kept = self.after_evidence * (1.0 - params.forget);
        let lapse = (params.forget > 0.0).then_some(Term {
            cause: Cause::Lapse,
            from: self.after_evidence,
            to: kept,
        });
        let learning = (params.learn > 0.0).then_some(Term {
            cause: Cause::Learning,
            from: kept,
            to: self.after,
        });
        [pause, answer, item, student, lapse, learning]
            .into_iter()
            .flatten()
    }

    /// The answer alone, then what the item's difficulty and the student's ability change of it.
    fn evidence(&self, params: &SkillParams, seen: &Observation) -> [Option<Term>; 3] {
        let answer = |ratio, to| Term {
            cause: Cause::Answer {
                correct: seen.correct,
                help: seen.help,
                ratio,
            },
            from: self.after_forgetting,
            to,
        };
        let difficulty = seen.item.difficulty;
        let ability = self.ability_before;
        let sloped = params.guess_slope != 0.0 || params.slip_slope != 0.0;
        let of_item = (sloped && difficulty != 0.0).then_some(Cause::Item { difficulty });
        let of_student = (sloped && ability != 0.0).then_some(Cause::Student { ability });
        if seen.help.bottom_out() || (of_item.is_none() && of_student.is_none()) {
            let whole = answer(self.likelihood_ratio, self.after_evidence);
            return [Some(whole), None, None];
        }
        let odds = bkt::to_odds(self.after_forgetting);
        let with = |ability: f64, item: &ItemParams| {
            let emission = params.emission(ability, item).with_help(seen.help);
            let ratio = emission.likelihood_ratio(seen.correct);
            (ratio, bkt::to_probability(bkt::observe(odds, ratio)))
        };
        let typical = ItemParams {
            difficulty: 0.0,
            ..seen.item
        };
        let (ratio, alone) = with(0.0, &typical);
        let asked = if of_student.is_none() {
            self.after_evidence
        } else {
            with(0.0, &seen.item).1
        };
        let term = |cause: Option<Cause>, from, to| cause.map(|cause| Term { cause, from, to });
        [
            Some(answer(ratio, alone)),
            term(of_item, alone, asked),
            term(of_student, asked, self.after_evidence),
        ]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Ability, AbilityPrior, SchoolDay, SkillState};

    fn params(slope: f64, forget: f64) -> SkillParams {
        SkillParams {
            forget,
            forget_daily: 0.01,
            guess_slope: slope,
            slip_slope: slope,
            ..SkillParams::plain(0.3, 0.15, 0.1, 0.1).unwrap()
        }
    }

    fn seen(correct: bool, difficulty: f64, depth: u8, day: i32) -> Observation {
        Observation {
            correct,
            item: ItemParams {
                difficulty,
                chance: 0.0,
            },
            help: Help { depth, of: 3 },
            bridged: false,
            day: SchoolDay(day),
        }
    }

    fn terms(params: &SkillParams, mean: f64, answers: &[Observation]) -> (Move, Vec<Term>) {
        let prior = AbilityPrior::default();
        let mut ability = Ability {
            mean,
            ..Ability::new(&prior)
        };
        let mut state = SkillState::new(params);
        let moves: Vec<Move> = answers
            .iter()
            .map(|seen| state.observe(params, &mut ability, &prior, seen))
            .collect();
        let last = *moves.last().unwrap();
        let terms = last.terms(params, answers.last().unwrap()).collect();
        (last, terms)
    }

    proptest! {
        #[test]
        fn terms_chain_from_before_to_after(
            slope in 0.0..2.0f64, forget in 0.0..0.3f64, mean in -3.0..3.0f64,
            difficulty in -2.0..2.0f64, correct: bool, depth in 0u8..4, days in 0i32..40,
        ) {
            let answers = [seen(!correct, 0.0, 0, 1), seen(correct, difficulty, depth, 1 + days)];
            let (moved, terms) = terms(&params(slope, forget), mean, &answers);
            prop_assert!((terms[0].from - moved.before).abs() < 1e-12);
            prop_assert!(terms.windows(2).all(|pair| (pair[0].to - pair[1].from).abs() < 1e-12));
            prop_assert!((terms.last().unwrap().to - moved.after).abs() < 1e-12);
        }
    }

    #[test]
    fn plain_terms_are_pause_answer_and_learning() {
        let answers = [seen(true, 0.7, 0, 1), seen(true, 0.7, 0, 9)];
        let (moved, terms) = terms(&params(0.0, 0.0), 1.0, &answers);
        let [pause, answer, learning] = terms[..] else {
            panic!("{terms:?}")
        };
        assert_eq!(pause.cause, Cause::Pause { days: 8 });
        assert!(
            matches!(answer.cause, Cause::Answer { ratio, .. } if ratio == moved.likelihood_ratio)
        );
        assert_eq!(learning.cause, Cause::Learning);
    }

    #[test]
    fn a_harder_item_makes_more_of_a_right_answer_and_an_able_student_less() {
        let (_, terms) = terms(&params(1.0, 0.05), 1.0, &[seen(true, 0.7, 0, 1)]);
        let [_, item, student, lapse, learning] = terms[..] else {
            panic!("{terms:?}")
        };
        assert_eq!(item.cause, Cause::Item { difficulty: 0.7 });
        assert!(item.to > item.from);
        assert_eq!(student.cause, Cause::Student { ability: 1.0 });
        assert!(student.to < student.from);
        assert_eq!(lapse.cause, Cause::Lapse);
        assert!(lapse.to < lapse.from && learning.to > learning.from);
    }

    #[test]
    fn after_the_last_hint_nothing_is_said_of_item_or_student() {
        let (_, terms) = terms(&params(1.0, 0.0), 2.0, &[seen(true, 0.7, 3, 1)]);
        assert!(matches!(terms[0].cause, Cause::Answer { ratio, .. } if ratio == 1.0));
        assert_eq!(terms[0].from, terms[0].to);
        assert_eq!(terms.len(), 2);
    }
}
