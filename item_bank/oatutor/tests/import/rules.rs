//! What holds for whole problems.

use std::collections::BTreeMap;

use crate::pool::{CC_BY, Pool, Step, held, hint, number};
use item_bank::{Kind, LicenseFrom, instantiate, plain};
use oatutor::{ImportOptions, import};

#[test]
fn a_plain_problem_comes_through_with_its_attribution() {
    let pool = Pool::new();
    let step = r#"{"stepTitle": "What is $$\\frac{1}{2}+\\frac{1}{4}$$?", "stepAnswer": ["$$\\frac{3}{4}$$"],
        "answerLatex": "$$\\frac{3}{4}$$", "problemType": "TextBox", "answerType": "arithmetic", "stepBody": NaN}"#;
    pool.one("p1", step, &hint("h1", "Add $$\\\\frac{2}{4}$$.", "[]"));
    let import = pool.import();
    assert_eq!(held(&import), [""; 0]);
    let template = import.templates().next().expect("a template");
    assert_eq!(
        (template.id.as_str(), template.kind),
        ("p1a", Kind::Fraction)
    );
    assert_eq!(template.skill.as_str(), "oat-add-whole-numbers");
    assert_eq!(
        (template.license.as_str(), template.source.as_str()),
        ("CC-BY-4.0", "OATutor: A Book")
    );
    let item = instantiate(template, 1).expect("an item");
    assert_eq!(plain(&item.stem), "Title\nWhat is 1/2 + 1/4?");
    assert_eq!(plain(&item.hints[0].text), "Add 2/4.");
    assert_eq!(plain(&item.solution[0]), "The answer is 3/4");
    let [row] = &import.attributions()[..] else {
        panic!("one work")
    };
    assert_eq!(
        (row.attribution.title.as_str(), row.problems),
        ("A Book", 1)
    );
    assert_eq!(row.attribution.url.as_deref(), Some("https://x.org"));
    assert_eq!(import.skills[0].title, "Add whole numbers");
    let report = serde_json::to_value(import.report()).expect("JSON");
    assert_eq!(report["problems"], 1);
    assert_eq!(report["imported"], 1);
    assert_eq!(report["held_back"], 0);
    assert_eq!(report["licenses"]["problem"], 1);
}

