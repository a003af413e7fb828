use item_bank::Template;

use super::*;

/// The guide's own example.
pub fn sample() -> Template {
    read(
        r#"{"id":"add-unlike-ribbon","version":2,"skill":"5.NF.A.1-add-unlike","kind":"fraction",
        "difficulty":"medium",
        "stem":"{who} has ${a}/{b}$ yard of ribbon and buys ${c}/{d}$ yard more. How many yards now?",
        "answer":"a/b + c/d","form":"simplest","unit":"yards",
        "vars":[{"name":"who","word":["Ana","Minh"]},{"name":"b","pick":["2","3","4"]},
          {"name":"d","int":[5,8]},{"name":"a","int":[1,9,2]},{"name":"c","int":[1,7]},
          {"name":"m","is":"lcm(b, d)"},
          {"name":"it","row":[{"one":"pen ","many":"pens"},{"one":"cap","many":"caps"}]}],
        "constraints":["a < b","c < d"],
        "hints":["First.",{"text":"How many?","ask":{"kind":"integer","answer":"m"}},"Last: ${m}$."],
        "solution":["One.","Two."],
        "misconceptions":[{"answer":"(a + c)/(b + d)","feedback":"It looks as if you added both."}],
        "terms":["common-denominator","numerator"],"source":"Trellis","license":"CC-BY-4.0"}"#,
    )
}

fn read(json: &str) -> Template {
    serde_json::from_str(json).unwrap()
}

/// A template of each family, as short as can be, with `fields` of its own.
fn of_kind(kind: &str, fields: &str) -> Template {
    read(&format!(
        r#"{{"id":"q","version":1,"skill":"s","kind":"{kind}","difficulty":"easy","stem":"What?",
        {fields},"hints":["h"],"solution":["s"],"source":"x","license":"y"}}"#
    ))
}

fn check(template: &Template) {
    let form = Form::of(template);
    assert_eq!(
        form.template().as_ref(),
        Ok(template),
        "{:?}",
        template.kind
    );
}

#[test]
fn a_template_goes_through_the_form_unchanged() {
    check(&sample());
    check(&of_kind("short-text", r#""accept":["yes","yeah"]"#));
    check(&of_kind(
        "equation",
        r#""answer":"x = {a}","form":"solved""#,
    ));
    check(&of_kind("order", r#""items":["a","b","c"],"feedback":"f""#));
    check(&of_kind(
        "choice",
        r#""choices":[{"text":"a","correct":true},{"text":"b","correct":"a < b","feedback":"no"}]"#,
    ));
    check(&of_kind(
        "match",
        r#""pairs":[{"left":"a","right":"b"}],"distractors":["c"],"feedback":"f""#,
    ));
    check(&of_kind(
        "number-line",
        r#""line":{"from":"0","to":"2","step":"1/4","label_every":"4","points":["a/4"]}"#,
    ));
    check(&of_kind(
        "number-line",
        r#""line":{"from":"-5","to":"5","step":"1","interval":{"from":"a","from_open":true,"to_open":"a < 3"}}"#,
    ));
    check(&of_kind(
        "plot",
        r#""plot":{"x":["0","10"],"y":["0","20","2"],"points":[["a","b"]],"x_label":"Hours"}"#,
    ));
    check(&of_kind(
        "table",
        r#""table":{"header":["Hours","Miles"],"rows":[["1","={a}"],["2","= 2*a"]]}"#,
    ));
}

#[test]
fn another_kind_leaves_out_what_it_does_not_use_and_loses_nothing() {
    let mut form = Form::of(&sample());
    form.set_text(At::Scalar(Scalar::Kind), "choice".into());
    let choice = form.template().unwrap();
    assert_eq!((choice.answer, choice.misconceptions.len()), (None, 0));
    form.set_text(At::Scalar(Scalar::Kind), "fraction".into());
    assert_eq!(form.template(), Ok(sample()));
}

#[test]
fn what_cannot_be_read_is_complained_of_at_its_field() {
    let mut form = blank("5.NF.A.1-add-unlike");
    let var = form.add(List::Vars);
    form.set_text(At::Cell(List::Vars, var, 2), "three".into());
    let wrong: Vec<At> = form
        .template()
        .unwrap_err()
        .into_iter()
        .map(|c| c.at)
        .collect();
    assert_eq!(
        wrong,
        [
            At::Scalar(Scalar::Id),
            At::Cell(List::Vars, var, 0),
            At::Cell(List::Vars, var, 2)
        ]
    );
    form.set_text(At::Scalar(Scalar::Id), "Ribbon lengths!".into());
    form.set_text(At::Cell(List::Vars, var, 0), "a".into());
    form.set_text(At::Cell(List::Vars, var, 2), "3".into());
    let template = form.template().unwrap();
    assert_eq!(template.id.as_str(), "ribbon-lengths");
    assert!(template.hints.is_empty() && template.choices.is_empty());
}

#[test]
fn rows_move_and_go() {
    let mut form = Form::of(&sample());
    let ids: Vec<u32> = form.rows(List::Solution).iter().map(|row| row.id).collect();
    form.shift(List::Solution, ids[1], false);
    assert_eq!(form.rows(List::Solution)[0].id, ids[1]);
    form.shift(List::Solution, ids[1], false);
    assert_eq!(form.rows(List::Solution)[0].id, ids[1]);
    form.remove(List::Solution, ids[1]);
    assert_eq!(form.template().unwrap().solution, ["One."]);
}

#[test]
fn findings_stand_at_the_field_that_they_quote_or_name() {
    let form = Form::of(&sample());
    let at = |what: &str| place(&form, what);
    assert_eq!(
        at("has 1 hints; 2 to 4 are wanted"),
        Some(At::List(List::Hints))
    );
    assert_eq!(at("something else"), None);
    let answer = "unexpected ')' at character 3 of 'a/b + c/d'";
    assert_eq!(at(answer), Some(At::Scalar(Scalar::Answer)));
    let solution = form.rows(List::Solution)[1].id;
    assert_eq!(
        at("'Two.' has ** without its pair"),
        Some(At::Cell(List::Solution, solution, 0))
    );
}

#[test]
fn names_become_addresses() {
    assert_eq!(slug("  Ribbon  lengths! "), "ribbon-lengths");
    assert_eq!(slug("---"), "");
}
