use proptest::collection::vec;
use proptest::prelude::*;

use super::super::lexer::lex;
use super::super::poly::Budget;
use super::super::ratio::Ratio;
use super::super::tree::Node;
use super::model::{Dice, Model, add, model, mul};
use super::*;
use crate::RawAnswer;

fn dice() -> impl Strategy<Value = Dice> {
    vec(any::<u8>(), 31).prop_map(|tape| Dice(tape, 0))
}

fn fits(texts: &[&str]) -> bool {
    texts
        .iter()
        .all(|t| t.chars().count() <= RawAnswer::MAX_CHARS)
}

/// What reading and comparing cost, in products of terms and of residues. Parsing visits every
/// token once.
fn cost(text: &str) -> u64 {
    let options = ReadOptions::default();
    let tokens = lex(text, &options).map_or(0, |tokens| tokens.len() as u64);
    let Ok(expr) = read_expression(text, &options) else {
        return tokens;
    };
    let mut budget = Budget::new();
    let _ = Ratio::of(&expr.root, &expr.letters(), &mut budget);
    tokens + u64::from(budget.spent()) + residues(&expr.root)
}

fn residues(node: &Node) -> u64 {
    let own = match node {
        Node::Power { base, exponent, .. } => residues(base) + u64::from(exponent.unsigned_abs()),
        Node::Group(inner) | Node::Negate(inner) => residues(inner),
        Node::Sum(terms) => terms.iter().map(|(_, t)| residues(t)).sum(),
        Node::Product(factors) => factors.iter().map(|(_, f)| residues(f)).sum(),
        _ => 0,
    };
    own + 1
}

/// Whatever the text: the budget, and 200 characters of at most 41 residues each.
const MOST: u64 = Budget::ALL as u64 + 200 * 42;

fn relation_text(left: &Model, op: &str, right: &Model, dice: &mut Dice) -> String {
    format!("{} {op} {}", left.written(dice), right.written(dice))
}

const OPS: [(&str, &str); 5] = [("=", "="), ("<", ">"), (">", "<"), ("<=", "≥"), ("=>", "≤")];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn every_equal_form_is_accepted(model in model(), mut dice in dice()) {
        let mut other = model.rewritten(&mut dice);
        if dice.roll(2) == 0 {
            other = other.rewritten(&mut dice);
        }
        let (a, b) = (model.written(&mut dice), other.written(&mut dice));
        prop_assume!(fits(&[&a, &b]));
        prop_assert!(read(&a).same_value(&read(&b)), "{} = {}", a, b);
    }

    #[test]
    fn every_changed_one_is_refused(model in model(), mut dice in dice()) {
        let other = model.perturbed(&mut dice);
        prop_assume!(model.differs(&other));
        let (a, b) = (model.written(&mut dice), other.rewritten(&mut dice).written(&mut dice));
        prop_assume!(fits(&[&a, &b]));
        prop_assert!(!read(&a).same_value(&read(&b)), "{} ≠ {}", a, b);
    }

    #[test]
    fn the_second_opinion_agrees(model in model(), mut dice in dice()) {
        let (same, other) = (model.rewritten(&mut dice), model.perturbed(&mut dice));
        prop_assume!(model.differs(&other));
        let texts = [&model, &same, &other].map(|m| m.written(&mut dice));
        prop_assume!(texts.iter().all(|t| fits(&[t])));
        let [a, b, c] = texts.map(|t| read(&t));
        prop_assert!(modular::same(&a.root, &b.root) && !modular::same(&a.root, &c.root));
    }

    #[test]
    fn relations_stay_the_same(
        left in model(), right in model(), more in model(), k in 1i64..9, op in 0usize..5, mut dice in dice(),
    ) {
        prop_assume!(left.differs(&right));
        let negative = dice.roll(2) == 0;
        let factor = if negative { Model::Neg(Model::Num(k, 1).into()) } else { Model::Num(k, 1) };
        let moved = |side: &Model| mul(factor.clone(), add(side.clone(), more.clone()));
        let (op, turned) = OPS[op];
        let (l, r) = (moved(&left), moved(&right));
        let before = relation_text(&left, op, &right, &mut dice);
        let (right_op, wrong_op) = if negative { (turned, op) } else { (op, turned) };
        let after = relation_text(&l, right_op, &r, &mut dice);
        let swapped = relation_text(&r, wrong_op, &l, &mut dice);
        let wrong = relation_text(&l, wrong_op, &r, &mut dice);
        prop_assume!(fits(&[&before, &after, &swapped, &wrong]));
        for compare in [Compare::SameEquation, Compare::SameSolutions] {
            let same = |text: &str| relation(&before).same(&relation(text), compare);
            prop_assert!(same(&after), "{} ~ {}", before, after);
            prop_assert!(same(&swapped), "{} ~ {}", before, swapped);
            prop_assert!(op == "=" || !same(&wrong), "{} !~ {}", before, wrong);
        }
    }

    #[test]
    fn another_equation_is_refused(left in model(), right in model(), n in 1i64..9, mut dice in dice()) {
        // f = 0 and f + n = 0 are multiples only when f is a number
        let other = add(left.clone(), Model::Num(n, 1));
        let [a, b] = [relation_text(&left, "=", &right, &mut dice), relation_text(&other, "=", &right, &mut dice)];
        prop_assume!(fits(&[&a, &b]));
        let (a, b) = (relation(&a), relation(&b));
        let difference = Model::Sub((left, right).into()).written(&mut dice);
        prop_assume!(fits(&[&difference]) && read(&difference).value().is_none());
        prop_assert!(!a.same(&b, Compare::SameEquation));
    }

    #[test]
    fn printed_and_read_again_it_is_the_same(model in model(), mut dice in dice()) {
        let text = model.written(&mut dice);
        prop_assume!(fits(&[&text]));
        let expr = read(&text);
        let typed = expr.math().plain();
        // what is longer in one line than a student may type cannot be read back
        prop_assume!(fits(&[&typed]));
        prop_assert!(read(&typed).same_value(&expr), "{} -> {}", text, typed);
        if let Some(canonical) = expr.canonical().map(|c| c.to_string()) && fits(&[&canonical]) {
            let again = match read_expression(&canonical, &ReadOptions::default()) {
                // ((x²)³)³ can be typed, its x¹⁸ cannot
                Err(AlgebraError::ExponentTooLarge) => return Ok(()),
                again => again.unwrap(),
            };
            prop_assert!(again.same_value(&expr), "{} -> {}", text, canonical);
            let fixed = again.canonical().map(|c| c.to_string());
            prop_assert_eq!(fixed, Some(canonical));
        }
    }

    #[test]
    fn anything_gets_an_answer(text in "\\PC{0,220}") {
        total(&text);
    }

    #[test]
    fn any_signs_get_an_answer(text in "[0-9xyX+*/^()√½²³⁻−=<>≤., -]{0,60}") {
        total(&text);
    }

    #[test]
    fn any_dense_signs_get_an_answer(text in "[1-9xyzabcdefg+*^()/-]{150,200}") {
        total(&text);
    }
}

