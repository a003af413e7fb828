//! An answer that is on this device and perhaps not yet at school.

use api::ResponseRecord;
use engine::Difficulty;
use item_bank::SkillCode;
use serde::{Deserialize, Serialize};

/// A response with what the device itself made of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    pub record: ResponseRecord,
    /// Absent where the answer does not move the estimate: later attempts, almost right ones.
    pub seen: Option<Seen>,
}

/// What the estimate is moved by until the server's word arrives. It never leaves the device: the
/// server checks the answer again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    pub skill: SkillCode,
    pub difficulty: Difficulty,
    /// `Item::chance` of the item.
    pub chance: f64,
    pub hints_of: u8,
    pub correct: bool,
}
