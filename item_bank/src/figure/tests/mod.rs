//! What figures say, and what is true of every figure.

mod alts;
mod laws;
mod refusals;
mod sketches;

use super::{Figure, FigureError, FigureRule, draw};
use crate::Rational;
use crate::expr::{Scope, Value};

fn rule(source: &str) -> FigureRule {
    #[derive(serde::Deserialize)]
    struct File {
        figure: FigureRule,
    }
    toml::from_str::<File>(&format!("figure = {{ {source} }}"))
        .unwrap_or_else(|error| panic!("{source}: {error}"))
        .figure
}

fn drawn(source: &str) -> Result<Figure, FigureError> {
    let mut scope = Scope::default();
    for (name, n) in [("a", 3), ("b", 4), ("d", 8)] {
        scope.set(name, Value::Number(Rational::whole(n)));
    }
    draw(&rule(source), &scope)
}

#[test]
fn a_rule_survives_a_pack() {
    let rule = rule(
        r#"number-line = { from = "0", to = "b", step = "1/b", points = [{ at = "a/b", open = true }], alt = "A line." }"#,
    );
    let json = serde_json::to_string(&rule).unwrap();
    assert!(json.starts_with(r#"{"number-line":{"from":"0""#), "{json}");
    assert_eq!(serde_json::from_str::<FigureRule>(&json).unwrap(), rule);
}

#[test]
fn a_figure_crosses_the_wire() {
    let figure = drawn(r#"circle = { radius_label = "${fraction(a/b)}$ m" }"#).unwrap();
    let json = serde_json::to_string(&figure).unwrap();
    assert_eq!(serde_json::from_str::<Figure>(&json).unwrap(), figure);
    assert!(json.contains(r#""class":"fraction-bar""#), "{json}");
}

#[test]
fn class_names_are_those_on_the_wire() {
    use super::{PathClass, TextClass};
    for class in [
        PathClass::Fill2,
        PathClass::OpenPoint,
        PathClass::FractionBar,
        PathClass::Axis,
    ] {
        assert_eq!(serde_json::to_value(class).unwrap(), class.name());
    }
    assert_eq!(
        serde_json::to_value(TextClass::Title).unwrap(),
        TextClass::Title.name()
    );
}

#[cfg(feature = "author")]
#[test]
fn a_file_of_its_own_is_well_formed() {
    let figure = drawn(r#"rectangle = { width = "2", height = "1", inside = "a < b & \"c\"" }"#);
    let svg = super::to_svg(&figure.unwrap());
    assert!(
        svg.contains(">a &lt; b &amp; &quot;c&quot;</text>"),
        "{svg}"
    );
    assert!(svg.starts_with("<svg ") && svg.contains("role=\"img\" aria-label=\"A rectangle."));
}
