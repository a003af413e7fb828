//! A short text of a figure: one line, with fractions stacked as they are written by hand.

use super::font;
use super::model::TextClass;
use crate::rich::{Inline, Math, spoken};

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub parts: Vec<Part>,
    /// As read out.
    pub words: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Text(String),
    Stack(String, String),
}

impl Label {
    pub fn of(rich: &[Inline]) -> Self {
        let mut parts = Vec::new();
        for inline in rich {
            match inline {
                Inline::Text(text) | Inline::Strong(text) => push(&mut parts, text),
                Inline::Term(mark) => push(&mut parts, &mark.text),
                Inline::Math(math) => add(&mut parts, math),
            }
        }
        if let Some(Part::Text(text)) = parts.first_mut() {
            *text = text.trim_start().to_owned();
        }
        if let Some(Part::Text(text)) = parts.last_mut() {
            *text = text.trim_end().to_owned();
        }
        parts.retain(|part| *part != Part::Text(String::new()));
        Self {
            parts,
            words: spoken(rich),
        }
    }

    pub fn math(math: Math) -> Self {
        Self::of(&[Inline::Math(math)])
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// In an alt text: a blank is said.
    pub fn said(&self) -> String {
        match self.words.as_str() {
            "" => "blank".to_owned(),
            "?" | "blank" => "a question mark".to_owned(),
            words => {
                let words = words.replace('\u{2212}', "negative ");
                let words = words.replace("=?", "equals a question mark");
                words
                    .strip_prefix("minus ")
                    .map_or_else(|| words.clone(), |size| format!("negative {size}"))
            }
        }
    }

    /// Tenths of a unit.
    pub fn width(&self, class: TextClass) -> i32 {
        self.parts.iter().map(|part| part.width(class)).sum()
    }

    /// Whether a whole number stands before its fraction.
    pub fn is_mixed(&self) -> bool {
        self.parts.len() > 1
    }

    /// Tenths of a unit.
    pub fn height(&self, class: TextClass) -> i32 {
        let stacked = self.parts.iter().any(|p| matches!(p, Part::Stack(..)));
        class.size() * if stacked { 24 } else { 12 }
    }
}

impl Part {
    pub fn width(&self, class: TextClass) -> i32 {
        match self {
            Self::Text(text) => font::width(text, class),
            Self::Stack(top, bottom) => {
                font::width(top, class).max(font::width(bottom, class)) + 30
            }
        }
    }
}

fn push(parts: &mut Vec<Part>, text: &str) {
    if let Some(Part::Text(last)) = parts.last_mut() {
        last.push_str(text);
    } else {
        parts.push(Part::Text(text.to_owned()));
    }
}

fn add(parts: &mut Vec<Part>, math: &Math) {
    match math {
        Math::Row(row) => {
            for (index, part) in row.iter().enumerate() {
                match part {
                    Math::Op(op) if index == 0 => push(parts, op),
                    part => add(parts, part),
                }
            }
        }
        Math::Frac(sides) => parts.push(Part::Stack(sides.0.plain(), sides.1.plain())),
        Math::Mixed(three) => {
            push(parts, &three.0.plain());
            parts.push(Part::Stack(three.1.plain(), three.2.plain()));
        }
        other => push(parts, &other.plain()),
    }
}
