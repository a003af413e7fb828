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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TermMark {
    pub id: TermId,
    /// As it stands in the sentence, inflected if need be.
    pub text: String,
}

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
    /// The box to be filled in.
    Blank,
}

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
            Self::Row(parts) => {
                let sign = |at: usize| parts[at].is_sign(at.checked_sub(1).map(|n| &parts[n]));
                let part = |(at, part): (usize, &Self)| match part {
                    Self::Op(op) if sign(at) => op.clone(),
                    part => part.plain(),
                };
                parts.iter().enumerate().map(part).collect()
            }
            Self::Num(s) | Self::Ident(s) | Self::Words(s) => s.clone(),
            Self::Op(op) if matches!(op.as_str(), "%" | "(" | ")" | "$") => op.clone(),
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
            Self::Blank => "?".to_owned(),
        }
    }

    /// Whether this is the minus of a number below zero, given what stands before it.
    pub(crate) fn is_sign(&self, before: Option<&Self>) -> bool {
        let Self::Op(op) = self else { return false };
        let opens = |before: &Self| matches!(before, Self::Op(op) if !matches!(op.as_str(), ")" | "%" | "$"));
        op == "\u{2212}" && before.is_none_or(opens)
    }

    fn grouped(&self) -> String {
        match self {
            Self::Row(parts) if parts.len() > 1 => format!("({})", self.plain()),
            _ => self.plain(),
        }
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
        ] {
            let list = ArrayBuilder::new().items(Ref::from_schema_name("Math"));
            let list = list.min_items(parts).max_items(parts);
            kinds = kinds.item(ObjectBuilder::new().property(name, list).required(name));
        }
        kinds.into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Math {}
