//! An answer that is on this device and perhaps not yet at school.

use api::ResponseRecord;
use engine::Difficulty;
use item_bank::SkillCode;
use serde::Serialize;

/// A response with what the device itself made of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pending {
    pub record: ResponseRecord,
    /// Absent where the answer does not move the estimate: later attempts, almost right ones.
    pub seen: Option<Seen>,
}

wire_read::object!(Pending { record, seen });

/// What the estimate is moved by until the server's word arrives. It never leaves the device: the
/// server checks the answer again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seen {
    pub skill: SkillCode,
    pub difficulty: Difficulty,
    /// The item is answered right by luck once in so many times; never, where it is 0.
    pub one_in: u32,
    pub hints_of: u8,
    pub correct: bool,
}

wire_read::object!(Seen {
    skill,
    difficulty,
    one_in,
    hints_of,
    correct
});

impl Seen {
    /// `Item::chance` of the item, to the bit: the chances are all of the form 1/n.
    pub fn chance(&self) -> f64 {
        if self.one_in == 0 {
            0.0
        } else {
            1.0 / f64::from(self.one_in)
        }
    }

    /// Kept as a whole number: printing fractions exactly takes 10 KB of tables.
    pub fn one_in(chance: f64) -> u32 {
        if chance > 0.0 {
            (1.0 / chance).round() as u32
        } else {
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_comes_back_to_the_bit() {
        let chances = (1..=20).flat_map(|k| [1.0 / f64::from(k), 1.0 / f64::from((1u32 << k) - 1)]);
        for chance in chances.chain([0.0]) {
            let seen = Seen {
                skill: "a".parse().unwrap(),
                difficulty: Difficulty::Easy,
                one_in: Seen::one_in(chance),
                hints_of: 2,
                correct: true,
            };
            assert_eq!(seen.chance().to_bits(), chance.to_bits());
        }
    }
}
