//! `(template, version, seed)` to an item.

use crate::draw::{Dice, draw};
use crate::expr::{ExprError, Scope, Value, evaluate, parse};
use crate::item::{Choice, Item, Key, Misconception};
use crate::rich::{Rich, spoken};
use crate::template::{ChoiceRule, Form, Kind, Template, Truth};
use crate::text::{TextError, compose};
use crate::{Rational, TemplateId};

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
        template: crate::TemplateRef {
            id: template.id.clone(),
            version: template.version,
        },
        seed,
        skill: template.skill.clone(),
        difficulty: template.difficulty,
        kind: template.kind,
        stem: maker.text(&template.stem)?,
        form_note: form_note(template.kind, template.form).to_owned(),
        unit: template
            .unit
            .as_deref()
            .map(|unit| maker.text(unit))
            .transpose()?
            .map(|u| crate::plain(&u)),
        key,
        hints: maker.texts(&template.hints)?,
        solution: maker.texts(&template.solution)?,
        misconceptions: maker.misconceptions()?,
        terms: template.terms.clone(),
        construct_terms: template.construct_terms.clone(),
    })
}

struct Maker<'a> {
    template: &'a Template,
    scope: &'a Scope,
}

impl Maker<'_> {
    fn key(&self, dice: &mut Dice) -> Result<Key, InstantiateError> {
        let number_kind = !matches!(self.template.kind, Kind::Choice | Kind::MultiSelect);
        match &self.template.answer {
            Some(answer) if number_kind && self.template.choices.is_empty() => Ok(Key::Number {
                value: self.number(answer)?,
                form: self.template.form,
            }),
            None if !number_kind && self.template.choices.len() >= 2 => {
                let rules = self.template.choices.iter();
                let mut choices = rules
                    .map(|rule| self.choice(rule))
                    .collect::<Result<Vec<_>, _>>()?;
                dice.shuffle(&mut choices);
                Ok(Key::Choices(choices))
            }
            _ if number_kind => Err(self.shape("a number kind needs `answer` and no `choices`")),
            _ => Err(self.shape("a choice kind needs two or more `choices` and no `answer`")),
        }
    }

    fn choice(&self, rule: &ChoiceRule) -> Result<Choice, InstantiateError> {
        let text = self.text(&rule.text)?;
        let correct = match &rule.correct {
            Truth::Fixed(correct) => *correct,
            Truth::When(source) => match self.value(source)? {
                Value::Truth(correct) => correct,
                _ => return Err(self.shape("`correct` must be true, false or a condition")),
            },
        };
        let feedback = rule
            .feedback
            .as_deref()
            .map(|source| self.text(source))
            .transpose()?;
        Ok(Choice {
            spoken: spoken(&text),
            text,
            correct,
            feedback,
        })
    }

    fn misconceptions(&self) -> Result<Vec<Misconception>, InstantiateError> {
        let rules = self.template.misconceptions.iter();
        rules
            .map(|rule| {
                let answer = self.number(&rule.answer)?;
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

/// The accepted form, in the student's words.
fn form_note(kind: Kind, form: Form) -> &'static str {
    match (kind, form) {
        (Kind::Choice, _) => "Choose one.",
        (Kind::MultiSelect, _) => "Choose all that apply.",
        (_, Form::Simplest) => "Write your answer in simplest form.",
        (_, Form::Mixed) => "Write a whole number or a mixed number in simplest form.",
        (_, Form::Decimal) => "Write a decimal or a whole number.",
        (Kind::Integer, Form::Any) => "Write a whole number.",
        (Kind::Decimal, Form::Any) => "Write a number. Decimals are fine.",
        (Kind::Fraction | Kind::Mixed, Form::Any) => {
            "Write a fraction or a mixed number. Any equal value is right."
        }
    }
}
