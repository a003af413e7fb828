//! One item in front of one student: Check, Try again, Next.
//!
//! ```text
//! Asking --check--> Right            -> Next
//!        --check--> Almost           -> write it again (not counted)
//!        --check--> Unreadable       -> write it again (not counted)
//!        --check--> Wrong            -> Try again, or Next once the solution is seen
//! ```

use item_bank::{Almost, HintView, ItemView, Rich, Unreadable, Verdict};

use crate::questions::Checked;

/// What the student is shown about the last answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// Nothing checked yet, or being written again.
    Asking,
    Right,
    Almost(Almost),
    Wrong {
        feedback: Option<Rich>,
    },
    Unreadable(Unreadable),
}

/// What an answer came to, for the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub verdict: Verdict,
    /// The attempt this was: 1 until an answer is scored.
    pub attempt: u8,
    /// Whether it is this item's opportunity, the one that moves the estimate.
    pub counts: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    pub item: ItemView,
    /// P(right by luck alone).
    pub chance: f64,
    /// The device's clock when the item appeared.
    pub shown_at_ms: i64,
    phase: Phase,
    /// Scored answers so far.
    scored: u8,
    hints: u8,
    solution: bool,
    /// Raised with every change of the phase, for views that need no more than that.
    revision: usize,
}

impl Exercise {
    pub fn new(item: ItemView, chance: f64, shown_at_ms: i64) -> Self {
        Self {
            item,
            chance,
            shown_at_ms,
            phase: Phase::Asking,
            scored: 0,
            hints: 0,
            solution: false,
            revision: 0,
        }
    }

    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    pub fn revision(&self) -> usize {
        self.revision
    }

    fn enter(&mut self, phase: Phase) {
        self.phase = phase;
        self.revision += 1;
    }

    /// Takes in what an answer came to. `None` once the item is solved: nothing more counts.
    pub fn take(&mut self, Checked { verdict, feedback }: Checked) -> Option<Outcome> {
        if self.is_solved() {
            return None;
        }
        let attempt = self.scored.saturating_add(1);
        let counts = verdict.is_scored() && self.scored == 0;
        self.scored = self.scored.saturating_add(u8::from(verdict.is_scored()));
        let phase = match &verdict {
            Verdict::Correct => Phase::Right,
            Verdict::Almost { why } => Phase::Almost(*why),
            Verdict::Unreadable { why } => Phase::Unreadable(*why),
            Verdict::Wrong { .. } => Phase::Wrong { feedback },
        };
        self.enter(phase);
        Some(Outcome {
            verdict,
            attempt,
            counts,
        })
    }

    /// Nothing that could be checked was given.
    pub fn refuse(&mut self, why: Unreadable) {
        if !self.is_solved() {
            self.enter(Phase::Unreadable(why));
        }
    }

    /// The answer is being changed: what was said of the old one no longer holds.
    pub fn write_again(&mut self) {
        if !self.is_solved() {
            self.enter(Phase::Asking);
        }
    }

    /// Climbs one rung; `None` at the top or when there is nothing left to help with.
    pub fn take_hint(&mut self) -> Option<&HintView> {
        if self.is_solved() || self.hints_left() == 0 {
            return None;
        }
        self.hints += 1;
        self.item.hints.get(usize::from(self.hints) - 1)
    }

    /// Hints seen, in order.
    pub fn hints_seen(&self) -> &[HintView] {
        &self.item.hints[..usize::from(self.hints)]
    }

    /// Rungs of the ladder that were climbed; more than any template has does not fit the record.
    pub fn hint_depth(&self) -> u8 {
        self.hints
    }

    pub fn hints_of(&self) -> u8 {
        u8::try_from(self.item.hints.len()).unwrap_or(u8::MAX)
    }

    pub fn hints_left(&self) -> u8 {
        self.hints_of().saturating_sub(self.hints)
    }

