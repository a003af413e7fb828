use super::*;

#[test]
fn the_embedded_content_is_clean() {
    let report = check_at(Bank::embedded(), 60);
    let all: Vec<String> = report.failures.iter().map(ToString::to_string).collect();
    assert!(report.is_clean(), "\n{}", all.join("\n"));
    assert!(
        report.skills >= 12 && report.templates >= 36 && report.languages >= 1,
        "{report:?}"
    );
}

const SKILLS: &str = r#"
[[skill]]
code = "s"
title = "A skill"
short = "Skill"
you_can = "do it"
grade = 5
domain = "d"
standards = ["5.X"]
params = { prior = 0.3, learn = 0.1, guess = 0.1, slip = 0.1 }
"#;

fn failures(template: &str) -> Vec<String> {
    let template = format!(
        r#"
[[template]]
id = "t"
version = 1
skill = "s"
difficulty = "easy"
source = "Trellis"
license = "CC-BY-4.0"
{template}
"#
    );
    let files = [
        ("content/skills/d.toml", SKILLS),
        ("content/templates/d/t.toml", &template),
    ];
    let bank = Bank::build(&files).unwrap();
    let report = check_at(&bank, SEEDS);
    report
        .failures
        .into_iter()
        .filter(|f| f.subject == "t")
        .map(|f| f.what)
        .collect()
}

#[test]
fn leaks_repeats_and_false_misconceptions_are_found() {
    let found = failures(
        r#"
kind = "integer"
stem = "What is ${a} + 2$?"
answer = "a + 2"
vars = [{ name = "a", int = [1, 9] }]
hints = ["It is {a + 2}.", "Count on."]
solution = ["{a} + 2"]
misconceptions = [
  { answer = "a + 2", feedback = "no" },
  { answer = "a + 2", feedback = "no" },
]
"#,
    );
    let expect = [
        "a misconception gives the right answer: 'no'",
        "two misconceptions give the same answer",
        "a hint before the last gives the answer",
        "gives only 9 different items; 50 are wanted",
    ];
    for what in expect {
        assert!(found.iter().any(|f| f == what), "{what} not in {found:?}");
    }
}

#[test]
fn choices_that_collide_are_found() {
    let found = failures(
        r#"
kind = "choice"
stem = "Which is {a}?"
vars = [{ name = "a", int = [1, 99] }, { name = "b", int = [1, 99] }]
choices = [{ text = "{a}", correct = true }, { text = "{b}", correct = "a = b", feedback = "no" }]
hints = ["Look.", "Look again."]
solution = ["It is {a}."]
"#,
    );
    assert!(
        found.contains(&"two choices read the same".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"2 choices are right".to_owned()),
        "{found:?}"
    );
}

#[test]
fn an_impossible_constraint_is_named() {
    let found = failures(
        r#"
kind = "integer"
stem = "{a}"
answer = "a"
vars = [{ name = "a", int = [1, 9] }]
constraints = ["a > 9"]
hints = ["x", "y"]
solution = ["z"]
misconceptions = [{ answer = "a + 1", feedback = "f" }, { answer = "a + 2", feedback = "g" }]
"#,
    );
    assert_eq!(found, ["t: no draw of 1000 met the constraints"]);
}
