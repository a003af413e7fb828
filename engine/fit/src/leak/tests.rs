//! Which repeats are seen, and which are left alone.

use crate::formats::{Format, Loaded, ReadOptions, Source, read_sources};

fn read(text: &str, merge: bool) -> Loaded {
    let source = Source {
        file: "f".into(),
        bytes: text.into(),
    };
    let options = ReadOptions {
        merge,
        ..ReadOptions::default()
    };
    read_sources([Ok(source)], Format::Csv, &options).unwrap()
}

/// "skill+" or "skill-", a word a response.
fn shown(loaded: &Loaded) -> String {
    let words = loaded.dataset.responses.iter().map(|response| {
        let sign = if response.correct { '+' } else { '-' };
        format!("{}{sign}", loaded.dataset.skills[response.skill as usize])
    });
    words.collect::<Vec<_>>().join(" ")
}

fn check(header: &str, rows: &[&str], expected: &str) {
    let text = format!("student,skill,correct,{header}\n{}\n", rows.join("\n"));
    assert_eq!(shown(&read(&text, true)), expected, "{text}");
}

#[test]
fn the_same_item_under_several_skills_is_one_response() {
    check("item", &["u,b,1,i", "u,a,1,i", "u,c,1,i"], "a ~~ b ~~ c+");
    check("item", &["u,a,1,i", "u,b,0,i"], "a+ b-");
    check("item", &["u,a,1,i", "u,b,1,j"], "a+ b+");
    check("item", &["u,a,1,i", "v,b,1,i"], "a+ b+");
    // the same skill again is the next attempt
    check("item", &["u,a,1,i", "u,a,1,i"], "a+ a+");
    check(
        "item",
        &["u,a,1,i", "u,b,1,i", "u,a,1,i", "u,b,1,i"],
        "a ~~ b+ a ~~ b+",
    );
    check("item", &["u,a,1,i", "u,b,1,i", "u,b,1,i"], "a ~~ b+ b+");
    check(
        "item",
        &["u,a ~~ c,1,i", "u,b,1,i", "u,x,0,j"],
        "a ~~ b ~~ c+ x-",
    );
}

#[test]
fn order_and_time_tell_responses_apart() {
    check("item,time", &["u,a,1,i,5", "u,b,1,i,5"], "a ~~ b+");
    check("item,time", &["u,a,1,i,5", "u,b,1,i,6"], "a+ b+");
    // a running row number says nothing about what is one response
    check("item,order", &["u,a,1,i,1", "u,b,1,i,2"], "a ~~ b+");
    check(
        "item,order",
        &["u,a,1,i,1", "u,b,1,i,1", "u,a,1,i,2", "u,b,1,i,2"],
        "a ~~ b+ a ~~ b+",
    );
    check(
        "item,order",
        &["u,a,1,i,1", "u,b,1,i,1", "u,c,1,i,2"],
        "a ~~ b+ c+",
    );
}

#[test]
fn without_items_the_stamp_must_say_it() {
    check("order", &["u,a,1,1", "u,b,1,1", "u,c,1,2"], "a ~~ b+ c+");
    check("time", &["u,a,1,61", "u,b,1,61"], "a ~~ b+");
    // a date is too coarse
    check("time", &["u,a,1,2026-11-22", "u,b,1,2026-11-22"], "a+ b+");
    check("group", &["u,a,1,g", "u,b,1,g"], "a+ b+");
}

#[test]
fn what_is_merged_is_said_and_can_be_left() {
    let text = "student,skill,correct,item\nu,a,1,i\nu,b,1,i\nu,a,0,j\nu,b,0,k\nu,a,1,l\n";
    let merged = read(text, true);
    assert_eq!(merged.report.merged, 1);
    assert_eq!(merged.dataset.skills, ["a", "b", "a ~~ b"]);
    assert_eq!(
        merged.report.warnings[0],
        "1 of 5 rows (20.0 %) repeat the answer before under another skill: they were merged into \
         composite skills, because whoever predicts a repeat has already seen the answer."
    );
    let left = read(text, false);
    assert_eq!((left.report.merged, left.dataset.responses.len()), (0, 5));
    assert_eq!(
        left.report.warnings[0],
        "1 of 5 rows (20.0 %) repeat the answer before under another skill, and merging is off: \
         accuracy on these rows is not to be trusted."
    );
}

#[test]
fn skills_that_merging_emptied_are_gone() {
    let loaded = read("student,skill,correct,item\nu,a,1,i\nu,b,1,i\n", true);
    assert_eq!(loaded.dataset.skills, ["a ~~ b"]);
    assert_eq!(loaded.dataset.responses[0].skill, 0);
}

/// A deterministic coin.
fn coin(state: &mut u64) -> bool {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *state >> 63 == 1
}

#[test]
fn items_numbered_within_skills_are_not_merged() {
    let mut state = 7;
    let rows = (0..200).map(|at| {
        let skill = if at % 2 == 0 { "a" } else { "b" };
        format!("u,{skill},{},{}", u8::from(coin(&mut state)), at / 2)
    });
    let rows = rows.collect::<Vec<_>>().join("\n");
    let text = format!("student,skill,correct,item\n{rows}\n");
    let loaded = read(&text, true);
    assert_eq!(loaded.report.merged, 0);
    let warning = &loaded.report.warnings[0];
    assert!(
        warning.contains("rows stand at the item, order or time of the row before"),
        "{warning}"
    );
    assert!(warning.contains("they were not merged"), "{warning}");
}

#[test]
fn bare_repeats_are_warned_of_and_independent_answers_are_not() {
    let bare = |repeated: bool| {
        let mut state = 3;
        let rows = (0..400).map(|at| {
            let (first, other) = (coin(&mut state), coin(&mut state));
            let second = if repeated { first } else { other };
            let student = at / 20;
            format!(
                "u{student},a,{}\nu{student},b,{}",
                u8::from(first),
                u8::from(second)
            )
        });
        let rows = rows.collect::<Vec<_>>().join("\n");
        let text = format!("student,skill,correct\n{rows}\n");
        read(&text, true).report.warnings
    };
    let warnings = bare(true);
    assert_eq!(warnings.len(), 1);
    assert!(
        warnings[0].starts_with("Answers that follow each other under different skills agree in 7"),
        "{warnings:?}"
    );
    assert_eq!(bare(false), [""; 0]);
}

#[test]
fn repeats_of_an_item_are_warned_of() {
    let text = "student,skill,correct,item\nu,a,0,i\nu,a,1,i\nu,a,1,j\nu,a,0,k\n";
    assert_eq!(
        read(text, true).report.warnings,
        [
            "1 of 4 rows (25 %) repeat the item of the row before: treat figures that use items as optimistic."
        ]
    );
}