    /// The worked solution follows the last hint; after a right answer it may be read as well.
    pub fn may_see_solution(&self) -> bool {
        !self.solution && (self.hints_left() == 0 || self.is_solved())
    }

    pub fn show_solution(&mut self) {
        if self.may_see_solution() {
            self.solution = true;
        }
    }

    pub fn solution_seen(&self) -> bool {
        self.solution
    }

    pub fn is_solved(&self) -> bool {
        self.phase == Phase::Right
    }

    /// Solved, or tried and explained: nobody is kept at an item that is beyond them today.
    pub fn may_go_on(&self) -> bool {
        self.is_solved() || (self.scored > 0 && self.solution)
    }

    /// Whether the opportunity is used up.
    pub fn is_scored(&self) -> bool {
        self.scored > 0
    }
}

#[cfg(test)]
mod tests {
    use item_bank::RawAnswer;

    use super::*;
    use crate::questions;
    use crate::state::fixtures::item;

    fn exercise() -> Exercise {
        Exercise::new(item(), 0.0, 0)
    }

    impl Exercise {
        fn check(&mut self, answer: &RawAnswer) -> Option<Outcome> {
            let item = &self.item;
            self.take(questions::check(&item.template, item.seed, answer).unwrap())
        }
    }

    fn text(answer: &str) -> RawAnswer {
        RawAnswer::Text(answer.into())
    }

    #[test]
    fn right_at_once() {
        let mut it = exercise();
        let checked = it.check(&text("3/4")).unwrap();
        assert!(checked.counts);
        assert_eq!((checked.attempt, it.phase()), (1, &Phase::Right));
        assert!(it.may_go_on());
        assert_eq!(it.check(&text("1/2")), None);
        assert_eq!(it.take_hint(), None);
    }

    #[test]
    fn only_the_first_scored_attempt_counts() {
        let mut it = exercise();
        assert!(it.check(&text("1/2")).unwrap().counts);
        assert!(matches!(it.phase(), Phase::Wrong { .. }));
        assert!(!it.may_go_on());
        it.write_again();
        assert_eq!(it.phase(), &Phase::Asking);
        let second = it.check(&text("3/4")).unwrap();
        assert_eq!((second.attempt, second.counts), (2, false));
        assert!(it.is_solved());
    }

    #[test]
    fn almost_and_unreadable_are_told_and_not_counted() {
        let mut it = exercise();
        let almost = it.check(&text("6/8")).unwrap();
        assert_eq!((almost.attempt, almost.counts), (1, false));
        assert_eq!(it.phase(), &Phase::Almost(Almost::NotSimplest));
        assert!(!it.check(&text("lots")).unwrap().counts);
        assert_eq!(it.phase(), &Phase::Unreadable(Unreadable::NotANumber));
        assert!(it.check(&text("3/4")).unwrap().counts);
    }

    #[test]
    fn a_foreseen_mistake_gets_its_feedback() {
        let mut it = exercise();
        it.check(&text("2/6")).unwrap();
        let Phase::Wrong {
            feedback: Some(said),
        } = it.phase()
        else {
            panic!("{:?}", it.phase())
        };
        assert_eq!(item_bank::plain(said), "You added the denominators too.");
    }

    #[test]
    fn the_ladder_ends_in_the_solution_and_then_one_may_go_on() {
        let mut it = exercise();
        assert!(!it.may_see_solution());
        assert!(it.take_hint().is_some());
        assert!(it.take_hint().is_some());
        assert_eq!(it.take_hint(), None);
        assert_eq!((it.hint_depth(), it.hints_left()), (2, 0));
        it.show_solution();
        assert!(it.solution_seen());
        assert!(!it.may_go_on());
        it.check(&text("1/2")).unwrap();
        assert!(it.may_go_on());
    }

    #[test]
    fn hints_stay_after_a_wrong_answer() {
        let mut it = exercise();
        it.take_hint();
        it.check(&text("1/2")).unwrap();
        it.write_again();
        assert_eq!(it.hints_seen().len(), 1);
    }
}
