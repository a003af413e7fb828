//! What an author types, as plain text, whether or not it can be read yet.
//!
//! Everything that is typed is a text at a place ([`At`]): one of the single fields, or a cell of a
//! row of a list. Fields that the kind does not use keep their text, so that trying another kind
//! loses nothing; [`Form::template`] leaves them out.

mod grid;
mod place;
mod read;
#[cfg(test)]
mod tests;
mod write;

use item_bank::{Ask, Family, FigureRule, Imported, Kind};

use super::wording;

pub use place::place;
pub use read::blank;
pub use write::form_code;

#[cfg(test)]
pub use tests::sample;

/// The fields that there is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(usize)]
pub enum Scalar {
    Id,
    Skill,
    Kind,
    Difficulty,
    Stem,
    Passage,
    Answer,
    Form,
    Unit,
    Feedback,
    LineFrom,
    LineTo,
    LineStep,
    LineEvery,
    /// `points` or `interval`.
    LineAsks,
    IntervalFrom,
    IntervalTo,
    IntervalFromOpen,
    IntervalToOpen,
    XFrom,
    XTo,
    XStep,
    XLabel,
    YFrom,
    YTo,
    YStep,
    YLabel,
    /// A row a line, cells parted by `|`.
    TableHeader,
    TableRows,
    Terms,
    ConstructTerms,
    Source,
    License,
}

const SCALARS: usize = Scalar::License as usize + 1;

/// The fields that there are several of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(usize)]
pub enum List {
    Accept,
    /// Text, [`RIGHT`] or [`WRONG`] or [`WHEN`], condition, feedback.
    Choices,
    Items,
    /// Left, right.
    Pairs,
    Distractors,
    LinePoints,
    /// x, y.
    PlotPoints,
    /// Name, one of [`HOW`], from, to, step, text.
    Vars,
    Conditions,
    Hints,
    Solution,
    /// Answer, feedback.
    Misconceptions,
}

const LISTS: usize = List::Misconceptions as usize + 1;

pub const RIGHT: &str = "right";
pub const WRONG: &str = "wrong";
pub const WHEN: &str = "when";

/// Ways to get a variable, and what each is called.
pub const HOW: [(&str, &str); 5] = [
    ("int", "Whole numbers"),
    ("pick", "One of these values"),
    ("word", "One of these words"),
    ("row", "One of these rows"),
    ("is", "Computed"),
];

impl List {
    /// Cells of a row, before anything is typed.
    fn blank(self) -> &'static [&'static str] {
        match self {
            Self::Choices => &["", WRONG, "", ""],
            Self::Pairs | Self::PlotPoints | Self::Misconceptions => &["", ""],
            Self::Vars => &["", "int", "1", "9", "", ""],
            _ => &[""],
        }
    }
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum At {
    Scalar(Scalar),
    /// The row's id, the cell's position.
    Cell(List, u32, usize),
    /// A list as a whole.
    List(List),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Stays with the row when rows move.
    pub id: u32,
    pub cells: Vec<String>,
    /// A hint's smaller question, which the form keeps as it is.
    pub ask: Option<Ask>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    scalars: [String; SCALARS],
    lists: [Vec<Row>; LISTS],
    next: u32,
    version: u32,
    imported: Option<Imported>,
    /// Kept as it was.
    signed: bool,
    /// Drawn from the numbers; the form keeps it as it is.
    figure: Option<FigureRule>,
}

/// Something that keeps the form from being a template yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    pub at: At,
    pub what: String,
}

impl Form {
    fn empty(version: u32) -> Self {
        Self {
            scalars: std::array::from_fn(|_| String::new()),
            lists: std::array::from_fn(|_| Vec::new()),
            next: 0,
            version,
            imported: None,
            signed: false,
            figure: None,
        }
    }

    pub fn get(&self, scalar: Scalar) -> &str {
        &self.scalars[scalar as usize]
    }

    fn put(&mut self, scalar: Scalar, text: impl Into<String>) {
        self.scalars[scalar as usize] = text.into();
    }

    pub fn rows(&self, list: List) -> &[Row] {
        &self.lists[list as usize]
    }

    /// Empty where there is nothing.
    pub fn text(&self, at: At) -> &str {
        match at {
            At::Scalar(scalar) => self.get(scalar),
            At::Cell(list, id, cell) => {
                let row = self.rows(list).iter().find(|row| row.id == id);
                row.and_then(|row| row.cells.get(cell))
                    .map_or("", String::as_str)
            }
            At::List(_) => "",
        }
    }

    pub fn set_text(&mut self, at: At, text: String) {
        match at {
            At::Scalar(scalar) => self.put(scalar, text),
            At::Cell(list, id, cell) => {
                let mut rows = self.lists[list as usize].iter_mut();
                let row = rows.find(|row| row.id == id);
                if let Some(place) = row.and_then(|row| row.cells.get_mut(cell)) {
                    *place = text;
                }
            }
            At::List(_) => {}
        }
    }

    /// Adds a row at the end; gives its id.
    pub fn add(&mut self, list: List) -> u32 {
        let cells = list.blank().iter().map(|cell| (*cell).to_owned()).collect();
        self.push(list, cells, None)
    }

    fn push(&mut self, list: List, cells: Vec<String>, ask: Option<Ask>) -> u32 {
        let id = self.next;
        self.next += 1;
        self.lists[list as usize].push(Row { id, cells, ask });
        id
    }

    pub fn remove(&mut self, list: List, id: u32) {
        self.lists[list as usize].retain(|row| row.id != id);
    }

    /// Changes places with the row above or below; at an end nothing happens.
    pub fn shift(&mut self, list: List, id: u32, down: bool) {
        let rows = &mut self.lists[list as usize];
        let Some(at) = rows.iter().position(|row| row.id == id) else {
            return;
        };
        let other = if down { at + 1 } else { at.wrapping_sub(1) };
        if other < rows.len() {
            rows.swap(at, other);
        }
    }

    /// A copy is its author's own work, whatever it was copied from; its source says so.
    pub fn make_own(&mut self) {
        if let Some(from) = self.imported.take() {
            let book = from.book.unwrap_or(from.source_id);
            let source = format!("{}, after {book}", self.get(Scalar::Source));
            self.put(Scalar::Source, source);
        }
    }

    pub fn has_figure(&self) -> bool {
        self.figure.is_some()
    }

    pub fn kind(&self) -> Kind {
        wording::kind_of(self.get(Scalar::Kind)).unwrap_or(Kind::Integer)
    }

    /// Whether wrong answers are foreseen one by one.
    pub fn has_misconceptions(&self) -> bool {
        matches!(
            self.kind().family(),
            Family::Number | Family::Algebra | Family::Words
        )
    }

    /// Whether all wrong answers are told the same.
    pub fn has_feedback(&self) -> bool {
        matches!(
            self.kind().family(),
            Family::Arrange | Family::Mark | Family::Fill
        )
    }
}

/// "Ribbon lengths!" is "ribbon-lengths": a name that an address can hold.
pub fn slug(name: &str) -> String {
    let keep = |c: char| {
        if c.is_ascii_alphanumeric() || c == '.' {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let dashed: String = name.trim().chars().map(keep).collect();
    let parts: Vec<&str> = dashed.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}
