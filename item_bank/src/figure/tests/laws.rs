//! What is true of every figure, whatever the numbers.

use proptest::prelude::*;

use super::super::font;
use super::super::model::{Anchor, Figure, FigureText};
use super::drawn;

/// Left, top, right, bottom in tenths; a unit smaller all round, for positions are rounded.
fn area(text: &FigureText) -> [i32; 4] {
    let (width, size) = (font::width(&text.text, text.class), text.class.size());
    let left = text.x * 10
        - match text.anchor {
            Anchor::Start => 0,
            Anchor::Middle => width / 2,
            Anchor::End => width,
        };
    let bottom = text.y * 10 + size * 2;
    [
        left + 10,
        bottom - size * 19 / 2 + 10,
        left + width - 10,
        bottom - 10,
    ]
}

fn numbers(d: &str) -> Vec<f64> {
    let parts = d.split(|c: char| c.is_ascii_alphabetic() || c == ' ');
    parts
        .filter(|p| !p.is_empty())
        .map(|p| p.parse().unwrap())
        .collect()
}

fn hold(figure: &Figure) {
    assert!(
        figure.width <= 360 && figure.height <= 460,
        "{}x{}",
        figure.width,
        figure.height
    );
    let size = serde_json::to_string(figure).unwrap().len();
    assert!(size < 20_000, "{size} bytes");
    let areas: Vec<[i32; 4]> = figure.texts.iter().map(area).collect();
    let (width, height) = (i32::from(figure.width) * 10, i32::from(figure.height) * 10);
    for (index, [left, top, right, bottom]) in areas.iter().enumerate() {
        let text = &figure.texts[index].text;
        assert!(!text.trim().is_empty());
        assert!(
            *left >= 0 && *top >= 0 && *right <= width && *bottom <= height,
            "'{text}' is cut off"
        );
        for (other, o) in areas[..index].iter().enumerate() {
            let apart = o[0] >= *right || *left >= o[2] || o[1] >= *bottom || *top >= o[3];
            assert!(apart, "'{text}' lies on '{}'", figure.texts[other].text);
        }
    }
    for path in &figure.paths {
        let largest = numbers(&path.d).into_iter().fold(0.0, f64::max);
        let least = numbers(&path.d).into_iter().fold(0.0, f64::min);
        assert!(
            largest <= f64::from(figure.width.max(figure.height)) && least >= 0.0,
            "{}",
            path.d
        );
    }
    let alt = &figure.alt;
    assert!(
        alt.ends_with('.') && !alt.contains("  ") && !alt.contains(" ,"),
        "{alt}"
    );
    for wrong in [
        "1 parts",
        "1 rows",
        "1 columns",
        "1 squares",
        "1 ticks",
        "1 wholes",
        "1 dots",
    ] {
        assert!(!alt.contains(&format!(" {wrong}")), "{alt}");
    }
}

/// Must be drawn.
fn good(source: &str) {
    hold(&drawn(source).unwrap_or_else(|error| panic!("{source}: {error}")));
}

/// May be refused, never wrong and never a panic.
fn maybe(source: &str) {
    if let Ok(figure) = drawn(source) {
        hold(&figure);
    }
}

