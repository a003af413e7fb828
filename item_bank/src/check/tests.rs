use proptest::prelude::*;

use super::*;
use crate::item::Misconception;
use crate::rich::Inline;
use crate::template::Form;
use crate::{Rational, TemplateRef, plain};

fn item(kind: Kind, value: (i128, i128), form: Form, unit: Option<&str>) -> Item {
    let value = Rational::new(value.0, value.1).unwrap();
    Item {
        template: TemplateRef {
            id: "t".parse().unwrap(),
            version: 1,
        },
        seed: 1,
        skill: "s".parse().unwrap(),
        difficulty: engine::Difficulty::Easy,
        kind,
        stem: vec![],
        form_note: String::new(),
        unit: unit.map(str::to_owned),
        key: Key::Number { value, form },
        figure: None,
        passage: None,
        feedback: None,
        hints: vec![],
        solution: vec![],
        misconceptions: vec![Misconception {
            answer: crate::Foreseen::Value(Rational::whole(99)),
            feedback: vec![],
        }],
        terms: vec![],
        construct_terms: vec![],
    }
}

fn said(item: &Item, text: &str) -> &'static str {
    match check(item, &RawAnswer::Text(text.to_owned())) {
        Verdict::Correct => "right",
        Verdict::Almost {
            why: Almost::NotSimplest,
        } => "simplify",
        Verdict::Almost {
            why: Almost::NotMixed,
        } => "mixed, please",
        Verdict::Almost {
            why: Almost::NotDecimal,
        } => "decimal, please",
        Verdict::Almost {
            why: Almost::WrongUnit,
        } => "unit",
        Verdict::Almost {
            why: Almost::MissingUnit,
        } => "unit, please",
        Verdict::Almost {
            why: Almost::NotRounded,
        } => "round",
        Verdict::Almost {
            why: Almost::NotPercent,
        } => "percent, please",
        Verdict::Almost { .. } => "almost",
        Verdict::Wrong { feedback: Some(_) } => "wrong, foreseen",
        Verdict::Wrong { feedback: None } => "wrong",
        Verdict::Unreadable {
            why: Unreadable::ZeroDenominator,
        } => "zero below",
        Verdict::Unreadable {
            why: Unreadable::TooLong,
        } => "too long",
        Verdict::Unreadable { .. } => "no number",
    }
}

#[test]
fn any_equal_value_is_right() {
    let three_quarters = item(Kind::Fraction, (3, 4), Form::Any, None);
    for text in [
        "3/4", "6/8", "0.75", ".75", " 3 / 4 ", "¾", "3⁄4", "٣/٤", "+3/4", "75%",
    ] {
        let expected = if text == "75%" { "wrong" } else { "right" };
        assert_eq!(said(&three_quarters, text), expected, "{text}");
    }
    let big = item(Kind::Integer, (1200, 1), Form::Any, None);
    for text in ["1200", "1,200", "１２００", "1200.0", "$1,200"] {
        assert_eq!(said(&big, text), "right", "{text}");
    }
    assert_eq!(said(&big, "12,00"), "no number");
    let minus = item(Kind::Decimal, (-1, 2), Form::Any, None);
    for text in ["-0.5", "−.5", "-1/2", "–½"] {
        assert_eq!(said(&minus, text), "right", "{text}");
    }
}

#[test]
fn forms_are_said_and_not_graded_wrong() {
    let simplest = item(Kind::Fraction, (7, 4), Form::Simplest, None);
    let cases = [
        ("7/4", "right"),
        ("1 3/4", "right"),
        ("1 and 3/4", "right"),
        ("1¾", "right"),
        ("14/8", "simplify"),
        ("1 6/8", "simplify"),
        ("0 7/4", "simplify"),
        ("1.75", "simplify"),
        ("4/7", "wrong"),
    ];
    for (text, expected) in cases {
        assert_eq!(said(&simplest, text), expected, "{text}");
    }
    let mixed = item(Kind::Mixed, (7, 4), Form::Mixed, None);
    let cases = [
        ("1 3/4", "right"),
        ("7/4", "mixed, please"),
        ("1 6/8", "simplify"),
        ("1.75", "mixed, please"),
    ];
    for (text, expected) in cases {
        assert_eq!(said(&mixed, text), expected, "{text}");
    }
    let decimal = item(Kind::Decimal, (3, 2), Form::Decimal, None);
    assert_eq!(said(&decimal, "1.50"), "right");
    assert_eq!(said(&decimal, "3/2"), "decimal, please");
    let whole = item(Kind::Fraction, (2, 1), Form::Simplest, None);
    assert_eq!(
        (said(&whole, "2"), said(&whole, "4/2"), said(&whole, "2/1")),
        ("right", "simplify", "simplify")
    );
}

