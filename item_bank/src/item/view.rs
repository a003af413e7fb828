//! An item as it may be shown: everything but what is right.

use engine::Difficulty;
use serde::{Deserialize, Serialize};

use super::{Axis, Cell, Hint, Item, Key, Part, SubQuestion, Wanted};
use crate::figure::Figure;
use crate::rich::Rich;
use crate::template::{Form, Kind};
use crate::{PassageId, SkillCode, TemplateRef, TermId};

/// What a page needs to ask a question. The key stays behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemView {
    pub template: TemplateRef,
    pub seed: u32,
    pub skill: SkillCode,
    pub difficulty: Difficulty,
    pub kind: Kind,
    pub stem: Rich,
    pub figure: Option<Figure>,
    pub passage: Option<PassageId>,
    pub form_note: String,
    pub unit: Option<String>,
    pub entry: Entry,
    pub hints: Vec<HintView>,
    pub solution: Vec<Rich>,
    pub terms: Vec<TermId>,
    pub construct_terms: Vec<TermId>,
}

wire_read::object!(ItemView {
    template,
    seed,
    skill,
    difficulty,
    kind,
    stem,
    figure,
    passage,
    form_note,
    unit,
    entry,
    hints,
    solution,
    terms,
    construct_terms
});

/// How the answer is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// Typed; the keys beside the digits that this item may need. None: letters are typed, a
    /// unit's or a word's.
    Text(Vec<String>),
    One(Vec<Part>),
    Many(Vec<Part>),
    Order(Vec<Part>),
    Match([Vec<Part>; 2]),
    /// This many points on a line.
    Points(Axis, u8),
    Interval(Axis),
    /// This many points on a grid.
    Plot([Axis; 2], u8),
    Table {
        header: Vec<Rich>,
        rows: Vec<Vec<CellView>>,
    },
}

wire_read::choice!(Entry {
    "text" Text(keys),
    "one" One(parts),
    "many" Many(parts),
    "order" Order(parts),
    "match" Match(sides),
    "points" Points(axis, count),
    "interval" Interval(axis),
    "plot" Plot(axes, count),
    "table" Table { header, rows },
});

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellView {
    Given(Rich),
    Gap,
}

wire_read::choice!(CellView {
    "given" Given(text),
    "gap" Gap,
});

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HintView {
    pub text: Rich,
    pub ask: Option<AskView>,
}

wire_read::object!(HintView { text, ask });

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskView {
    pub form_note: String,
    pub entry: Entry,
}

wire_read::object!(AskView { form_note, entry });

impl Item {
    /// What a student may see of it before answering.
    pub fn view(&self) -> ItemView {
        ItemView {
            template: self.template.clone(),
            seed: self.seed,
            skill: self.skill.clone(),
            difficulty: self.difficulty,
            kind: self.kind,
            stem: self.stem.clone(),
            figure: self.figure.clone(),
            passage: self.passage.clone(),
            form_note: self.form_note.clone(),
            // where writing it is part of the answer it is not printed
            unit: self.unit.clone().filter(|_| self.kind != Kind::Quantity),
            entry: entry(self.kind, &self.key),
            hints: self.hints.iter().map(Hint::view).collect(),
            solution: self.solution.clone(),
            terms: self.words(&self.terms),
            construct_terms: self.words(&self.construct_terms),
        }
    }
}

impl Item {
    /// Words that the bridge may name: where a word is the answer, not the words it tests.
    fn words(&self, terms: &[TermId]) -> Vec<TermId> {
        let told =
            |term: &&TermId| self.kind != Kind::ShortText || !self.construct_terms.contains(term);
        terms.iter().filter(told).cloned().collect()
    }
}

impl Hint {
    fn view(&self) -> HintView {
        HintView {
            text: self.text.clone(),
            ask: self.ask.as_ref().map(SubQuestion::view),
        }
    }
}

impl SubQuestion {
    fn view(&self) -> AskView {
        AskView {
            form_note: crate::instantiate::form_note(self.kind, &self.key, true).to_owned(),
            entry: entry(self.kind, &self.key),
        }
    }
}

fn entry(kind: Kind, key: &Key) -> Entry {
    match key {
        Key::Number { .. } if kind == Kind::Quantity => Entry::Text(Vec::new()),
        Key::Number { form, .. } => Entry::Text(number_keys(kind, *form)),
        Key::Algebra { text, .. } => Entry::Text(algebra_keys(kind, text)),
        Key::Words(_) => Entry::Text(Vec::new()),
        Key::Choices(choices) => {
            let part = |choice: &super::Choice| Part {
                text: choice.text.clone(),
                spoken: choice.spoken.clone(),
            };
            let parts = choices.iter().map(part).collect();
            if kind == Kind::MultiSelect {
                Entry::Many(parts)
            } else {
                Entry::One(parts)
            }
        }
        Key::Order { parts, .. } => Entry::Order(parts.clone()),
        Key::Match { left, right, .. } => Entry::Match([left.clone(), right.clone()]),
        Key::Line { axis, wanted } => match wanted {
            Wanted::Points(points) => Entry::Points(axis.clone(), count(points.len())),
            Wanted::Interval(_) => Entry::Interval(axis.clone()),
        },
        Key::Plot { x, y, points } => Entry::Plot([x.clone(), y.clone()], count(points.len())),
        Key::Table { header, rows } => {
            let cell = |cell: &Cell| match cell {
                Cell::Given(text) => CellView::Given(text.clone()),
                Cell::Gap(_) => CellView::Gap,
            };
            Entry::Table {
                header: header.clone(),
                rows: rows
                    .iter()
                    .map(|row| row.iter().map(cell).collect())
                    .collect(),
            }
        }
    }
}

fn count(n: usize) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}

/// A form that asks for a decimal is not offered a fraction bar, which would be refused.
fn number_keys(kind: Kind, form: Form) -> Vec<String> {
    let (point, bar, space) = match (kind, form) {
        (_, Form::Decimal) => (true, false, false),
        (Kind::Integer, _) => (false, false, false),
        (Kind::Decimal | Kind::Percent, _) => (true, true, false),
        (_, Form::Any) => (true, true, true),
        _ => (false, true, true),
    };
    let percent = kind == Kind::Percent;
    let keys = [
        (point, "."),
        (bar, "/"),
        (space, " "),
        (percent, "%"),
        (true, "-"),
    ];
    keys.into_iter()
        .filter(|(wanted, _)| *wanted)
        .map(|(_, key)| key.to_owned())
        .collect()
}

/// The letters of the answer, and what algebra is written with.
fn algebra_keys(kind: Kind, text: &str) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for letter in text.chars().filter(char::is_ascii_alphabetic) {
        let letter = letter.to_string();
        if !keys.contains(&letter) {
            keys.push(letter);
        }
    }
    keys.sort();
    let signs = ["+", "-", "*", "/", "^", "(", ")", "."];
    let relations = ["=", "<", ">", "\u{2264}", "\u{2265}"];
    keys.extend(signs.map(str::to_owned));
    if kind == Kind::Equation {
        keys.extend(relations.map(str::to_owned));
    }
    keys
}

/// By hand: the app reads it with the very type; what an entry holds differs by kind.
#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for ItemView {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder};

        ObjectBuilder::new()
            .description(Some(
                "An item as a student may see it: stem, entry, hints and solution, without the key.",
            ))
            .additional_properties(Some(AdditionalProperties::FreeForm(true)))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for ItemView {}