#[test]
fn steps_are_parts_of_their_problem() {
    let pool = Pool::new();
    let fields = format!(r#"{{"title": "nan", "body": "Take 4.", "license": "{CC_BY}"}}"#);
    let (a, b) = (number("Double it.", "$$8$$"), number("Halve it.", "$$2$$"));
    let later = hint("p-b-h1", "Go on from there.", r#"["p-a-h1"]"#);
    let steps = [
        Step {
            name: "pa",
            file: &a,
            hints: &hint("p-a-h1", "Twice.", "[]"),
        },
        Step {
            name: "pb",
            file: &b,
            hints: &later,
        },
    ];
    pool.problem("p", &fields, &steps);
    let import = pool.import();
    assert_eq!(held(&import), [""; 0]);
    let stems: Vec<&str> = import.templates().map(|t| t.stem.as_str()).collect();
    assert_eq!(
        stems,
        [
            "Take 4.\nPart 1 of 2.\nDouble it.",
            "Take 4.\nPart 2 of 2.\nHalve it."
        ]
    );
}

#[test]
fn hints_come_in_order_and_circles_are_refused() {
    let pool = Pool::new();
    let step = number("One?", "$$1$$");
    let hints = [hint("b", "Second.", "[1]"), hint("a", "First.", "[]")].join(",");
    pool.one("good", &step, &hints);
    let hints = [
        hint("a", "First.", r#"["b"]"#),
        hint("b", "Second.", r#"["a"]"#),
    ]
    .join(",");
    pool.one("circle", &step, &hints);
    let import = pool.import();
    assert_eq!(
        held(&import),
        ["hint-order: these wait for each other: a, b"]
    );
    let template = import.templates().next().expect("a template");
    let texts: Vec<&str> = template.hints.iter().map(|h| h.text.as_str()).collect();
    assert_eq!(texts, ["First.", "Second."]);
}

#[test]
fn a_licence_is_looked_for_ever_further_away() {
    let pool = Pool::new();
    let step = number("One?", "$$1$$");
    let licensed = format!(
        r#"{{"id": "h", "type": "hint", "text": "Own.", "license": "{CC_BY}", "dependencies": []}}"#
    );
    for (id, license, course) in [
        ("own", CC_BY, ""),
        ("course", "", "Licensed"),
        ("none", "publisher", "Unlicensed"),
    ] {
        let fields =
            format!(r#"{{"title": "T", "license": "{license}", "courseName": "{course}"}}"#);
        let name = format!("{id}a");
        let hints = [licensed.clone(), hint("i", "Blank.", "[]")].join(",");
        pool.problem(
            id,
            &fields,
            &[Step {
                name: &name,
                file: &step,
                hints: &hints,
            }],
        );
    }
    let import1 = pool.import();
    assert_eq!(
        held(&import1),
        ["no-license: the problem says publisher, its course nothing"]
    );
    let report = import1.report();
    assert_eq!(
        report.licenses,
        BTreeMap::from([(LicenseFrom::Problem, 1), (LicenseFrom::Course, 1)])
    );
    let hints = [
        (LicenseFrom::Hint, 2),
        (LicenseFrom::Problem, 1),
        (LicenseFrom::Course, 1),
    ];
    assert_eq!(report.hint_licenses, BTreeMap::from(hints));
    assert_eq!((report.eligible, report.eligible_imported), (2, 2));
    let options = ImportOptions {
        repository_license: Some("CC BY 4.0".to_owned()),
        ..ImportOptions::default()
    };
    let import2 = import(pool.path(), &options).expect("the pool is read");
    assert_eq!(import2.report().licenses[&LicenseFrom::Repository], 1);
    let unknown = ImportOptions {
        repository_license: Some("ask me".to_owned()),
        ..ImportOptions::default()
    };
    assert!(import(pool.path(), &unknown).is_err());
}

#[test]
fn a_hint_under_another_licence_adds_its_own() {
    let pool = Pool::new();
    let hints = r#"{"id": "h", "type": "hint", "text": "T.", "license": "CC BY-SA 4.0", "dependencies": []}"#;
    pool.one("p", &number("One?", "$$1$$"), hints);
    let import = pool.import();
    let template = import.templates().next().expect("a template");
    assert_eq!(template.license, "CC-BY-4.0 AND CC-BY-SA-4.0");
}

#[test]
fn scaffolds_ask_and_what_cannot_be_asked_is_told() {
    let pool = Pool::new();
    let hints = r#"
        {"id": "h1", "type": "scaffold", "title": "Look", "text": "How many?", "hintAnswer": ["$$3$$"],
         "problemType": "TextBox", "answerType": "arithmetic", "dependencies": [],
         "subHints": [{"id": "s1", "type": "hint", "text": "Count.", "dependencies": []}]},
        {"id": "h2", "type": "scaffold", "text": "Which?", "hintAnswer": ["$$x$$"], "choices": ["$$y$$", "$$x$$"],
         "problemType": "MultipleChoice", "answerType": "string", "dependencies": ["h1"]},
        {"id": "h3", "type": "scaffold", "text": "Matrix?", "dependencies": ["h2"], "problemType": "TextBox",
         "answerType": "arithmetic", "hintAnswer": ["$$\\begin{bmatrix} 1 & 2 \\end{bmatrix}$$"]}"#;
    pool.one("p", &number("One?", "$$1$$"), hints);
    let import = pool.import();
    assert_eq!(held(&import), [""; 0]);
    let template = import.templates().next().expect("a template");
    let shown: Vec<_> = template
        .hints
        .iter()
        .map(|h| (h.text.as_str(), h.ask.as_ref().map(|a| a.kind)))
        .collect();
    assert_eq!(
        shown,
        [
            ("**Look.** How many?", Some(Kind::Integer)),
            ("Count.", None),
            ("Which?", Some(Kind::Choice)),
            (
                "Matrix?\nAnswer: $$\\begin{bmatrix} 1 & 2 \\end{bmatrix}$$",
                None
            ),
        ]
    );
    let report = import.report();
    assert_eq!((report.scaffolds, report.scaffolds_told), (2, 1));
}

#[test]
fn variables_stay_together() {
    let pool = Pool::new();
    let step = r#"{"stepTitle": "What is @{a} and $$\\frac{@{b}}{2}$$ of @{what}?", "stepAnswer": ["$$@{c}$$"],
        "problemType": "TextBox", "answerType": "arithmetic",
        "variabilization": {"a": [1, 2, 3], "b": ["2", "4", "6"], "c": ["$$2$$", "$$4$$", "$$6$$"], "what": ["sand"]}}"#;
    pool.one("p", step, &hint("h", "Add @{a} and $$@{a}$$.", "[]"));
    let import = pool.import();
    assert_eq!(held(&import), [""; 0]);
    let template = import.templates().next().expect("a template");
    assert_eq!(template.kind, Kind::Integer);
    let mut seen = Vec::new();
    for seed in 0..30 {
        let item = instantiate(template, seed).expect("an item");
        let n = plain(&item.key_rich()).parse::<i64>().expect("a number") / 2;
        assert_eq!(
            plain(&item.stem),
            format!("Title\nWhat is {n} and {}/2 of sand?", 2 * n)
        );
        assert_eq!(plain(&item.hints[0].text), format!("Add {n} and {n}."));
        seen.push(n);
    }
    assert!([1, 2, 3].iter().all(|n| seen.contains(n)), "{seen:?}");

    let stranger = number("What is @{z}?", "$$1$$");
    pool.one("q", &stranger, "");
    assert_eq!(held(&pool.import()), ["variables: no values for '@{z}'"]);
}

#[test]
fn a_figure_needs_a_text_that_stands_for_it() {
    let pool = Pool::new();
    pool.one("p", &number("How many? ##figure1.gif##", "$$3$$"), "");
    let without = pool.import();
    assert_eq!(held(&without), ["needs-figure: ##figure1.gif##"]);
    assert_eq!(without.report().eligible, 0);
    let options = ImportOptions {
        alt_texts: BTreeMap::from([("p/figure1.gif".to_owned(), "three dots".to_owned())]),
        ..ImportOptions::default()
    };
    let with = import(pool.path(), &options).expect("the pool is read");
    let stem = &with.templates().next().expect("a template").stem;
    assert_eq!(stem, "**Title**\nHow many? (Figure: three dots)");
    assert_eq!(with.report().eligible, 1);
}

#[test]
fn what_is_broken_is_named() {
    let pool = Pool::new();
    pool.one("a", &number("Drive your %CAR%.", "$$1$$"), "");
    pool.one("b", &number("What is $$\\\\fraccos$$?", "$$1$$"), "");
    pool.one(
        "c",
        &number("One?", "$$1$$").replace("TextBox", "Essay"),
        "",
    );
    pool.one("d", "{no JSON", "");
    pool.one("e", &number("One?", ""), "");
    pool.one("f", &number("One?", "$$1$$"), "");
    pool.write(
        "content-pool/g/g.json",
        &format!(r#"{{"title": "T", "license": "{CC_BY}"}}"#),
    );
    let import = pool.import();
    let reasons: Vec<&str> = import.held_back.iter().map(|h| h.reason.code()).collect();
    assert_eq!(
        reasons,
        [
            "placeholder",
            "latex",
            "unknown-kind",
            "unreadable",
            "nothing-asked",
            "unreadable"
        ]
    );
    assert_eq!(import.held_back[0].step.as_deref(), Some("aa"));
    assert!(
        import.held_back[1]
            .detail
            .contains("\\fraccos is not known here"),
        "{:?}",
        import.held_back[1]
    );
    assert_eq!(import.report().reasons["unreadable"], 2);
    assert_eq!(import.imported.len(), 1);
}

#[test]
fn a_step_without_a_skill_and_a_step_twice() {
    let pool = Pool::new();
    let step = r#"{"id": "same", "stepTitle": "One?", "stepAnswer": ["$$1$$"], "problemType": "TextBox", "answerType": "arithmetic"}"#;
    pool.one("a", step, "");
    pool.one("b", step, "");
    assert!(
        held(&pool.import())
            .iter()
            .all(|h| h == "no-skill: not in skillModel.json")
    );
    pool.write("skillModel.json", r#"{"same": ["s"]}"#);
    let import = pool.import();
    assert_eq!(
        held(&import),
        ["template: another problem has a step 'same' too"]
    );
}

#[test]
fn a_folder_that_is_no_pool_is_refused() {
    let empty = tempfile::tempdir().expect("a folder");
    let error = import(empty.path(), &ImportOptions::default()).expect_err("no pool");
    assert!(error.to_string().contains("skillModel.json"), "{error}");
}

#[test]
fn threads_change_nothing_and_progress_is_told() {
    let pool = Pool::new();
    for n in 0..20 {
        pool.one(&format!("p{n}"), &number("One?", "$$1$$"), "");
    }
    let told = std::sync::atomic::AtomicUsize::new(0);
    let count = |_: usize, _: usize| {
        told.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    };
    let options = ImportOptions {
        threads: Some(3),
        progress: Some(&count),
        ..ImportOptions::default()
    };
    let ids = |import: &oatutor::Import| {
        import
            .imported
            .iter()
            .map(|p| p.id.clone())
            .collect::<Vec<_>>()
    };
    let three = import(pool.path(), &options).expect("the pool is read");
    let one = ImportOptions {
        threads: Some(1),
        ..ImportOptions::default()
    };
    let one = import(pool.path(), &one).expect("the pool is read");
    assert_eq!(ids(&three), ids(&one));
    assert_eq!(told.into_inner(), 20);
}