#[test]
fn units_may_be_left_out_but_not_be_others() {
    let miles = item(Kind::Integer, (12, 1), Form::Any, Some("miles"));
    let cases = [
        ("12", "right"),
        ("12 miles", "right"),
        ("12 Mile", "right"),
        ("12 feet", "unit"),
    ];
    for (text, expected) in cases {
        assert_eq!(said(&miles, text), expected, "{text}");
    }
    let inches = item(Kind::Integer, (1, 1), Form::Any, Some("inches"));
    assert_eq!(said(&inches, "1 inch"), "right");
    let percent = item(Kind::Integer, (25, 1), Form::Any, Some("%"));
    assert_eq!(
        (said(&percent, "25%"), said(&percent, "25 percent")),
        ("right", "right")
    );
}

#[test]
fn what_is_no_number_is_told_and_scores_nothing() {
    let any = item(Kind::Integer, (5, 1), Form::Any, None);
    let cases = [
        ("", "no number"),
        ("five", "no number"),
        ("1/0", "zero below"),
        ("1//2", "no number"),
        ("--5", "no number"),
        ("1.2.3", "no number"),
        (".", "no number"),
        ("/", "no number"),
        ("99", "wrong, foreseen"),
    ];
    for (text, expected) in cases {
        assert_eq!(said(&any, text), expected, "{text}");
    }
    assert_eq!(said(&any, &"9".repeat(10_000)), "too long");
    assert_eq!(
        check(&any, &RawAnswer::Choice(0)),
        Verdict::Unreadable {
            why: Unreadable::WrongKind
        }
    );
}

#[test]
fn a_comma_may_be_the_decimal_mark_where_that_is_right() {
    let half = item(Kind::Decimal, (7, 2), Form::Any, None);
    for text in ["3.5", "3,5", "3,50", "\u{663}\u{66b}\u{665}"] {
        assert_eq!(said(&half, text), "right", "{text}");
    }
    let big = item(Kind::Decimal, (2469, 2), Form::Any, None);
    for text in ["1,234.5", "1.234,5", "1 234,5", "1 234.5", "1234,5"] {
        assert_eq!(said(&big, text), "right", "{text}");
    }
    assert_eq!(said(&half, "3,6"), "no number");
    assert_eq!(said(&half, "35"), "wrong");
}

#[test]
fn rounding_percent_and_units_are_said_and_not_graded() {
    let tenth = item(Kind::Decimal, (22, 7), Form::NearestTenth, None);
    for (text, expected) in [
        ("3.1", "right"),
        ("3.14", "round"),
        ("22/7", "round"),
        ("3.10", "right"),
        ("3.05", "wrong"),
        ("3.2", "wrong"),
    ] {
        assert_eq!(said(&tenth, text), expected, "{text}");
    }
    let quarter = item(Kind::Percent, (25, 1), Form::Any, Some("%"));
    for (text, expected) in [
        ("25", "right"),
        ("25%", "right"),
        ("25 percent", "right"),
        ("0.25", "percent, please"),
        ("1/4", "percent, please"),
        ("2.5", "wrong"),
        ("0.25%", "wrong"),
    ] {
        assert_eq!(said(&quarter, text), expected, "{text}");
    }
    let length = item(Kind::Quantity, (24, 1), Form::Any, Some("inches"));
    for (text, expected) in [
        ("24 in", "right"),
        ("24 inches", "right"),
        ("24", "unit, please"),
        ("2 ft", "unit"),
        ("24 ft", "unit"),
        ("3 ft", "wrong"),
    ] {
        assert_eq!(said(&length, text), expected, "{text}");
    }
    let price = item(Kind::Quantity, (7, 2), Form::Any, Some("dollars"));
    for (text, expected) in [
        ("$3.50", "right"),
        ("3.50 dollars", "right"),
        ("350 cents", "unit"),
        ("350\u{a2}", "unit"),
        ("3.5", "unit, please"),
    ] {
        assert_eq!(said(&price, text), expected, "{text}");
    }
}

fn choices(kind: Kind, correct: &[bool]) -> Item {
    let mut item = item(kind, (0, 1), Form::Any, None);
    let all = correct.iter().enumerate().map(|(n, &correct)| Choice {
        text: vec![Inline::Text(format!("c{n}"))],
        spoken: format!("c{n}"),
        correct,
        feedback: Some(vec![]),
    });
    item.key = Key::Choices(all.collect());
    item
}

