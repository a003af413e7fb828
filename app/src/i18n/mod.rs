//! The words of the interface, by typed key: a language is one exhaustive `match` over [`Msg`],
//! so that a missing text does not compile.
//!
//! Content (items, hints, bridge) is not here: it comes from `item_bank` packs.

mod en;
mod msg;

use std::borrow::Cow;

use engine::MasteryLevel;

pub use msg::Msg;

/// The text of a key in the language of the interface.
pub fn t(msg: Msg<'_>) -> Cow<'static, str> {
    en::text(msg)
}

/// The word that goes with a level's symbol, for those who teach.
pub fn mastery_word(level: MasteryLevel) -> &'static str {
    en::mastery_word(level)
}

/// The same for students: nobody is told that they are stuck.
pub fn growth_word(level: MasteryLevel) -> &'static str {
    match level {
        MasteryLevel::Stuck => en::NEEDS_A_HAND,
        level => mastery_word(level),
    }
}