fn total(text: &str) {
    let options = ReadOptions::default();
    assert!(cost(text) <= MOST, "{text}");
    let comma = ReadOptions {
        letters: vec!['x'],
        locale: Locale {
            decimal_comma: true,
        },
    };
    let _ = read_expression(text, &comma);
    if let Ok(expr) = read_expression(text, &options) {
        let (typed, canonical) = (expr.math(), expr.canonical());
        assert!(expr.same_value(&expr), "{text}");
        let _ = (expr.value(), expr.is_expanded(), expr.is_simplified());
        let _ = (
            expr.is_factored(),
            typed.plain(),
            canonical.map(|c| c.to_string()),
        );
    }
    if let Ok(relation) = read_relation(text, &options) {
        assert!(relation.same(&relation, Compare::SameSolutions), "{text}");
        let _ = (relation.math(), relation.is_solved_for('x'));
    }
}

#[test]
fn ten_thousand_characters_are_refused_at_once() {
    for sign in [
        "(",
        "x",
        "-",
        "9",
        "√",
        "x^",
        "\u{200B}",
        "½",
        "=",
        "((x+1)^12)",
    ] {
        let long = sign.repeat(10_000);
        let found = read_expression(&long, &ReadOptions::default());
        assert_eq!(found, Err(AlgebraError::TooLong));
        total(&long);
    }
}

/// The dearest texts we know of. `cargo test --release -- --ignored dearest --nocapture`
#[test]
#[ignore = "measures"]
fn dearest() {
    let mut texts = vec![
        "(a+b+c+d+e+f+g+h)^12".to_owned(),
        "(a+b+c+d)^6(a+b+c+e)^6(d+e+f)^6".repeat(4),
        "1/(a+1)+1/(b+2)+1/(c+3)+1/(d+4)+1/(e+5)+1/(f+6)+1/(g+7)+1/(h+8)".to_owned(),
        "(123456789x+987654321)^12/(123456788x+987654322)^12".to_owned(),
        "(x+1/97)^4(x+1/89)^4(x+1/83)^4".to_owned(),
        "(x^12+x^11+x^10+x^9+x^8+x^7+x^6+x^5+3)^5/(x^12+7x^9+x^5+2x+1)^3".to_owned(),
    ];
    texts.push("(x+1)^12".repeat(24));
    let sum: Vec<String> = (1..20).map(|n| format!("{n}/(x+{n})")).collect();
    texts.push(sum.join("+"));
    for text in texts {
        let start = std::time::Instant::now();
        total(&text);
        let all = start.elapsed();
        let expr = read(&text);
        let start = std::time::Instant::now();
        let _ = expr.same_value(&expr);
        println!(
            "{all:?} all, {:?} compare, {} steps: {text}",
            start.elapsed(),
            cost(&text)
        );
    }
}
