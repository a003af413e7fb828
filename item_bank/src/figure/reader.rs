//! An author's sources to numbers and labels, in one item's scope.

use super::FigureError;
use super::label::Label;
use crate::Rational;
use crate::expr::{ExprError, Scope, Value, evaluate, parse};
use crate::text::compose;

/// Beyond these no axis can be read.
const LARGEST: i64 = 1_000_000_000;
const FINEST: i128 = 10_000;
/// Characters of a label.
const LONGEST: usize = 60;

pub(super) struct Reader<'a> {
    pub kind: &'static str,
    pub scope: &'a Scope,
    /// What a layout may fill from side to side, in tenths of a unit.
    pub room: i32,
}

pub(super) type Drawn<T> = Result<T, FigureError>;

impl Reader<'_> {
    pub fn number(&self, field: &'static str, source: &str) -> Drawn<Rational> {
        let value = parse(source).and_then(|expr| evaluate(&expr, self.scope));
        let Value::Number(value) = value.map_err(|error| self.wrong(field, error))? else {
            let what = source.to_owned();
            let needs = "a number";
            return Err(self.wrong(field, ExprError::WrongType { what, needs }));
        };
        let limit = Rational::whole(LARGEST);
        let size = value.checked_abs().unwrap_or(limit);
        if size > limit || value.denominator() > FINEST {
            let needs = "at most a thousand million, with a denominator of at most 10,000";
            return Err(self.value(field, value, needs));
        }
        Ok(value)
    }

    pub fn maybe(&self, field: &'static str, source: Option<&String>) -> Drawn<Option<Rational>> {
        source.map(|source| self.number(field, source)).transpose()
    }

    pub fn positive(&self, field: &'static str, source: &str) -> Drawn<Rational> {
        let value = self.number(field, source)?;
        if value > Rational::ZERO {
            Ok(value)
        } else {
            Err(self.value(field, value, "more than 0"))
        }
    }

    /// A whole number between the two, both included.
    pub fn count(&self, field: &'static str, source: &str, low: i32, high: i32) -> Drawn<i32> {
        let value = self.number(field, source)?;
        let whole = i32::try_from(value.numerator()).ok();
        whole
            .filter(|n| value.is_whole() && (low..=high).contains(n))
            .ok_or_else(|| {
                let needs = format!("a whole number from {low} to {high}");
                self.value(field, value, &needs)
            })
    }

    pub fn label(&self, source: &str) -> Drawn<Label> {
        let rich = compose(source, self.scope);
        let rich = rich.map_err(|error| FigureError::Text {
            kind: self.kind,
            error,
        })?;
        let label = Label::of(&rich);
        let length = crate::plain(&rich).chars().count();
        if length > LONGEST {
            return Err(self.value_text("label", label.words, "at most 60 characters"));
        }
        Ok(label)
    }

    pub fn maybe_label(&self, source: Option<&String>) -> Drawn<Option<Label>> {
        let label = source.map(|source| self.label(source)).transpose()?;
        Ok(label.filter(|label| !label.is_empty()))
    }

    pub fn labels(&self, sources: &[String]) -> Drawn<Vec<Label>> {
        sources.iter().map(|source| self.label(source)).collect()
    }

    /// The author's own alt text, or else the generated one.
    pub fn alt(&self, own: Option<&String>, generated: String) -> Drawn<String> {
        let Some(source) = own else {
            return Ok(generated);
        };
        let rich = compose(source, self.scope);
        let rich = rich.map_err(|error| FigureError::Text {
            kind: self.kind,
            error,
        })?;
        Ok(crate::spoken(&rich))
    }

    pub fn at_most(&self, what: &'static str, count: usize, most: usize) -> Drawn<()> {
        if count <= most {
            return Ok(());
        }
        Err(FigureError::TooMany {
            kind: self.kind,
            what,
            count: count as i128,
            most: most as i128,
        })
    }

    /// That there is at least one, too.
    pub fn some(&self, what: &'static str, count: usize, most: usize) -> Drawn<()> {
        if count == 0 {
            return Err(self.value_text(what, "empty".to_owned(), "one or more"));
        }
        self.at_most(what, count, most)
    }

    pub fn shape(&self, what: &'static str) -> FigureError {
        FigureError::Shape {
            kind: self.kind,
            what,
        }
    }

    pub fn value(&self, field: &'static str, value: Rational, needs: &str) -> FigureError {
        self.value_text(field, value.to_string(), needs)
    }

    fn value_text(&self, field: &'static str, value: String, needs: &str) -> FigureError {
        FigureError::Value {
            kind: self.kind,
            field,
            value,
            needs: needs.to_owned(),
        }
    }

    pub fn overflow(&self, field: &'static str) -> FigureError {
        self.wrong(field, ExprError::Overflow)
    }

    fn wrong(&self, field: &'static str, error: ExprError) -> FigureError {
        FigureError::Expression {
            kind: self.kind,
            field,
            error,
        }
    }
}
