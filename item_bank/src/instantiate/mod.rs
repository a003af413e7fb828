//! `(template, version, seed)` to an item.

mod keys;
mod note;
mod sequence;

use crate::TemplateId;
use crate::draw::{Dice, draw};
use crate::expr::{ExprError, Scope, Value, evaluate, parse};
use crate::figure::{Figure, FigureError};
use crate::item::{Foreseen, Hint, Item, Misconception, SubQuestion};
use crate::rational::Rational;
use crate::rich::{Rich, plain};
use crate::template::{Family, HintRule, Template, Truth};
use crate::text::{TextError, compose};

pub(crate) use note::form_note;
pub use sequence::seed_of_draw;

/// Why a template gives no item at a seed. `trellis content check` finds these before students do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InstantiateError {
    #[error("{template}: {error}")]
    Expression {
        template: TemplateId,
        error: ExprError,
    },
    #[error("{template}: {error}")]
    Text {
        template: TemplateId,
        error: TextError,
    },
    #[error("{template}: no draw of {tries} met the constraints")]
    Unsatisfiable { template: TemplateId, tries: u32 },
    #[error("{template}: figure: {error}")]
    Figure {
        template: TemplateId,
        error: Box<FigureError>,
    },
    #[error("{template}: {what}")]
    Shape {
        template: TemplateId,
        what: &'static str,
    },
}

/// Makes the item. Pure: the same arguments give the same item on every machine.
pub fn instantiate(template: &Template, seed: u32) -> Result<Item, InstantiateError> {
    let mut dice = Dice::new(template, seed);
    let scope = draw(template, &mut dice)?;
    let maker = Maker {
        template,
        scope: &scope,
    };
    let key = maker.key(&mut dice)?;
    Ok(Item {
        template: template.reference(),
        seed,
        skill: template.skill.clone(),
        difficulty: template.difficulty,
        kind: template.kind,
        stem: maker.text(&template.stem)?,
        figure: maker.figure()?,
        passage: template.passage.clone(),
        form_note: form_note(template.kind, &key, template.signed).to_owned(),
        unit: maker.unit()?,
        key,
        hints: maker.hints(&mut dice)?,
        solution: maker.texts(&template.solution)?,
        misconceptions: maker.misconceptions()?,
        feedback: maker.optional(template.feedback.as_ref())?,
        terms: template.terms.clone(),
        construct_terms: template.construct_terms.clone(),
    })
}

struct Maker<'a> {
    template: &'a Template,
    scope: &'a Scope,
}

impl Maker<'_> {
    /// A percent has its sign, whoever wrote the template.
    fn unit(&self) -> Result<Option<String>, InstantiateError> {
        if self.template.kind == crate::Kind::Percent {
            return Ok(Some("%".to_owned()));
        }
        let unit = self.template.unit.as_deref();
        unit.map(|unit| self.plain(unit)).transpose()
    }

    fn figure(&self) -> Result<Option<Figure>, InstantiateError> {
        let rule = self.template.figure.as_ref();
        rule.map(|rule| {
            crate::figure::draw(rule, self.scope).map_err(|error| InstantiateError::Figure {
                template: self.template.id.clone(),
                error: Box::new(error),
            })
        })
        .transpose()
    }

    fn hints(&self, dice: &mut Dice) -> Result<Vec<Hint>, InstantiateError> {
        let rules = self.template.hints.iter();
        rules.map(|rule| self.hint(rule, dice)).collect()
    }

    fn hint(&self, rule: &HintRule, dice: &mut Dice) -> Result<Hint, InstantiateError> {
        let ask = match &rule.ask {
            Some(ask) => Some(SubQuestion {
                kind: ask.kind,
                key: self.asked(ask, dice)?,
            }),
            None => None,
        };
        Ok(Hint {
            text: self.text(&rule.text)?,
            ask,
        })
    }

    fn misconceptions(&self) -> Result<Vec<Misconception>, InstantiateError> {
        let numbers = self.template.kind.family() == Family::Number;
        let rules = self.template.misconceptions.iter();
        rules
            .map(|rule| {
                let answer = if numbers {
                    Foreseen::Value(self.number(&rule.answer)?)
                } else {
                    Foreseen::Text(self.plain(&rule.answer)?)
                };
                Ok(Misconception {
                    answer,
                    feedback: self.text(&rule.feedback)?,
                })
            })
            .collect()
    }

    fn number(&self, source: &str) -> Result<Rational, InstantiateError> {
        match self.value(source)? {
            Value::Number(number) => Ok(number),
            _ => Err(self.shape("an answer must be a number")),
        }
    }

    fn truth(&self, truth: &Truth) -> Result<bool, InstantiateError> {
        match truth {
            Truth::Fixed(truth) => Ok(*truth),
            Truth::When(source) => match self.value(source)? {
                Value::Truth(truth) => Ok(truth),
                _ => Err(self.shape("a condition must be true or false")),
            },
        }
    }

    fn value(&self, source: &str) -> Result<Value, InstantiateError> {
        let value = parse(source).and_then(|expr| evaluate(&expr, self.scope));
        value.map_err(|error| InstantiateError::Expression {
            template: self.template.id.clone(),
            error,
        })
    }

    fn texts(&self, sources: &[String]) -> Result<Vec<Rich>, InstantiateError> {
        sources.iter().map(|source| self.text(source)).collect()
    }

    fn optional(&self, source: Option<&String>) -> Result<Option<Rich>, InstantiateError> {
        source.map(|source| self.text(source)).transpose()
    }

    fn plain(&self, source: &str) -> Result<String, InstantiateError> {
        Ok(plain(&self.text(source)?))
    }

    fn text(&self, source: &str) -> Result<Rich, InstantiateError> {
        compose(source, self.scope).map_err(|error| InstantiateError::Text {
            template: self.template.id.clone(),
            error,
        })
    }

    fn shape(&self, what: &'static str) -> InstantiateError {
        InstantiateError::Shape {
            template: self.template.id.clone(),
            what,
        }
    }
}
