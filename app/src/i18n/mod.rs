//! The words of the interface, by typed key: `build.rs` makes [`Msg`] of `interface/en.toml`, and
//! does not build while a language lacks a text. English is compiled in; another language's texts
//! come as a pack and take its place, text by text.
//!
//! Content (items, hints, bridge) is not here: it comes from `item_bank` packs.

mod catalog;
mod fill;

use std::borrow::Cow;

use engine::MasteryLevel;
use item_bank::{Almost, Unreadable};

pub use catalog::{Unfit, speak, spoken_here};
use fill::{Arg, Args, fill};

const NONE: Option<(&'static str, Arg<'static>)> = None;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The text of a key in the language of the interface.
pub fn t(msg: Msg<'_>) -> Cow<'static, str> {
    let (place, args) = (msg.place(), msg.args());
    catalog::text(place, &args).unwrap_or_else(|| {
        let english = ENGLISH[place];
        if args[0].is_none() {
            return english.into();
        }
        let one = |n| if n == 1 { "one" } else { "other" };
        fill(english, &args, &|n| one(n).to_owned(), false).into()
    })
}

/// The word that goes with a level's symbol, for those who teach.
pub fn mastery_word(level: MasteryLevel) -> Cow<'static, str> {
    t(match level {
        MasteryLevel::NotEnoughEvidence => Msg::LevelNotEnoughEvidence,
        MasteryLevel::Starting => Msg::LevelStarting,
        MasteryLevel::Growing => Msg::LevelGrowing,
        MasteryLevel::NearlyThere => Msg::LevelNearlyThere,
        MasteryLevel::MasteredWithBridge => Msg::LevelMasteredWithBridge,
        MasteryLevel::Mastered => Msg::LevelMastered,
        MasteryLevel::Stuck => Msg::LevelStuck,
    })
}

/// The same for students: nobody is told that they are stuck.
pub fn growth_word(level: MasteryLevel) -> Cow<'static, str> {
    match level {
        MasteryLevel::Stuck => t(Msg::LevelNeedsAHand),
        level => mastery_word(level),
    }
}

/// The name of a key whose face is a sign, by what it types.
pub fn pad_sign(sign: &str) -> Option<Msg<'static>> {
    Some(match sign {
        "/" => Msg::PadFraction,
        " " => Msg::PadSpace,
        "-" => Msg::PadMinus,
        "." => Msg::PadPoint,
        "%" => Msg::PadPercent,
        "+" => Msg::PadPlus,
        "*" => Msg::PadTimes,
        "^" => Msg::PadPower,
        "(" => Msg::PadOpen,
        ")" => Msg::PadClose,
        "=" => Msg::PadEquals,
        "<" => Msg::PadLess,
        ">" => Msg::PadGreater,
        "\u{2264}" => Msg::PadAtMost,
        "\u{2265}" => Msg::PadAtLeast,
        _ => return None,
    })
}

/// None of these counts as a mistake: the title has said that the answer is right so far.
pub fn almost(why: Almost) -> Msg<'static> {
    match why {
        Almost::NotSimplest => Msg::AlmostNotSimplest,
        Almost::NotMixed => Msg::AlmostNotMixed,
        Almost::NotDecimal => Msg::AlmostNotDecimal,
        Almost::NotPercent => Msg::AlmostNotPercent,
        Almost::NotRounded => Msg::AlmostNotRounded,
        Almost::WrongUnit => Msg::AlmostWrongUnit,
        Almost::MissingUnit => Msg::AlmostMissingUnit,
        Almost::NotExpanded => Msg::AlmostNotExpanded,
        Almost::NotFactored => Msg::AlmostNotFactored,
        Almost::NotSolved => Msg::AlmostNotSolved,
        Almost::AlreadySolved => Msg::AlmostAlreadySolved,
        Almost::Spelling => Msg::AlmostSpelling,
    }
}

pub fn unreadable(why: Unreadable) -> Msg<'static> {
    match why {
        Unreadable::Empty => Msg::UnreadableEmpty,
        Unreadable::NotANumber => Msg::UnreadableNotANumber,
        Unreadable::ZeroDenominator => Msg::UnreadableZeroDenominator,
        Unreadable::TooLong => Msg::UnreadableTooLong,
        Unreadable::WrongKind => Msg::UnreadableWrongKind,
        Unreadable::Incomplete => Msg::UnreadableIncomplete,
        Unreadable::NotAlgebra => Msg::UnreadableNotAlgebra,
        Unreadable::OpenBracket => Msg::UnreadableOpenBracket,
        Unreadable::NoRelation => Msg::UnreadableNoRelation,
        Unreadable::OtherLetter => Msg::UnreadableOtherLetter,
        Unreadable::TooComplicated => Msg::UnreadableTooComplicated,
    }
}

/// How long to wait, in the unit that says most.
pub fn wait(seconds: u32) -> Msg<'static> {
    let seconds = seconds as usize;
    if seconds < 60 {
        Msg::WaitSeconds { seconds }
    } else {
        let minutes = seconds.div_ceil(60);
        Msg::WaitMinutes { minutes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_nouns_agree() {
        let waiting = |waiting| t(Msg::SignOutTitle { waiting });
        assert_eq!(waiting(1), "1 answer is not saved at school yet");
        assert_eq!(waiting(2), "2 answers are not saved at school yet");
        assert_eq!(t(wait(30)), "You can try again in about 30 seconds.");
        assert_eq!(t(wait(61)), "You can try again in about 2 minutes.");
    }
}
