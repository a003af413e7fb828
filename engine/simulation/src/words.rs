//! A simulated student and the bridge's word cards: when a card folds and when it opens again.
//!
//! The student really knows a word or not. Reading its card and using it may teach it; over a weekend
//! or a holiday it may be forgotten. The tutor sees only uses. With the card open before their eyes
//! students also get it right who do not know the word yet.

use std::fmt::Write as _;

use engine::{SchoolDay, TermEvent, TermRule, TermState};
use serde::Serialize;

use crate::draw::{Draw, For, NONE};

/// What the simulated student is like.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Student {
    /// P(knowing a word at the start).
    pub knows: f64,
    /// P(learning an unknown word from one use with its card open).
    pub learns: f64,
    /// P(forgetting a known word over a night).
    pub forgets: f64,
    /// P(using an unknown word well because the card stands open).
    pub leans: f64,
    /// P(slipping with a known word).
    pub slips: f64,
    /// P(asking for the folded card of a word that is not known any more).
    pub asks: f64,
}

impl Student {
    /// At the emerging level: few words at first, most learned within two weeks.
    pub const EMERGING: Self = Self {
        knows: 0.1,
        learns: 0.25,
        forgets: 0.02,
        leans: 0.6,
        slips: 0.05,
        asks: 0.7,
    };
}

/// One use on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Use {
    pub day: i32,
    pub right: bool,
    /// Whether the student truly knew the word: nobody in the school can see that.
    pub known: bool,
    /// As the card stood before this use.
    pub folded: bool,
    /// The student asked for the folded card first.
    pub asked: bool,
}

/// All that happened with one word.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Word {
    pub uses: Vec<Use>,
    pub state: TermState,
    pub folded: bool,
}

/// Every word used once or twice a school day, five days a week.
pub fn simulate(student: Student, words: u32, weeks: u32, rule: TermRule, seed: u64) -> Vec<Word> {
    (0..words)
        .map(|word| one(student, weeks, rule, seed, u64::from(word)))
        .collect()
}

fn one(student: Student, weeks: u32, rule: TermRule, seed: u64, word: u64) -> Word {
    let mut nth = 0;
    let mut happens = |chance: f64| {
        nth += 1;
        Draw::of(seed, word, NONE, nth).uniform(For::Word) < chance
    };
    let mut known = happens(student.knows);
    let (mut state, mut uses) = (TermState::default(), Vec::new());
    for day in 0..(7 * weeks) as i32 {
        if known && happens(student.forgets) {
            known = false;
        }
        if day % 7 >= 5 {
            continue;
        }
        let today = SchoolDay(day);
        for _ in 0..=u8::from(happens(0.5)) {
            let folded = state.is_folded(rule);
            let asked = folded && !known && happens(student.asks);
            if asked {
                state.observe(TermEvent::Asked, today, rule);
            }
            let open = !folded || asked;
            let chance = match (known, open) {
                (true, _) => 1.0 - student.slips,
                (false, true) => student.leans,
                (false, false) => 0.1,
            };
            let right = happens(chance);
            let event = if right {
                TermEvent::Used
            } else {
                TermEvent::Misused
            };
            state.observe(event, today, rule);
            uses.push(Use {
                day,
                right,
                known,
                folded,
                asked,
            });
            if open && !known && happens(student.learns) {
                known = true;
            }
        }
    }
    Word {
        folded: state.is_folded(rule),
        state,
        uses,
    }
}

/// One line a word: a sign for each use, days apart by spaces, weeks by bars.
pub fn timeline(words: &[Word]) -> String {
    let mut out = String::from(
        "o used well, card open   ● used well, card folded   x misused, card open\n\
         ! misused, card folded: it opens again   ? asked for the folded card first\n\n",
    );
    for (n, word) in words.iter().enumerate() {
        let _ = write!(out, "word {:>2}  ", n + 1);
        let mut last = None;
        for it in &word.uses {
            let before: Option<i32> = last.replace(it.day);
            match before {
                Some(day) if day / 7 != it.day / 7 => out.push_str(" | "),
                Some(day) if day != it.day => out.push(' '),
                _ => {}
            }
            if it.asked {
                out.push('?');
            }
            out.push(match (it.right, it.folded) {
                (true, false) => 'o',
                (true, true) => '●',
                (false, false) => 'x',
                (false, true) => '!',
            });
        }
        let state = &word.state;
        let _ = writeln!(
            out,
            "   {} uses, {} relapses, {}",
            state.used,
            state.relapses,
            if word.folded { "folded" } else { "open" }
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: TermRule = TermRule { uses: 3, days: 2 };

    fn all() -> Vec<Word> {
        simulate(Student::EMERGING, 200, 6, RULE, 5)
    }

    #[test]
    fn no_card_folds_before_three_uses_on_two_days() {
        for word in all() {
            let mut run: Vec<i32> = Vec::new();
            for it in &word.uses {
                let mut days = run.clone();
                days.dedup();
                assert_eq!(it.folded, run.len() >= 3 && days.len() >= 2, "{word:?}");
                match (it.right, it.folded) {
                    (true, _) => run.push(it.day),
                    (false, true) => run.clear(),
                    (false, false) => {}
                }
            }
        }
    }

    #[test]
    fn cards_fold_for_words_that_are_known_and_open_again_when_they_are_lost() {
        let words = all();
        let uses = || words.iter().flat_map(|word| &word.uses);
        let known = |folded| {
            let of: Vec<bool> = uses()
                .filter(|it| it.folded == folded)
                .map(|it| it.known)
                .collect();
            of.iter().filter(|known| **known).count() as f64 / of.len() as f64
        };
        // what is folded is mostly known, what is open mostly is not
        assert!(known(true) > 0.85, "{}", known(true));
        assert!(known(false) < 0.65, "{}", known(false));
        let relapses: u32 = words.iter().map(|word| word.state.relapses).sum();
        let again = words
            .iter()
            .filter(|word| word.state.relapses > 0 && word.folded)
            .count();
        assert!(
            relapses > 20 && again > 10,
            "{relapses} relapses, {again} folded again"
        );
    }

    #[test]
    fn who_forgets_nothing_ends_with_every_card_folded() {
        let sure = Student {
            forgets: 0.0,
            slips: 0.0,
            ..Student::EMERGING
        };
        assert!(
            simulate(sure, 100, 8, RULE, 1)
                .iter()
                .all(|word| word.folded)
        );
    }

    #[test]
    fn the_same_seed_tells_the_same_story() {
        assert_eq!(timeline(&all()), timeline(&all()));
    }
}
