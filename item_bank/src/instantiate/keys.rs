//! What is right, kind by kind.

use super::{InstantiateError, Maker};
use crate::draw::Dice;
use crate::item::{Cell, Choice, Interval, IntervalEnd, Key, Part, Scale, Wanted};
use crate::rational::Rational;
use crate::rich::spoken;
use crate::template::{
    Ask, ChoiceRule, Family, Form, IntervalRule, Kind, LineRule, PlotRule, TableRule, Truth,
};

type Made<T> = Result<T, InstantiateError>;

impl Maker<'_> {
    pub(super) fn key(&self, dice: &mut Dice) -> Made<Key> {
        let template = self.template;
        match template.kind {
            Kind::Order => self.order(dice),
            Kind::Match => self.matched(dice),
            Kind::NumberLine => match &template.line {
                Some(rule) => self.line(rule),
                None => Err(self.shape("the kind number-line needs `line`")),
            },
            Kind::Plot => match &template.plot {
                Some(rule) => self.plot(rule),
                None => Err(self.shape("the kind plot needs `plot`")),
            },
            Kind::Table => match &template.table {
                Some(rule) => self.table(rule),
                None => Err(self.shape("the kind table needs `table`")),
            },
            kind => {
                let answer = template.answer.as_deref();
                self.plain_key(
                    kind,
                    template.form,
                    answer,
                    &template.accept,
                    &template.choices,
                    dice,
                )
            }
        }
    }

    /// The key of a scaffold: of a kind that is typed or chosen.
    pub(super) fn asked(&self, ask: &Ask, dice: &mut Dice) -> Made<Key> {
        let answer = ask.answer.as_deref();
        self.plain_key(ask.kind, Form::Any, answer, &ask.accept, &ask.choices, dice)
    }

    fn plain_key(
        &self,
        kind: Kind,
        form: Form,
        answer: Option<&str>,
        accept: &[String],
        choices: &[ChoiceRule],
        dice: &mut Dice,
    ) -> Made<Key> {
        match (kind.family(), answer) {
            (Family::Number, Some(answer)) if choices.is_empty() => {
                let value = self.number(answer)?;
                Ok(Key::Number { value, form })
            }
            (Family::Algebra, Some(answer)) if choices.is_empty() => {
                let text = self.plain(answer)?;
                Ok(Key::Algebra { text, form })
            }
            (Family::Words, None) if !accept.is_empty() => {
                let words = accept.iter().map(|text| self.plain(text));
                Ok(Key::Words(words.collect::<Made<_>>()?))
            }
            (Family::Choices, None) if choices.len() >= 2 => {
                let made = choices.iter().map(|rule| self.choice(rule));
                let mut made = made.collect::<Made<Vec<_>>>()?;
                dice.shuffle(&mut made);
                Ok(Key::Choices(made))
            }
            (Family::Number, _) => Err(self.shape("a number kind needs `answer` and no `choices`")),
            (Family::Algebra, _) => {
                Err(self.shape("the kinds expression and equation need `answer` and no `choices`"))
            }
            (Family::Words, _) => {
                Err(self.shape("the kind short-text needs `accept` and no `answer`"))
            }
            (Family::Choices, _) => {
                Err(self.shape("a choice kind needs two or more `choices` and no `answer`"))
            }
            _ => Err(self.shape("a hint can ask for a number, algebra, a word or a choice only")),
        }
    }

    fn choice(&self, rule: &ChoiceRule) -> Made<Choice> {
        let part = self.part(&rule.text)?;
        Ok(Choice {
            spoken: part.spoken,
            text: part.text,
            correct: self.truth(&rule.correct)?,
            feedback: self.optional(rule.feedback.as_ref())?,
        })
    }

    fn part(&self, source: &str) -> Made<Part> {
        let text = self.text(source)?;
        Ok(Part {
            spoken: spoken(&text),
            text,
        })
    }

    fn order(&self, dice: &mut Dice) -> Made<Key> {
        let count = self.template.items.len();
        if !(3..=8).contains(&count) {
            return Err(self.shape("the kind order needs 3 to 8 `items`"));
        }
        let at = shuffled(count, dice);
        let parts = at.iter().map(|&n| self.part(&self.template.items[n]));
        let parts = parts.collect::<Made<_>>()?;
        Ok(Key::Order {
            parts,
            right: (0..count).map(|n| place(&at, n)).collect(),
        })
    }

    fn matched(&self, dice: &mut Dice) -> Made<Key> {
        let (pairs, extra) = (&self.template.pairs, &self.template.distractors);
        if !(2..=8).contains(&pairs.len()) || pairs.len() + extra.len() > 10 {
            return Err(self.shape("the kind match needs 2 to 8 `pairs`, at most 10 right sides"));
        }
        let rights: Vec<&String> = pairs.iter().map(|pair| &pair.right).chain(extra).collect();
        let at = shuffled(rights.len(), dice);
        let left = pairs.iter().map(|pair| self.part(&pair.left));
        let right = at.iter().map(|&n| self.part(rights[n]));
        Ok(Key::Match {
            left: left.collect::<Made<_>>()?,
            right: right.collect::<Made<_>>()?,
            pairs: (0..pairs.len()).map(|n| place(&at, n)).collect(),
        })
    }

    fn line(&self, rule: &LineRule) -> Made<Key> {
        let ends = [self.number(&rule.from)?, self.number(&rule.to)?];
        let scale = self.scale(ends, self.number(&rule.step)?)?;
        let every = match &rule.label_every {
            Some(source) => self.number(source)?.numerator(),
            None => 1,
        };
        let wanted = match &rule.interval {
            Some(interval) if rule.points.is_empty() => {
                Wanted::Interval(self.interval(interval, &scale)?)
            }
            None if !rule.points.is_empty() => {
                let ticks = rule.points.iter().map(|source| self.tick(source, &scale));
                Wanted::Points(sorted(ticks.collect::<Made<_>>()?))
            }
            _ => return Err(self.shape("`line` needs `points` or an `interval`, not both")),
        };
        let fractions = rule.step.contains('/') && !rule.step.contains('.');
        let axis = scale.axis(usize::try_from(every).unwrap_or(1), None, fractions);
        let axis = axis.ok_or_else(|| self.shape(FAR))?;
        Ok(Key::Line { axis, wanted })
    }

    fn interval(&self, rule: &IntervalRule, scale: &Scale) -> Made<Interval> {
        let end = |source: Option<&String>, open: &Truth| {
            source
                .map(|source| {
                    Ok(IntervalEnd {
                        at: self.tick(source, scale)?,
                        open: self.truth(open)?,
                    })
                })
                .transpose()
        };
        Ok(Interval {
            from: end(rule.from.as_ref(), &rule.from_open)?,
            to: end(rule.to.as_ref(), &rule.to_open)?,
        })
    }

    fn plot(&self, rule: &PlotRule) -> Made<Key> {
        let scale = |range: &[String]| {
            let numbers = range.iter().map(|source| self.number(source));
            match numbers.collect::<Made<Vec<_>>>()?[..] {
                [from, to] => self.scale([from, to], Rational::ONE),
                [from, to, step] => self.scale([from, to], step),
                _ => Err(self.shape("an axis is [from, to] or [from, to, step]")),
            }
        };
        let (x, y) = (scale(&rule.x)?, scale(&rule.y)?);
        if rule.points.is_empty() {
            return Err(self.shape("`plot` needs `points`"));
        }
        let point = |[across, up]: &[String; 2]| Ok([self.tick(across, &x)?, self.tick(up, &y)?]);
        let points = rule.points.iter().map(point).collect::<Made<Vec<_>>>()?;
        let axis = |scale: Scale, title: Option<&String>| {
            let title = title.map(|source| self.plain(source)).transpose()?;
            scale.axis(1, title, false).ok_or_else(|| self.shape(FAR))
        };
        Ok(Key::Plot {
            x: axis(x, rule.x_label.as_ref())?,
            y: axis(y, rule.y_label.as_ref())?,
            points: sorted(points),
        })
    }

    fn scale(&self, [from, to]: [Rational; 2], step: Rational) -> Made<Scale> {
        let scale = Scale::new(from, to, step);
        scale.ok_or_else(|| self.shape("a scale must reach its end in 1 to 60 whole steps"))
    }

    fn tick(&self, source: &str, scale: &Scale) -> Made<i32> {
        let tick = scale.tick(self.number(source)?);
        tick.ok_or_else(|| self.shape("a point to mark must stand on a tick of the scale"))
    }

    fn table(&self, rule: &TableRule) -> Made<Key> {
        let width = rule.rows.first().map_or(0, Vec::len);
        let ragged = rule.rows.iter().any(|row| row.len() != width);
        if width == 0 || ragged || !(rule.header.is_empty() || rule.header.len() == width) {
            return Err(self.shape("every row of `table`, and its header, must be equally long"));
        }
        let cell = |source: &String| match source.strip_prefix('=') {
            Some(expression) => Ok(Cell::Gap(self.number(expression)?)),
            None => Ok(Cell::Given(self.text(source)?)),
        };
        let row = |row: &Vec<String>| row.iter().map(cell).collect::<Made<Vec<_>>>();
        let rows = rule.rows.iter().map(row).collect::<Made<Vec<_>>>()?;
        if !rows
            .iter()
            .flatten()
            .any(|cell| matches!(cell, Cell::Gap(_)))
        {
            return Err(self.shape("`table` needs a gap: a cell that begins with ="));
        }
        Ok(Key::Table {
            header: self.texts(&rule.header)?,
            rows,
        })
    }
}

const FAR: &str = "a scale goes beyond what numbers can hold";

/// Which of `0..count` stands at each place; never all in their own.
fn shuffled(count: usize, dice: &mut Dice) -> Vec<usize> {
    let mut at: Vec<usize> = (0..count).collect();
    dice.shuffle(&mut at);
    if at.iter().enumerate().all(|(place, &n)| place == n) {
        at.rotate_left(1);
    }
    at
}

fn place(at: &[usize], wanted: usize) -> u8 {
    let place = at.iter().position(|&n| n == wanted).unwrap_or(0);
    u8::try_from(place).unwrap_or(u8::MAX)
}

fn sorted<T: Ord>(mut things: Vec<T>) -> Vec<T> {
    things.sort();
    things.dedup();
    things
}
