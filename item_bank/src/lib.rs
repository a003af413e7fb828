//! Skills, item templates, answer checking, hints and bridge content.
//!
//! Architecture invariants:
//! - no I/O, no clock: the same `(template, version, seed)` makes the same item on every machine;
//! - arithmetic is exact: values are rationals, never floats;
//! - text leaves here as structure ([`Inline`], [`Math`]), never as markup.

pub mod algebra;
#[cfg(feature = "author")]
pub mod author;
mod bank;
pub mod bridge;
mod check;
mod codes;
mod draw;
mod expr;
mod figure;
pub mod graph;
mod instantiate;
mod item;
#[cfg(feature = "author")]
pub mod lint;
mod pack;
mod passage;
mod rational;
mod rich;
mod skill;
mod template;
mod text;

#[cfg(feature = "author")]
pub use bank::BuildError;
pub use bank::{Bank, BuiltPack, MissingTemplate, PackKind};
pub use bridge::LanguagePack;
pub use check::{check, read_number};
pub use codes::{
    BadCode, LanguageTag, PassageId, PathwayCode, SkillCode, TemplateId, TemplateRef, TermId,
};
pub use expr::ExprError;
pub use figure::{
    Anchor, Figure, FigureError, FigurePath, FigureRule, FigureText, PathClass, TextClass,
};
#[cfg(feature = "author")]
pub use figure::{preview, to_svg};
pub use graph::{GraphError, in_teaching_order};
pub use instantiate::{InstantiateError, instantiate, seed_of_draw};
pub use item::{
    Almost, AskView, Axis, Cell, CellView, Choice, Entry, Foreseen, Hint, HintView, Interval,
    IntervalEnd, Item, ItemView, Key, Misconception, Part, RawAnswer, SubQuestion, Unreadable,
    Verdict, Wanted,
};
pub use pack::{CatalogEntry, ContentPack};
pub use passage::{Passage, PassageView, Subject};
pub use rational::Rational;
pub use rich::{Inline, Math, Rich, TermMark, plain, spoken};
pub use skill::{Pathway, Skill};
pub use template::{
    Ask, ChoiceRule, Domain, Family, Form, HintRule, Imported, IntervalRule, Kind, LicenseFrom,
    LineRule, MisconceptionRule, PairRule, PlotRule, TableRule, Template, Truth, Variable,
};
pub use text::{TextError, read_latex};
