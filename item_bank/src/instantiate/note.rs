//! The accepted form, in the student's words.

use crate::item::{Key, Wanted};
use crate::template::{Form, Kind};

pub(crate) fn form_note(kind: Kind, key: &Key, signed: bool) -> &'static str {
    match key {
        Key::Number { form, .. } => match (kind, form) {
            (_, Form::Simplest) => "Write your answer in simplest form.",
            (_, Form::Mixed) => "Write a whole number or a mixed number in simplest form.",
            (_, Form::Decimal) => "Write a decimal or a whole number.",
            (_, Form::NearestHundred) => "Round to the nearest hundred.",
            (_, Form::NearestTen) => "Round to the nearest ten.",
            (_, Form::NearestWhole) => "Round to the nearest whole number.",
            (_, Form::NearestTenth) => "Round to the nearest tenth.",
            (_, Form::NearestHundredth) => "Round to the nearest hundredth.",
            // whether this answer is below zero is the student's to find
            (Kind::Integer, _) if signed => "Write an integer.",
            (Kind::Integer, _) => "Write a whole number.",
            (Kind::Percent, _) => "Write a percent.",
            (Kind::Quantity, _) => "Write a number and its unit.",
            (Kind::Decimal, _) => "Write a number. Decimals are fine.",
            _ => "Write a fraction or a mixed number. Any equal value is right.",
        },
        Key::Algebra { form, .. } => match (kind, form) {
            (_, Form::Expanded) => "Write it without parentheses, like terms combined.",
            (_, Form::Factored) => "Write it as a product, factored.",
            (Kind::Equation, Form::Solved) => "Write the letter alone on one side.",
            (Kind::Equation, _) => "Write an equation or inequality. Any equal form is right.",
            (_, Form::Simplest) => "Simplify as far as you can.",
            _ => "Write an expression. Any equal form is right.",
        },
        Key::Words(_) => "Write a word or a short phrase.",
        Key::Choices(_) if kind == Kind::MultiSelect => "Choose all that apply.",
        Key::Choices(_) => "Choose one.",
        Key::Order { .. } => "Put them in order, the first at the top.",
        Key::Match { .. } => "Choose what goes with each one.",
        Key::Line { wanted, .. } => match wanted {
            Wanted::Points(points) if points.len() == 1 => "Mark one point.",
            Wanted::Points(_) => "Mark every point that is asked for.",
            Wanted::Interval(_) => {
                "Mark a part of the line: say where it begins and where it ends."
            }
        },
        Key::Plot { points, .. } if points.len() == 1 => "Mark one point.",
        Key::Plot { .. } => "Mark every point that is asked for.",
        Key::Table { .. } => "Fill in every empty box.",
    }
}
