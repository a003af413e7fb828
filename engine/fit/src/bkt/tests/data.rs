//! Data sets to test on: written out, or simulated from known parameters.

use crate::bkt::params::BktParams;
use crate::bkt::trie::{Trie, TrieBuilder};
use crate::dataset::{Dataset, Response};
use proptest::prelude::*;
use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// `sequences[skill][student]`; an empty sequence is a student without responses to the skill.
pub(super) fn dataset(sequences: &[Vec<Vec<bool>>]) -> Dataset {
    let students = sequences.iter().map(Vec::len).max().unwrap_or(0);
    let mut responses = Vec::new();
    for student in 0..students {
        for (skill, of_skill) in sequences.iter().enumerate() {
            let sequence = of_skill.get(student).map_or(&[][..], |sequence| sequence);
            responses.extend(sequence.iter().map(|&correct| Response {
                student: student as u32,
                skill: skill as u32,
                item: None,
                group: None,
                correct,
                chance: 0.0,
                help: 0.0,
                day: None,
            }));
        }
    }
    Dataset {
        students: (0..students).map(|i| format!("student {i}")).collect(),
        skills: (0..sequences.len()).map(|i| format!("skill {i}")).collect(),
        responses,
        ..Dataset::default()
    }
}

pub(super) fn trie(sequences: &[Vec<bool>]) -> Trie {
    let mut builder = TrieBuilder::new();
    for sequence in sequences {
        for &right in sequence {
            builder.push(right);
        }
        builder.next_sequence();
    }
    builder.finish()
}

pub(super) struct Simulator(Pcg64);

impl Simulator {
    pub fn new(seed: u64) -> Self {
        Self(Pcg64::seed_from_u64(seed))
    }

    pub fn uniform(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / 2.0_f64.powi(53)
    }

    fn happens(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// `students` sequences of one skill, of 1 to `longest` responses.
    pub fn skill(&mut self, params: &BktParams, students: usize, longest: usize) -> Vec<Vec<bool>> {
        (0..students)
            .map(|_| {
                let length = 1 + (self.uniform() * longest as f64) as usize;
                let mut known = self.happens(params.prior);
                (0..length)
                    .map(|_| {
                        let right = self.happens(if known {
                            1.0 - params.slip
                        } else {
                            params.guess
                        });
                        known = self.happens(if known {
                            1.0 - params.forget
                        } else {
                            params.learn
                        });
                        right
                    })
                    .collect()
            })
            .collect()
    }

    /// A skill as skills are: right answers raise mastery.
    pub fn params(&mut self, forget: bool) -> BktParams {
        BktParams {
            prior: 0.1 + 0.7 * self.uniform(),
            learn: 0.05 + 0.3 * self.uniform(),
            guess: 0.05 + 0.3 * self.uniform(),
            slip: 0.02 + 0.25 * self.uniform(),
            forget: if forget {
                0.02 + 0.2 * self.uniform()
            } else {
                0.0
            },
        }
    }
}

/// Any parameters of the open unit cube, with and without forgetting.
pub(super) fn any_params() -> impl Strategy<Value = BktParams> {
    let inside = || 0.001..0.999_f64;
    (
        inside(),
        inside(),
        inside(),
        inside(),
        prop_oneof![Just(0.0), inside()],
    )
        .prop_map(|(prior, learn, guess, slip, forget)| BktParams {
            prior,
            learn,
            guess,
            slip,
            forget,
        })
}

/// A few short sequences of one skill.
pub(super) fn any_sequences() -> impl Strategy<Value = Vec<Vec<bool>>> {
    let sequence = proptest::collection::vec(any::<bool>(), 1..7);
    proptest::collection::vec(sequence, 1..12)
}
