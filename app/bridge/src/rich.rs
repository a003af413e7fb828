//! Content as the bank writes it: words, mathematics, marked terms, figures.

use item_bank::{Figure, Inline, Math, spoken};

use crate::tree::{Element, Node, el, math, svg};

/// A run of text. A term keeps its English in any language, marked by weight and a line.
pub fn rich(runs: &[Inline]) -> Vec<Node> {
    runs.iter().map(run).collect()
}

fn run(inline: &Inline) -> Node {
    match inline {
        Inline::Text(text) => text.clone().into(),
        Inline::Strong(text) => el("strong").text(text.clone()).into(),
        Inline::Math(value) => expression(value)
            // read aloud it says itself
            .attr("data-spoken", spoken(std::slice::from_ref(inline)))
            .into(),
        Inline::Term(mark) => term(&mark.text).into(),
    }
}

/// An English word in whatever stands around it.
pub fn term(text: &str) -> Element {
    el("bdi")
        .class("term")
        .attr("lang", "en")
        .attr("dir", "ltr")
        .text(text)
}

/// Always left to right: pupils here learn US notation whatever the language around it.
fn expression(value: &Math) -> Element {
    math("math")
        .class("math")
        .attr("dir", "ltr")
        .attr("display", "inline")
        .child(node(value))
}

/// A minus that begins a number stands close to it; MathML would space it as a difference.
fn row(parts: &[Math]) -> Element {
    let mut before = None;
    let parts = parts.iter().map(|part| {
        let opens = match before.replace(part) {
            None => true,
            Some(Math::Op(op)) => !matches!(op.as_str(), ")" | "%" | "$"),
            Some(_) => false,
        };
        match part {
            Math::Op(op) if opens && op == "\u{2212}" => spaced("0", op).attr("form", "prefix"),
            part => node(part),
        }
    });
    math("mrow").with(parts)
}

fn spaced(space: &str, op: &str) -> Element {
    math("mo")
        .attr("lspace", space)
        .attr("rspace", space)
        .text(op)
}

fn node(value: &Math) -> Element {
    let both = |tag, parts: &(Math, Math)| math(tag).with([node(&parts.0), node(&parts.1)]);
    match value {
        Math::Row(parts) => row(parts),
        Math::Num(number) => math("mn").text(number.clone()),
        Math::Ident(name) => math("mi").text(name.clone()),
        // MathML spaces a colon as punctuation; in a ratio it stands in the middle.
        Math::Op(op) if op == ":" => spaced("0.16em", ":"),
        Math::Op(op) => math("mo").text(op.clone()),
        Math::Words(words) => math("mtext").text(words.clone()),
        Math::Frac(parts) => both("mfrac", parts),
        Math::Mixed(parts) => math("mrow")
            .child(node(&parts.0))
            .child(math("mspace").attr("width", "0.12em"))
            .child(math("mfrac").with([node(&parts.1), node(&parts.2)])),
        Math::Sup(parts) => both("msup", parts),
        Math::Sub(parts) => both("msub", parts),
        Math::SubSup(parts) => {
            // The limits of a sum stand below and above it.
            let sum = matches!(&parts.0, Math::Op(op) if op == "\u{2211}");
            let tag = if sum { "munderover" } else { "msubsup" };
            math(tag).with([node(&parts.0), node(&parts.1), node(&parts.2)])
        }
        Math::Sqrt(under) => math("msqrt").child(node(under)),
        Math::Root(parts) => both("mroot", parts),
        Math::Over(parts) => math("mover")
            .attr("accent", "true")
            .child(node(&parts.0))
            .child(math("mo").text(parts.1.clone())),
        Math::Table(rows) => {
            math("mtable").with(rows.iter().map(|cells| {
                math("mtr").with(cells.iter().map(|cell| math("mtd").child(node(cell))))
            }))
        }
        Math::Blank => math("mtext").class("math-blank").text("?"),
    }
}

/// A picture, said in words by its label.
pub fn figure(figure: &Figure) -> Element {
    let path =
        |it: &item_bank::FigurePath| svg("path").class(it.class.name()).attr("d", it.d.clone());
    let label = |it: &item_bank::FigureText| {
        svg("text")
            .class(it.class.name())
            .attr("x", it.x.to_string())
            .attr("y", it.y.to_string())
            .attr("text-anchor", it.anchor.name())
            .text(it.text.clone())
    };
    svg("svg")
        .class("figure")
        .attr("width", figure.width.to_string())
        .attr("viewBox", format!("0 0 {} {}", figure.width, figure.height))
        .attr("direction", "ltr")
        .attr("role", "img")
        .attr("aria-label", figure.alt.clone())
        .attr("lang", "en")
        .with(figure.paths.iter().map(path))
        .with(figure.texts.iter().map(label))
}

/// Pictures of the panel, 24 by 24 with a stroke of 2. A word always stands beside one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Again,
    Alert,
    Back,
    Bridge,
    Check,
    Hear,
    Next,
    Stop,
}

pub fn icon(shape: Shape) -> Element {
    let (class, path) = match shape {
        Shape::Again => ("icon", "M5 12a7 7 0 1 0 2.2-5.1L5 9M5 4.5V9h4.5"),
        Shape::Alert => ("icon", "M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.3"),
        // arrows follow the direction of the text
        Shape::Back => ("icon icon-turns", "M19 12H5M11 6l-6 6 6 6"),
        Shape::Next => ("icon icon-turns", "M5 12h14M13 6l6 6-6 6"),
        Shape::Bridge => (
            "icon",
            "M3 18V9M21 18V9M3 9c5 7 13 7 18 0M3 15h18M8 12.6V15M12 14v1M16 12.6V15",
        ),
        Shape::Check => ("icon", "M5 12.5 10 17.5 19.5 7"),
        Shape::Hear => (
            "icon",
            "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
        ),
        Shape::Stop => ("icon", "M7 7h10v10H7z"),
    };
    svg("svg")
        .class(class)
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg("path").attr("d", path))
}
