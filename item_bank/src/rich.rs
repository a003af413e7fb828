//! Text as a page shows it: words, mathematics and marked terms, never markup.

use serde::{Deserialize, Serialize};

use crate::TermId;

/// A run of inline content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    Text(String),
    Strong(String),
    Math(Math),
    /// An academic word kept in English: shown as `<bdi lang="en" dir="ltr">`.
    Term(TermMark),
}

wire_read::choice!(Inline {
    "text" Text(text),
    "strong" Strong(text),
    "math" Math(math),
    "term" Term(mark),
});

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TermMark {
    pub id: TermId,
    /// As it stands in the sentence, inflected if need be.
    pub text: String,
}

wire_read::object!(TermMark { id, text });

pub type Rich = Vec<Inline>;

/// A mathematical expression as a tree, ready for MathML and for speech.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Math {
    Row(Vec<Math>),
    /// A number as printed: `3`, `0.25`, `1,200`.
    Num(String),
    Ident(String),
    /// An operator or relation in its Unicode form: `+`, `−`, `×`, `÷`, `=`, `<`.
    Op(String),
    /// Words inside mathematics: a unit, for example.
    Words(String),
    Frac(Box<(Math, Math)>),
    Mixed(Box<(Math, Math, Math)>),
    Sup(Box<(Math, Math)>),
    Sub(Box<(Math, Math)>),
    /// Base, below, above: also the limits of a sum or an integral.
    SubSup(Box<(Math, Math, Math)>),
    Sqrt(Box<Math>),
    /// What stands under the root, then its index.
    Root(Box<(Math, Math)>),
    /// A mark above: `¯`, `^`, `→`.
    Over(Box<(Math, String)>),
    /// Rows of cells; the brackets of a matrix are operators beside it.
    Table(Vec<Vec<Math>>),
    /// The box to be filled in.
    Blank,
}

wire_read::choice!(Math {
    "row" Row(parts),
    "num" Num(text),
    "ident" Ident(text),
    "op" Op(text),
    "words" Words(text),
    "frac" Frac(parts),
    "mixed" Mixed(parts),
    "sup" Sup(parts),
    "sub" Sub(parts),
    "sub-sup" SubSup(parts),
    "sqrt" Sqrt(inside),
    "root" Root(parts),
    "over" Over(parts),
    "table" Table(rows),
    "blank" Blank,
});

pub use crate::text::speech::spoken;

/// The text of a run as plain characters, for search, logs and `content sample`.
pub fn plain(rich: &[Inline]) -> String {
    rich.iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Strong(text) => text.clone(),
            Inline::Term(mark) => mark.text.clone(),
            Inline::Math(math) => math.plain(),
        })
        .collect()
}

impl Math {
    /// In one line: `2 3/4 + 1/2 = ?`.
    pub fn plain(&self) -> String {
        match self {
            Self::Row(parts) => plain_row(parts),
            Self::Num(s) | Self::Ident(s) | Self::Words(s) => s.clone(),
            Self::Op(op) if op.starts_with(TIGHT) => op.clone(),
            Self::Op(op) if op == "," => ", ".to_owned(),
            Self::Op(op) => format!(" {op} "),
            Self::Frac(parts) => format!("{}/{}", parts.0.grouped(), parts.1.grouped()),
            Self::Mixed(parts) => {
                format!(
                    "{} {}/{}",
                    parts.0.plain(),
                    parts.1.plain(),
                    parts.2.plain()
                )
            }
            Self::Sup(parts) => format!("{}^{}", parts.0.grouped(), parts.1.grouped()),
            Self::Sub(parts) => format!("{}_{}", parts.0.grouped(), parts.1.grouped()),
            Self::SubSup(parts) => format!(
                "{}_{}^{}",
                parts.0.grouped(),
                parts.1.grouped(),
                parts.2.grouped()
            ),
            Self::Sqrt(inside) => format!("√{}", inside.grouped()),
            Self::Root(parts) => format!("root({}, {})", parts.1.plain(), parts.0.plain()),
            Self::Over(parts) => format!("{}{}", parts.0.grouped(), parts.1),
            Self::Table(rows) => {
                let row = |row: &Vec<Self>| {
                    let cells: Vec<_> = row.iter().map(Self::plain).collect();
                    cells.join(", ")
                };
                rows.iter().map(row).collect::<Vec<_>>().join("; ")
            }
            Self::Blank => "?".to_owned(),
        }
    }

