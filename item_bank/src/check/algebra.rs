//! Algebra: compared by value, never as text.

use super::{WRONG, almost, unreadable, wrong};
use crate::algebra::{
    AlgebraError, Compare, Expr, ReadOptions, Relation, read_expression, read_relation,
};
use crate::item::{Almost, Foreseen, Item, Misconception, Unreadable, Verdict};
use crate::template::{Form, Kind};

pub(super) fn verdict(item: &Item, key: &str, form: Form, text: &str) -> Verdict {
    if item.kind == Kind::Equation {
        relation(item, key, form, text)
    } else {
        expression(item, key, form, text)
    }
}

fn expression(item: &Item, key: &str, form: Form, text: &str) -> Verdict {
    // the check of content reads every key before a student meets it
    let Ok(key) = read_expression(key, &ReadOptions::default()) else {
        return WRONG;
    };
    let options = letters_of(key.letters());
    let given = match read_expression(text, &options) {
        Ok(given) => given,
        Err(error) => return unreadable(why(error)),
    };
    if !given.same_value(&key) {
        let same = |text: &str| read_expression(text, &options).is_ok_and(|e| e.same_value(&given));
        return wrong(foreseen(&item.misconceptions, same));
    }
    match form {
        Form::Expanded if !given.is_expanded() => almost(Almost::NotExpanded),
        Form::Factored if !given.is_factored() => almost(Almost::NotFactored),
        Form::Simplest if !given.is_simplified() => almost(Almost::NotSimplest),
        _ => Verdict::Correct,
    }
}

fn relation(item: &Item, key: &str, form: Form, text: &str) -> Verdict {
    let Ok(key) = read_relation(key, &ReadOptions::default()) else {
        return WRONG;
    };
    let options = letters_of(key.letters());
    let given = match read_relation(text, &options) {
        Ok(given) => given,
        Err(error) => return unreadable(why(error)),
    };
    let alone = key
        .letters()
        .into_iter()
        .find(|&letter| key.is_solved_for(letter));
    if !given.same(&key, Compare::SameEquation) {
        // x = 3 found by another way than the one asked about
        if form == Form::Solved && given.same(&key, Compare::SameSolutions) {
            return almost(Almost::NotSolved);
        }
        let same = |text: &str| {
            read_relation(text, &options).is_ok_and(|r| r.same(&given, Compare::SameEquation))
        };
        return wrong(foreseen(&item.misconceptions, same));
    }
    if form == Form::Solved && alone.is_some_and(|letter| !given.is_solved_for(letter)) {
        return almost(Almost::NotSolved);
    }
    let solution = |letter: &char| given.is_solved_for(*letter);
    if form != Form::Solved && alone.is_none() && given.letters().iter().any(solution) {
        return almost(Almost::AlreadySolved);
    }
    Verdict::Correct
}

fn letters_of(letters: Vec<char>) -> ReadOptions {
    ReadOptions {
        letters,
        ..ReadOptions::default()
    }
}

fn foreseen(all: &[Misconception], same: impl Fn(&str) -> bool) -> Option<usize> {
    all.iter()
        .position(|m| matches!(&m.answer, Foreseen::Text(text) if same(text)))
}

fn why(error: AlgebraError) -> Unreadable {
    match error {
        AlgebraError::Empty => Unreadable::Empty,
        AlgebraError::TooLong => Unreadable::TooLong,
        AlgebraError::OpenBracket | AlgebraError::EmptyBracket => Unreadable::OpenBracket,
        AlgebraError::ZeroDenominator => Unreadable::ZeroDenominator,
        AlgebraError::NoRelationSign => Unreadable::NoRelation,
        AlgebraError::UnknownLetter(_) => Unreadable::OtherLetter,
        AlgebraError::TooComplicated
        | AlgebraError::ExponentNotWhole
        | AlgebraError::ExponentTooLarge
        | AlgebraError::RootNotExact => Unreadable::TooComplicated,
        AlgebraError::UnexpectedSign { .. }
        | AlgebraError::TooManyRelationSigns
        | AlgebraError::MissingOperand { .. }
        | AlgebraError::MissingSign { .. } => Unreadable::NotAlgebra,
    }
}

#[cfg(feature = "author")]
/// An author's algebra, or why it cannot be read.
pub(crate) fn author_error(kind: Kind, text: &str) -> Option<AlgebraError> {
    let options = ReadOptions::default();
    if kind == Kind::Equation {
        read_relation(text, &options).err()
    } else {
        read_expression(text, &options).err()
    }
}

/// As mathematics, where it reads as such.
pub(super) fn layout(kind: Kind, text: &str) -> Option<crate::Math> {
    let options = ReadOptions::default();
    if kind == Kind::Equation {
        read_relation(text, &options)
            .ok()
            .map(|it: Relation| it.math())
    } else {
        read_expression(text, &options)
            .ok()
            .map(|it: Expr| it.math())
    }
}
