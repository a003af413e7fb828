//! What authors are told.

use super::drawn;

fn check(source: &str, message: &str) {
    let error = drawn(source).map_or_else(|e| e.to_string(), |_| "was drawn".to_owned());
    assert_eq!(error, message, "{source}");
}

#[test]
fn messages_can_be_acted_on() {
    check(
        r#"number-line = { from = "0", to = "400", step = "1" }"#,
        "number-line: 400 ticks after the first; at most 60 fit",
    );
    check(
        r#"number-line = { from = "0", to = "1", step = "2/3" }"#,
        "number-line: `step` is 2/3; it must be a divisor of the length from `from` to `to`",
    );
    check(
        r#"number-line = { from = "0", to = "1", step = "0" }"#,
        "number-line: `step` is 0; it must be more than 0",
    );
    check(
        r#"number-line = { from = "0", to = "2", step = "1", points = [{ at = "a" }] }"#,
        "number-line: `at` is 3; it must be on the axis, between its ends",
    );
    check(
        r#"number-line = { from = "0", to = "z", step = "1" }"#,
        "number-line: `to`: no variable 'z' here: variables are drawn in order and may use only earlier ones",
    );
    check(
        r#"fraction-bar = { bars = [{ parts = "a/b", shaded = "1" }] }"#,
        "fraction-bar: `parts` is 3/4; it must be a whole number from 1 to 50",
    );
    check(
        r#"bar-chart = { step = "1", bars = [{ label = "A", value = "1000" }] }"#,
        "bar-chart: 1000 steps on the number axis; at most 20 fit",
    );
    check(
        r#"bar-chart = { step = "1", bars = [] }"#,
        "bar-chart: `bars` is empty; it must be one or more",
    );
    check(
        r#"rectangle = { width = "8", height = "5", height_label = "a side of a house as long as anyone's" }"#,
        "rectangle: 523 units wide with its labels; 360 fit: shorten the labels",
    );
    check(
        r#"area-model = { cells = ["1"] }"#,
        "area-model: needs `rows` or `left_parts`, and `columns` or `top_parts`",
    );
    check(
        r#"circle = { radius_label = "1", inside = "{a" }"#,
        "circle: '{a' has a { without its }",
    );
    check(
        r#"sketch = { points = [["1", "1"]], alt = "A dot." }"#,
        "sketch: needs two places that are not the same",
    );
    check(
        r#"sketch = { points = [["1000000", "0"], ["1000001", "0"]], alt = "Two dots." }"#,
        "sketch: lies too far from (0, 0) for its size",
    );
    check(
        r#"sketch = { lines = [{ through = [["0", "0"]] }], alt = "A line." }"#,
        "sketch: a line goes through 2 places or more",
    );
    check(
        r#"sketch = { polygons = [[["0", "0"], ["1", "1"]]], alt = "A line." }"#,
        "sketch: a polygon has 3 corners or more",
    );
    check(
        r#"angle = { degrees = "100", second = "90", straight = true }"#,
        "angle: `second` is 90; it must be what is left of 180 degrees, as `straight` says",
    );
}