    /// Whether this is the minus of a number below zero, given what stands before it.
    pub(crate) fn is_sign(&self, before: Option<&Self>) -> bool {
        let Self::Op(op) = self else { return false };
        let opens = |before: &Self| matches!(before, Self::Op(op) if !matches!(op.as_str(), ")" | "]" | "}" | "|" | "%" | "$" | "°" | "!"));
        op == "\u{2212}" && before.is_none_or(opens)
    }

    fn grouped(&self) -> String {
        match self {
            Self::Row(parts) if parts.len() > 1 && !is_bracketed(parts) => {
                format!("({})", self.plain())
            }
            Self::Frac(_) | Self::Mixed(_) => format!("({})", self.plain()),
            _ => self.plain(),
        }
    }
}

/// Signs that stand close to what they belong to.
const TIGHT: [char; 14] = [
    '%', '(', ')', '$', '[', ']', '{', '}', '|', '!', '°', '′', '.', '⟨',
];

fn plain_row(parts: &[Math]) -> String {
    let mut out = String::new();
    let mut name = false;
    for (at, part) in parts.iter().enumerate() {
        let before = at.checked_sub(1).map(|n| &parts[n]);
        // `sin x`, yet `sin(x)`
        let close = matches!(part, Math::Op(_) | Math::Words(_)) || starts_bracketed(part);
        if name && !close {
            out.push(' ');
        }
        name = is_name(part);
        match part {
            Math::Op(op) if part.is_sign(before) => out.push_str(op),
            part => out.push_str(&part.plain()),
        }
    }
    out
}

/// One pair of parentheses around all of it.
fn is_bracketed(parts: &[Math]) -> bool {
    let is = |part: &Math, sign: &str| matches!(part, Math::Op(op) if op == sign);
    let count = |sign| parts.iter().filter(|part| is(part, sign)).count();
    let ends = (parts.first(), parts.last());
    matches!(ends, (Some(first), Some(last)) if is(first, "(") && is(last, ")"))
        && count("(") == 1
        && count(")") == 1
}

fn starts_bracketed(math: &Math) -> bool {
    match math {
        Math::Op(_) => true,
        Math::Row(parts) => parts
            .first()
            .is_some_and(|first| matches!(first, Math::Op(_))),
        _ => false,
    }
}

/// `sin`, `log` to some base, `sin` squared.
fn is_name(math: &Math) -> bool {
    match math {
        Math::Ident(name) => name.chars().nth(1).is_some(),
        Math::Sub(parts) | Math::Sup(parts) => is_name(&parts.0),
        Math::SubSup(parts) => is_name(&parts.0),
        _ => false,
    }
}

/// By hand: utoipa's derive follows a tree that holds itself for ever.
#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Math {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        use utoipa::openapi::Ref;
        use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, OneOfBuilder, Type};

        let text = || ObjectBuilder::new().schema_type(Type::String);
        let mut kinds = OneOfBuilder::new()
            .description(Some("A mathematical expression as a tree"))
            .item(text().enum_values(Some(["blank"])));
        for name in ["num", "ident", "op", "words"] {
            kinds = kinds.item(ObjectBuilder::new().property(name, text()).required(name));
        }
        for (name, parts) in [
            ("row", None),
            ("frac", Some(2)),
            ("mixed", Some(3)),
            ("sup", Some(2)),
            ("sub", Some(2)),
            ("sub-sup", Some(3)),
            ("root", Some(2)),
        ] {
            let list = ArrayBuilder::new().items(Ref::from_schema_name("Math"));
            let list = list.min_items(parts).max_items(parts);
            kinds = kinds.item(ObjectBuilder::new().property(name, list).required(name));
        }
        let math = || Ref::from_schema_name("Math");
        let sqrt = ObjectBuilder::new().property("sqrt", math());
        let over = ArrayBuilder::new()
            .items(OneOfBuilder::new().item(math()).item(text()))
            .min_items(Some(2))
            .max_items(Some(2));
        let over = ObjectBuilder::new().property("over", over);
        let table = ArrayBuilder::new().items(ArrayBuilder::new().items(math()));
        let table = ObjectBuilder::new().property("table", table);
        kinds
            .item(sqrt.required("sqrt"))
            .item(over.required("over"))
            .item(table.required("table"))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Math {}
