//! What a question asks for, kind by kind.

use crate::pool::{Pool, held, number};
use item_bank::{Family, Form, Kind, Rational, instantiate};

fn choice(title: &str, answers: &str, choices: &str) -> String {
    format!(
        r#"{{"stepTitle": "{title}", "stepAnswer": {answers}, "choices": {choices}, "problemType": "MultipleChoice", "answerType": "string"}}"#
    )
}

#[test]
fn choices_have_one_right_one() {
    let pool = Pool::new();
    pool.one(
        "a",
        &choice(
            "Which?",
            r#"["$$\\left(1,2\\right)$$"]"#,
            r#"["", "No", "No", "$$(1, 2)$$"]"#,
        ),
        "",
    );
    pool.one(
        "b",
        &choice("Which?", r#"["Maybe"]"#, r#"["Yes", "No"]"#),
        "",
    );
    pool.one(
        "c",
        &choice("Which?", r#"["1", "2"]"#, r#"["1", "2", "3"]"#),
        "",
    );
    pool.one(
        "d",
        &choice(
            "Select all that apply.",
            r#"["1", "2"]"#,
            r#"["1", "2", "3"]"#,
        ),
        "",
    );
    let import = pool.import();
    assert_eq!(
        held(&import),
        [
            "choices: 'Maybe' is not among the choices",
            "choices: 2 choices are listed as right where one is asked for",
        ]
    );
    let shapes: Vec<_> = import
        .templates()
        .map(|t| (t.kind, t.choices.len()))
        .collect();
    assert_eq!(shapes, [(Kind::Choice, 2), (Kind::MultiSelect, 3)]);
}

#[test]
fn answers_that_our_checker_refuses_stay_behind() {
    let pool = Pool::new();
    let step = r#"{"stepTitle": "One?", "stepAnswer": ["$$3$$", "$$4$$"], "problemType": "TextBox", "answerType": "arithmetic"}"#;
    pool.one("a", step, "");
    let step = step.replace("$$4$$", "$$\\\\frac{6}{2}$$");
    pool.one("b", &step, "");
    let import = pool.import();
    assert_eq!(
        held(&import),
        ["answer-refused: '4': Wrong { feedback: None }"]
    );
    assert_eq!(import.imported.len(), 1);
}

#[test]
fn numbers_matrices_and_points_find_their_kinds() {
    let pool = Pool::new();
    let answers = [
        (r"$$-12$$", Kind::Integer),
        (r"$$1,200.5$$", Kind::Decimal),
        (r"$$2\\frac{3}{4}$$", Kind::Mixed),
        (r"$$25\\%$$", Kind::Percent),
        (r"$$\\$5$$", Kind::Integer),
        (r"110.7**{\\circ}", Kind::Decimal),
        (
            r"$$\\begin{bmatrix} -1 & \\frac{1}{2} \\\\ 3 & 0 \\end{bmatrix}$$",
            Kind::Table,
        ),
        (r"(-7/4,-3)", Kind::Table),
    ];
    for (n, (answer, _)) in answers.iter().enumerate() {
        pool.one(&format!("p{n}"), &number("What?", answer), "");
    }
    let import = pool.import();
    assert_eq!(held(&import), [""; 0]);
    let kinds: Vec<Kind> = import.templates().map(|t| t.kind).collect();
    assert_eq!(kinds, answers.map(|(_, kind)| kind));
    let mixed = import.templates().nth(2).expect("a mixed number");
    let item = instantiate(mixed, 0).expect("an item");
    let item_bank::Key::Number { value, .. } = item.key else {
        panic!("a number")
    };
    assert_eq!(Some(value), Rational::new(11, 4));
}

#[test]
fn words_have_a_closed_list() {
    let pool = Pool::new();
    let step = r#"{"stepTitle": "Who?", "stepAnswer": ["{Ana, Minh}"], "problemType": "TextBox", "answerType": "string"}"#;
    pool.one("p", step, "");
    let import = pool.import();
    assert_eq!(held(&import), [""; 0]);
    let template = import.templates().next().expect("a template");
    assert_eq!(template.kind.family(), Family::Words);
    assert_eq!(template.accept, ["\\{Ana, Minh\\}", "Ana, Minh"]);
}

#[test]
fn formulas_are_compared_by_value_in_the_form_asked_for() {
    let pool = Pool::new();
    let asked = [
        (
            "What is left?",
            r"$$\\frac{x}{3y}$$",
            Kind::Expression,
            Form::Any,
        ),
        ("Solve it.", r"$$x=5$$", Kind::Equation, Form::Solved),
        (
            "Factor the sum.",
            r"$$\\left(x+1\\right) \\left(x+2\\right)$$",
            Kind::Expression,
            Form::Factored,
        ),
        // the pool's own answer is not factored: then any form will do
        (
            "Factor the sum.",
            r"$$x^2+3x+2$$",
            Kind::Expression,
            Form::Any,
        ),
        (
            "Simplify.",
            r"$$\\frac{3}{4}$$",
            Kind::Fraction,
            Form::Simplest,
        ),
        // beyond our algebra, and written in one way
        ("A power?", r"$$n^{42}$$", Kind::ShortText, Form::Any),
    ];
    for (n, (title, answer, ..)) in asked.iter().enumerate() {
        pool.one(&format!("p{n}"), &number(title, answer), "");
    }
    let import = pool.import();
    assert_eq!(held(&import), [""; 0]);
    let made: Vec<_> = import.templates().map(|t| (t.kind, t.form)).collect();
    assert_eq!(made, asked.map(|(_, _, kind, form)| (kind, form)));

    // beyond it, and written in many
    pool.one(
        "q",
        &number("A difference?", r"$$\\frac{\\sqrt{2}-\\sqrt{6}}{4}$$"),
        "",
    );
    assert_eq!(
        held(&pool.import()),
        ["answer-unread: '(sqrt(2)-sqrt(6))/4' is beyond our algebra"]
    );
}
