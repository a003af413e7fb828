//! Sketches, and what fits on a card.

use super::{drawn, rule};
use crate::figure::{Figure, PathClass};

fn paths(figure: &Figure, class: PathClass) -> Vec<&str> {
    let of = figure.paths.iter().filter(|path| path.class == class);
    of.map(|path| path.d.as_str()).collect()
}

#[test]
fn a_sketch_is_as_large_as_fits() {
    let wide =
        drawn(r#"sketch = { lines = [{ through = [["0", "0"], ["2", "1"]] }], alt = "A line." }"#);
    let wide = wide.unwrap();
    // 4 clear units on each side
    assert_eq!((wide.width, wide.height), (208, 108));
    assert_eq!(paths(&wide, PathClass::Outline), ["M4 104L204 4"]);
    let high = drawn(r#"sketch = { points = [["0", "0"], ["0", "a"]], alt = "Two dots." }"#);
    assert_eq!(high.unwrap().height, 150 + 9 + 8);
}

#[test]
fn an_angle_is_marked_the_short_way_round() {
    let mark = |to: &str| {
        let lines =
            r#"{ through = [["-4", "0"], ["4", "0"]] }, { through = [["0", "-4"], ["0", "4"]] }"#;
        let source = format!(
            r#"sketch = {{ lines = [{lines}], angles = [{{ at = ["0", "0"], from = ["4", "0"], to = {to} }}], alt = "An angle." }}"#
        );
        let figure = drawn(&source).unwrap();
        paths(&figure, PathClass::Mark).concat()
    };
    // against the clock above, with it below, a square corner between
    assert!(mark(r#"["3", "3"]"#).contains("A24 24 0 0 0 "));
    assert!(mark(r#"["-3", "-3"]"#).contains("A24 24 0 0 1 "));
    assert_eq!(mark(r#"["0", "4"]"#).matches('L').count(), 2);
}

#[test]
fn only_asked_for_heads_are_drawn() {
    let heads = |heads: &str| {
        let line = format!(r#"{{ through = [["0", "0"], ["4", "1"]]{heads} }}"#);
        let figure = drawn(&format!(
            r#"sketch = {{ lines = [{line}], alt = "A line." }}"#
        ))
        .unwrap();
        paths(&figure, PathClass::Head)
            .concat()
            .matches('Z')
            .count()
    };
    let found = [r#", heads = "both""#, r#", heads = "end""#, ""].map(heads);
    assert_eq!(found, [2, 1, 0]);
}

#[test]
fn a_card_gives_less_room() {
    let line = rule(r#"number-line = { from = "0", to = "5", step = "1" }"#);
    let card = line.on_card().unwrap();
    assert!((200..=240).contains(&card.width), "{}", card.width);
    let item = drawn(r#"number-line = { from = "0", to = "5", step = "1" }"#).unwrap();
    assert!((320..=360).contains(&item.width), "{}", item.width);
    assert_eq!(card.alt, item.alt);
    assert!(
        rule(r#"clock = { hour = "a", minute = "0" }"#)
            .on_card()
            .is_err()
    );
}