proptest! {
    #[test]
    fn number_lines(from in -1000i64..1000, spaces in 1i64..=60, n in 1i64..500, d in 1i64..24, at in 0i64..=60, mixed: bool) {
        let at = at.min(spaces);
        let numbers = if mixed { "mixed" } else { "decimal" };
        let line = format!(r#"from = "{from}", to = "{from} + {spaces}*{n}/{d}", step = "{n}/{d}", numbers = "{numbers}""#);
        good(&format!(r#"number-line = {{ {line}, points = [{{ at = "{from} + {at}*{n}/{d}", label = "A" }}, {{ at = "{from}", label = "start" }}] }}"#));
        good(&format!(r#"dot-plot = {{ {line}, label = "cm", dots = [{{ at = "{from} + {at}*{n}/{d}", count = "{}" }}] }}"#, at % 12));
    }

    #[test]
    fn kept_denominators(d in 1i64..30, wholes in 1i64..=2, jump in 1i64..30) {
        good(&format!(
            r#"number-line = {{ from = "0", to = "{wholes}", step = "1/{d}", denominator = "{d}", jumps = [{{ from = "0", to = "{}/{d}", label = "?" }}] }}"#,
            jump.min(d * wholes)
        ));
    }

    #[test]
    fn parts(parts in 1i64..=12, shaded in 0i64..=24, other in 1i64..=12) {
        let shaded = shaded.min(parts * 3);
        good(&format!(r#"fraction-bar = {{ bars = [{{ parts = "{parts}", shaded = "{shaded}", label = "Ana" }}, {{ parts = "{other}", shaded = "1" }}] }}"#));
        good(&format!(r#"area-model = {{ rows = "{parts}", columns = "{other}", shaded_rows = "{}", shaded_columns = "1", top_label = "{parts}", left_label = "?" }}"#, shaded.min(parts)));
        good(&format!(r#"area-model = {{ rows = "{parts}", columns = "{other}", shaded = "{}" }}"#, shaded.min(parts * other)));
        maybe(&format!(r#"tape = {{ rows = [{{ label = "a", parts = "{parts}", part_label = "{shaded}" }}, {{ parts = "{other}", total = "?" }}] }}"#));
    }

    #[test]
    fn grids(low in -12i64..=0, high in 1i64..=12, px in -12i64..=12, py in -12i64..=12, step in 1i64..=100) {
        let (px, py) = (px.clamp(low, high) * step, py.clamp(low, high) * step);
        let axis = format!(r#"["{}", "{}", "{step}"]"#, low * step, high * step);
        good(&format!(r#"grid = {{ x = {axis}, y = {axis}, points = [{{ x = "{px}", y = "{py}" }}], lines = [{{ slope = "1", intercept = "0" }}] }}"#));
        maybe(&format!(r#"grid = {{ x = {axis}, y = {axis}, points = [{{ x = "{px}", y = "{py}", label = "A" }}, {{ x = "{py}", y = "{px}", label = "B" }}], lines = [{{ slope = "{px}/7", intercept = "{py}", label = "line" }}] }}"#));
    }

    #[test]
    fn data(values in prop::collection::vec(0i64..2000, 1..9), step in 100i64..500) {
        let bars: Vec<String> = values.iter().enumerate().map(|(i, v)| format!(r#"{{ label = "Name {i}", value = "{v}" }}"#)).collect();
        let bars = bars.join(",");
        good(&format!(r#"bar-chart = {{ title = "T", x_label = "x", y_label = "How many", step = "{step}", bars = [{bars}] }}"#));
        let counts: Vec<String> = values.iter().map(|v| format!("\"{}\"", v % 1000)).collect();
        good(&format!(r#"histogram = {{ from = "{step}", width = "{step}", step = "{step}", counts = [{}], x_label = "x" }}"#, counts.join(",")));
        let mut five: Vec<i64> = values.iter().cycle().take(5).copied().collect();
        five.sort_unstable();
        let [min, q1, median, q3, max] = five[..] else { panic!() };
        good(&format!(r#"box-plot = {{ from = "0", to = "2000", step = "100", min = "{min}", q1 = "{q1}", median = "{median}", q3 = "{q3}", max = "{max}" }}"#));
        let cells: Vec<String> = values.iter().map(|v| format!("\"{}\"", v % 100)).collect();
        let cells = cells.join(",");
        let rows = format!(r#"rows = [{{ label = "Cups", cells = [{cells}, "?"] }}, {{ label = "Eggs", cells = [{cells}, ""] }}]"#);
        good(&format!("ratio-table = {{ {rows} }}"));
        good(&format!("double-number-line = {{ {rows} }}"));
    }

    #[test]
    fn angles_and_clocks(one in 1i64..180, other in 1i64..179, hour in 1i64..=12, minute in 0i64..60) {
        good(&format!(r#"angle = {{ degrees = "{one}", label = "{one}°", name = "B" }}"#));
        good(&format!(r#"angle = {{ degrees = "{one}", second = "{other}" }}"#));
        maybe(&format!(r#"angle = {{ degrees = "{one}", second = "{other}", label = "{one}°", second_label = "x", name = "B" }}"#));
        good(&format!(r#"clock = {{ hour = "{hour}", minute = "{minute}" }}"#));
    }

    #[test]
    fn shapes(w in 1i64..200, h in 1i64..200, part in 1i64..100) {
        let labels = format!(r#"base_label = "{w} cm", height_label = "{h} cm""#);
        good(&format!(r#"rectangle = {{ width = "{w}", height = "{h}", width_label = "{w} cm", height_label = "{h} cm", inside = "?" }}"#));
        good(&format!(r#"triangle = {{ base = "{w}", height = "{h}", {labels}, right_label = "?" }}"#));
        good(&format!(r#"triangle = {{ base = "{w}", height = "{h}", {labels}, right_label = "{part} cm", right_angle = true }}"#));
        good(&format!(r#"parallelogram = {{ base = "{w}", height = "{h}", {labels}, side_label = "{part} m" }}"#));
        good(&format!(r#"trapezoid = {{ top = "{part}", base = "{w}", height = "{h}", top_label = "{part} cm", {labels} }}"#));
        good(&format!(r#"l-shape = {{ width = "{w} + 1", height = "{h} + 1", cut_width = "{w}", cut_height = "{h}/2", bottom_label = "{w} m", left_label = "{h} m", top_label = "1 m", right_label = "?", cut_width_label = "{w} m", cut_height_label = "{part} m" }}"#));
        good(&format!(r#"box = {{ length = "{w}", width = "{part}", height = "{h}", length_label = "{w} cm", width_label = "{part} cm", height_label = "{h} cm" }}"#));
        good(&format!(r#"box = {{ length = "{}", width = "{}", height = "{}", cubes = true, length_label = "{w}" }}"#, w % 12 + 1, part % 12 + 1, h % 12 + 1));
        good(&format!(r#"rectangle = {{ width = "{}", height = "{}", grid = true, width_label = "{w}" }}"#, w % 20 + 1, h % 20 + 1));
    }

    #[test]
    fn sketches(x in -50i64..50, y in -50i64..50, w in 1i64..60, h in 1i64..60, n in any::<i32>()) {
        let places = format!(r#"["{x}", "{y}"], ["{x} + {w}", "{y}"], ["{x} + {w}/3", "{y} + {h}"]"#);
        let angle = format!(r#"{{ at = ["{x}", "{y}"], from = ["{x} + {w}", "{y}"], to = ["{x} + {w}/3", "{y} + {h}"] }}"#);
        good(&format!(
            r#"sketch = {{ polygons = [[{places}]], lines = [{{ through = [{places}], heads = "both" }}], angles = [{angle}], points = [{places}], circles = [{{ at = ["{x}", "{y}"], radius = "{h}/2" }}], texts = [{{ at = ["{x}", "{y} - 9"], text = "{w} cm" }}], alt = "A triangle." }}"#
        ));
        maybe(&format!(r#"sketch = {{ lines = [{{ through = [["{n}", "0"], ["{n} + {w}/7", "{n}"]] }}], circles = [{{ at = ["{n}", "{x}"], radius = "{w}/9" }}], alt = "A line." }}"#));
    }

    #[test]
    fn extremes_are_refused_or_drawn(n in any::<i64>(), d in 1i64..100_000, small in -3i64..3) {
        for source in [
            format!(r#"number-line = {{ from = "{n}/{d}", to = "{n} + {small}", step = "{small}/{d}" }}"#),
            format!(r#"grid = {{ x = ["0", "{n}", "{n}/5"], y = ["0", "5", "1"], lines = [{{ slope = "{n}", intercept = "{small}" }}] }}"#),
            format!(r#"bar-chart = {{ step = "{n}/9", bars = [{{ label = "", value = "{n}" }}] }}"#),
            format!(r#"rectangle = {{ width = "{n}", height = "1/{d}" }}"#),
            format!(r#"trapezoid = {{ top = "{n}", base = "1/{d}", height = "{d}" }}"#),
            format!(r#"angle = {{ degrees = "{n}/{d}", straight = true, second_label = "y" }}"#),
            format!(r#"box = {{ length = "1/{d}", width = "{n}", height = "{d}" }}"#),
            format!(r#"l-shape = {{ width = "{n}", height = "{d}", cut_width = "1/{d}", cut_height = "1" }}"#),
            format!(r#"dot-plot = {{ from = "0", to = "{n}", step = "{n}/50", dots = [{{ at = "0", count = "{small}" }}] }}"#),
        ] {
            maybe(&source);
        }
    }
}
