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

#[test]
fn the_embedded_bridge_is_clean() {
    let (failures, warnings) = check_bridge(Bank::embedded());
    for w in &warnings {
        println!("W {w}");
    }
    let all: Vec<String> = failures.iter().map(ToString::to_string).collect();
    assert!(all.is_empty(), "\n{}", all.join("\n"));
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

const ENGLISH: &str = r#"
[[concept]]
skill = "s"
core = ["A [[sum]] puts parts together."]
frame = "The sum is ___ because ___."
sentence = "What is … all together?"
works = "\"All together\" asks for everything at once."

[[term]]
id = "sum"
en = "sum"
part_of_speech = "noun"
tier = 3
gloss = "What you get when you add."
forms = ["sums"]

[[verb]]
id = "add"
forms = ["add"]
gloss = "Put together."
"#;

const STEM: &str = r#"
[[template]]
id = "t"
version = 1
skill = "s"
difficulty = "easy"
source = "Trellis"
license = "CC-BY-4.0"
kind = "short-text"
stem = "What is {a} **all** together?"
accept = ["total"]
vars = [{ name = "a", int = [1, 99] }]
hints = ["Look.", "Look again."]
solution = ["Put it together."]
"#;

const ARABIC: &str = r#"
language = "ar"
name = "العربية"
right_to_left = true
review = { state = "drafted", by = "a test" }

[[concept]]
skill = "s"
core = ["الـ [[sum]] هو ما نحصل عليه عندما نجمع الأجزاء معًا."]
works = "“All together” تسأل عن كل شيء مرة واحدة."

[[term]]
id = "sum"
equivalent = "مجموع"
explanation = "ما نحصل عليه عندما نجمع أعدادًا."
cognate = "no"

[verbs]
add = "اجمع الأعداد معًا."
"#;

/// What is said of a small bank, labels and interface aside.
fn of_bridge(english: &str, arabic: &str) -> Vec<String> {
    let files = [
        ("content/skills/d.toml", SKILLS),
        ("content/templates/d/t.toml", STEM),
        ("content/terms/d.toml", english),
        ("content/bridge/ar/language.toml", arabic),
    ];
    let bank = Bank::build(&files).expect("a bank");
    let (failures, warnings) = check_bridge(&bank);
    let all = failures.into_iter().chain(warnings).map(|found| found.what);
    all.filter(|what| !what.starts_with("the label")).collect()
}

#[test]
fn what_is_wrong_with_a_language_is_found() {
    assert_eq!(of_bridge(ENGLISH, ARABIC), [""; 0]);
    for (from, to, expected) in [
        ("[[sum]] هو", "[[مجموع|sum]] هو", "the mark shows 'مجموع'"),
        (
            "الـ [[sum]] هو",
            "مجموع [[sum]] هو",
            "'مجموع' stands in the core",
        ),
        ("الـ [[sum]] هو", "هذا هو", "'sum' is not there in English"),
        (
            "نجمع الأجزاء",
            "نجمع 2 + 3 من الأجزاء",
            "mathematics stands outside",
        ),
        (
            "نجمع الأجزاء",
            "نجمع 7 من الأجزاء",
            "the English has the numbers none, this text 7",
        ),
        (
            "نجمع الأجزاء",
            "لا نجمع الأجزاء",
            "this text negates something",
        ),
        (
            "نجمع الأجزاء معًا.",
            "نجمع الأجزاء معًا total.",
            "gives away 'total', the answer of 't'",
        ),
        (
            "الـ [[sum]] هو ما نحصل عليه عندما نجمع الأجزاء معًا.",
            "The [[sum]] puts many parts together.",
            "is not in 'ar'",
        ),
        (
            "add = \"اجمع الأعداد معًا.\"",
            "",
            "[verbs]: 'add' is missing",
        ),
        (
            "add = \"اجمع",
            "sub = \"اجمع",
            "[verbs]: 'sub' is not in verbs.toml",
        ),
        (
            "works = \"“All together” تسأل عن كل شيء مرة واحدة.\"",
            "",
            "the English has `works`, this language has none",
        ),
        (
            "أعدادًا.",
            "أعدادًا 3/4 + 1/4.",
            "its explanation has mathematics outside",
        ),
    ] {
        let arabic = ARABIC.replacen(from, to, 1);
        assert_ne!(arabic, ARABIC, "{from}");
        let found = of_bridge(ENGLISH, &arabic);
        assert!(
            found.iter().any(|what| what.contains(expected)),
            "{expected}: {found:?}"
        );
    }
}

#[test]
fn what_is_wrong_with_the_english_side_is_found() {
    for (from, to, expected) in [
        (
            "What is … all together?",
            "How many are there?",
            "stands in no stem of its templates",
        ),
        (
            "puts parts together",
            "makes a total",
            "gives away 'total', the answer of 't'",
        ),
        (
            "A [[sum]] puts",
            "A [[summer|sum]] puts",
            "'summer' is not among the forms of 'sum'",
        ),
        ("when you add", "when sums are made", "uses 'sums' itself"),
        ("[\"sums\"]", "[\"Sums\"]", "forms are in lower case"),
        (
            "forms = [\"add\"]",
            "forms = []",
            "the verb 'add' lacks its forms",
        ),
    ] {
        let english = ENGLISH.replacen(from, to, 1);
        assert_ne!(english, ENGLISH, "{from}");
        let found = of_bridge(&english, ARABIC);
        assert!(
            found.iter().any(|what| what.contains(expected)),
            "{expected}: {found:?}"
        );
    }
}
