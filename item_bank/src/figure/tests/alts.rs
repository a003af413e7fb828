//! Alt texts, in full: they are what a blind child has of the figure.

use super::drawn;

fn check(source: &str, alt: &str) {
    let figure = drawn(source).unwrap_or_else(|error| panic!("{source}: {error}"));
    assert_eq!(figure.alt, alt, "{source}");
}

#[test]
fn number_lines_count_from_a_number() {
    check(
        r#"number-line = { from = "0", to = "2", step = "1/4", label_every = "4", points = [{ at = "a/b", label = "A" }, { at = "1" }] }"#,
        "Number line from 0 to 2. Ticks mark off 8 equal spaces, and every 4th tick has its number. \
         Numbers: 0, 1 and 2. A point, labelled A, is at the 3rd tick after 0. A point is at 1.",
    );
    check(
        r#"number-line = { from = "0", to = "1", step = "1/2", denominator = "2", points = [{ at = "1/4", open = true }] }"#,
        "Number line from 0 halves to 2 halves. Every tick has its number: 0 halves, 1 half and 2 halves. \
         An open circle is halfway between 0 halves and 1 half.",
    );
    check(
        r#"number-line = { from = "-2", to = "2", step = "1", intervals = [{ from = "-1", from_open = true }] }"#,
        "Number line from negative 2 to 2. Every tick has its number: negative 2, negative 1, 0, 1 and 2. \
         A thick line runs from an open circle at negative 1 to the arrow at the right end.",
    );
    check(
        r#"number-line = { from = "0", to = "4", step = "1", jumps = [{ from = "4", to = "1", label = "$-3$" }] }"#,
        "Number line from 0 to 4. Every tick has its number: 0, 1, 2, 3 and 4. \
         A jump to the left from 4 to 1, labelled negative 3.",
    );
}

#[test]
fn parts_are_counted_with_their_grammar() {
    check(
        r#"fraction-bar = { bars = [{ parts = "4", shaded = "1" }] }"#,
        "A bar: one whole cut into 4 equal parts; 1 part is shaded.",
    );
    check(
        r#"fraction-bar = { bars = [{ parts = "3", shaded = "4", label = "Ana" }, { parts = "2", shaded = "0" }] }"#,
        "2 bars whose wholes are of equal length, under each other. The 1st bar, labelled Ana: 2 equal wholes, \
         each cut into 3 equal parts; 1 whole and 1 part of the next one are shaded. \
         The 2nd bar: one whole cut into 2 equal parts; nothing is shaded.",
    );
    check(
        r#"tape = { rows = [{ label = "red", parts = "1", part_label = "?" }, { label = "blue", parts = "3", total = "12" }] }"#,
        "Tape diagram. All parts are of the same size. Red: 1 part, labelled a question mark. \
         Blue: 3 equal parts; the whole row is labelled 12.",
    );
    check(
        r#"area-model = { rows = "3", columns = "4", shaded_rows = "1", shaded_columns = "3" }"#,
        "A square divided into equal parts: 3 rows and 4 columns. The top row is shaded with rising lines. \
         The first 3 columns from the left are shaded with falling lines. Where they meet, the lines cross.",
    );
    check(
        r#"area-model = { top_parts = ["20", "4"], left_parts = ["3"], cells = ["60", "?"] }"#,
        "A rectangle divided into parts: 1 row and 2 columns. Over the columns: 20 and 4. Beside the rows: 3. \
         In row 1: 60 and a question mark.",
    );
    check(
        r#"ratio-table = { rows = [{ label = "cups", cells = ["{a}", "", "?"] }] }"#,
        "A table with 1 row and 3 columns of numbers. Cups: 3, blank and a question mark.",
    );
}

#[test]
fn grids_count_squares_and_leave_the_coordinates_to_the_student() {
    check(
        r#"grid = { x = ["-4", "4", "2"], y = ["0", "3", "1"], points = [{ x = "-2", y = "3", label = "A" }, { x = "0", y = "1/2" }] }"#,
        "Coordinate grid. The x-axis runs left to right from negative 4 to 4, with a grid line every 2. \
         The y-axis runs upwards from 0 to 3, with a grid line every 1. \
         A point, labelled A, is 1 square left of the y-axis and 3 squares above the x-axis. \
         A point is on the y-axis, half a square above the x-axis.",
    );
}

#[test]
fn data_is_read_off_the_axis() {
    check(
        r#"bar-chart = { title = "Pets", y_label = "Count", step = "2", bars = [{ label = "cat", value = "3" }, { label = "dog", value = "4" }, { label = "fish", value = "0" }] }"#,
        "Bar chart: Pets. The vertical axis, labelled Count, runs from 0 to 4. \
         Every tick has its number: 0, 2 and 4. Cat: halfway between 2 and 4. Dog: 4. Fish: no bar.",
    );
    check(
        r#"line-plot = { from = "0", to = "2", step = "1", dots = [{ at = "1", count = "2" }, { at = "2", count = "1" }] }"#,
        "Line plot. A number line runs from 0 to 2. Every tick has its number: 0, 1 and 2. \
         At 1: 2 crosses. At 2: 1 cross. Nothing anywhere else.",
    );
}

#[test]
fn shapes_say_their_labels_and_not_their_measures() {
    check(
        r#"rectangle = { width = "8", height = "5", width_label = "8 cm", height_label = "?" }"#,
        "A rectangle. The bottom side is labelled 8 cm. The left side is labelled a question mark.",
    );
    check(
        r#"angle = { degrees = "140", straight = true, label = "140°", second_label = "$x$" }"#,
        "Two angles side by side, with one side in common. Together they make a straight line. \
         The first, labelled 140°, is wider than a square corner. \
         The second, labelled x, is narrower than a square corner.",
    );
    check(
        r#"clock = { hour = "12", minute = "56" }"#,
        "A clock face with the numbers 1 to 12 and 4 small ticks between each two. \
         The short hand points between 12 and 1, nearer 1. The long hand points 1 small tick past 11.",
    );
    check(
        r#"triangle = { base = "3", height = "4", right_angle = true, base_label = "{a} in." }"#,
        "A right triangle, with a square corner marked at the lower left. \
         The side along the bottom is labelled 3 in.",
    );
}

#[test]
fn an_author_may_write_a_better_one() {
    check(
        r#"circle = { alt = "A coin with {a} notches." }"#,
        "A coin with 3 notches.",
    );
}