#[test]
fn choices_need_the_very_set() {
    let one = choices(Kind::Choice, &[false, true, false]);
    assert!(check(&one, &RawAnswer::Choice(1)).is_correct());
    assert_eq!(
        check(&one, &RawAnswer::Choice(2)),
        Verdict::Wrong { feedback: Some(2) }
    );
    assert_eq!(
        check(&one, &RawAnswer::Choice(9)),
        Verdict::Unreadable {
            why: Unreadable::WrongKind
        }
    );
    let many = choices(Kind::MultiSelect, &[true, false, true]);
    assert!(check(&many, &RawAnswer::Choices(vec![2, 0])).is_correct());
    assert_eq!(
        check(&many, &RawAnswer::Choices(vec![0])),
        Verdict::Wrong { feedback: None }
    );
    assert_eq!(
        check(&many, &RawAnswer::Choices(vec![0, 1, 2])),
        Verdict::Wrong { feedback: Some(1) }
    );
    assert_eq!(plain(&many.key_rich()), "c0; c2");
    assert!((many.chance() - 1.0 / 7.0).abs() < 1e-12);
}

proptest! {
    /// No input panics, and what is not the value is never right.
    #[test]
    fn every_input_gets_a_verdict(text in "\\PC{0,220}") {
        let _ = said(&item(Kind::Fraction, (7, 4), Form::Simplest, None), &text);
    }

    #[test]
    fn digits_and_signs_in_any_order_get_a_verdict(text in "[-+0-9/. ,½and%$]{0,40}") {
        let _ = said(&item(Kind::Fraction, (7, 4), Form::Mixed, Some("miles")), &text);
    }

    #[test]
    fn every_printed_equal_form_is_right_and_every_other_value_is_not(n in 1i128..500, d in 1i128..60, k in 1i128..9) {
        let asked = item(Kind::Fraction, (n, d), Form::Any, None);
        let (scaled, off) = (format!("{}/{}", n * k, d * k), format!("{}/{}", n * k + 1, d * k));
        let mixed = format!("{} {}/{d}", n / d, n % d);
        prop_assert_eq!(said(&asked, &scaled), "right");
        prop_assert_eq!(said(&asked, &mixed), "right");
        prop_assert!(said(&asked, &off).starts_with("wrong"));
        let printed = plain(&asked.key_rich());
        prop_assert_eq!(said(&asked, &printed), "right");
    }
}

fn algebra(kind: Kind, key: &str, form: Form) -> Item {
    let mut item = item(kind, (0, 1), form, None);
    item.key = Key::Algebra {
        text: key.to_owned(),
        form,
    };
    item.misconceptions = vec![Misconception {
        answer: crate::Foreseen::Text("2x + 3".to_owned()),
        feedback: vec![],
    }];
    item
}

#[test]
fn algebra_is_compared_by_value() {
    let any = algebra(Kind::Expression, "2(x + 3)", Form::Any);
    let cases = [
        ("2(x+3)", "right"),
        ("2x + 6", "right"),
        ("6+2X", "right"),
        ("2·x+6", "right"),
        ("(4x+12)/2", "right"),
        ("2x + 3", "wrong, foreseen"),
        ("3 + x·2", "wrong, foreseen"),
        ("2x + 5", "wrong"),
        ("2y + 6", "no number"),
        ("2(x+3", "no number"),
        ("", "no number"),
    ];
    for (text, expected) in cases {
        assert_eq!(said(&any, text), expected, "{text}");
    }
    let expanded = algebra(Kind::Expression, "2x + 6", Form::Expanded);
    assert_eq!(said(&expanded, "2(x+3)"), "almost");
    assert_eq!(said(&expanded, "6 + 2x"), "right");
    let factored = algebra(Kind::Expression, "2(x + 3)", Form::Factored);
    assert_eq!(said(&factored, "2x+6"), "almost");
    assert_eq!(said(&factored, "(x+3)2"), "no number");
    assert_eq!(said(&factored, "2(3+x)"), "right");
}

#[test]
fn equations_and_inequalities_by_what_they_say() {
    let more = algebra(Kind::Equation, "x > 3", Form::Solved);
    let cases = [
        ("x > 3", "right"),
        ("3 < x", "right"),
        ("X>3.0", "right"),
        ("2x > 6", "almost"),
        ("x >= 3", "wrong"),
        ("x < 3", "wrong"),
        ("x", "no number"),
    ];
    for (text, expected) in cases {
        assert_eq!(said(&more, text), expected, "{text}");
    }
    let model = algebra(Kind::Equation, "2x + 1 = 7", Form::Any);
    for (text, expected) in [
        ("7 = 1 + 2x", "right"),
        ("2x = 6", "right"),
        ("x = 3", "almost"),
        ("2x + 1 = 8", "wrong"),
    ] {
        assert_eq!(said(&model, text), expected, "{text}");
    }
}
