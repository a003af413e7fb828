//! One problem of the pool as templates of ours.

use std::collections::HashSet;

use engine::Difficulty;
use item_bank::{Ask, Family, Form, HintRule, Imported, LicenseFrom, Template};

use crate::answer::{self, Asked};
use crate::hints::in_order;
use crate::license::{spdx, url_and_name};
use crate::names::{skill_code, template_id};
use crate::pool::{RawHint, RawProblem, RawStep};
use crate::reason::{Held, Reason};
use crate::skills::Tables;
use crate::text::author_text;
use crate::vary::Names;

/// A template with what is needed to check it.
pub(crate) struct Made {
    pub template: Template,
    pub asked: Asked,
    /// What the hints ask, by their place.
    pub scaffolds: Vec<Scaffold>,
}

/// A hint's question, and the hint's text for when it cannot be asked.
pub(crate) struct Scaffold {
    pub hint: usize,
    pub asked: Asked,
    pub told: String,
}

impl Made {
    /// Gives up the question of a hint: its answer is told.
    pub fn tell(&mut self, scaffold: &Scaffold) {
        if let Some(hint) = self.template.hints.get_mut(scaffold.hint) {
            *hint = HintRule {
                text: scaffold.told.clone(),
                ask: None,
            };
        }
    }
}

/// Everything that one problem gives.
pub(crate) struct Problem {
    pub made: Vec<Made>,
    pub skills: Vec<String>,
    pub license_from: LicenseFrom,
    /// Which level named the licence of each hint.
    pub hints_from: Vec<LicenseFrom>,
    /// Scaffolds whose question our kinds cannot ask: their answer is told.
    pub told: usize,
}

pub(crate) fn convert(raw: &RawProblem, tables: &Tables) -> Result<Problem, Held> {
    let (license, from) = tables
        .licenses
        .of_problem(&raw.license, &raw.course)
        .ok_or_else(|| {
            let said = if raw.license.is_empty() {
                "nothing"
            } else {
                &raw.license
            };
            Held::new(
                Reason::NoLicense,
                format!("the problem says {said}, its course nothing"),
            )
        })?;
    if raw.steps.is_empty() {
        return Err(Held::new(Reason::NothingAsked, "no steps"));
    }
    let mut problem = Problem {
        made: Vec::new(),
        skills: Vec::new(),
        license_from: from,
        hints_from: Vec::new(),
        told: 0,
    };
    for n in 0..raw.steps.len() {
        let step = Step { raw, n, tables };
        step.convert(&license, &mut problem)
            .map_err(|held| held.at(&raw.steps[n].id))?;
    }
    Ok(problem)
}

struct Step<'a> {
    raw: &'a RawProblem,
    n: usize,
    tables: &'a Tables,
}

impl Step<'_> {
    fn step(&self) -> &RawStep {
        &self.raw.steps[self.n]
    }

    fn convert(&self, license: &str, problem: &mut Problem) -> Result<(), Held> {
        let (raw, step) = (self.raw, self.step());
        let skills = self
            .tables
            .skills
            .get(&step.id)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let skill = skills
            .first()
            .ok_or_else(|| Held::new(Reason::NoSkill, "not in skillModel.json"))?;
        let hints = in_order(&step.hints, &self.earlier())?;
        let levels = [&raw.variables, &step.variables];
        let names = Names::new(
            levels
                .into_iter()
                .chain(hints.iter().map(|hint| &hint.variables)),
        )?;
        let stem = self.stem(&names)?;
        let prose = format!("{} {} {}", raw.body, step.title, step.body);
        let mut asked = answer::read(&step.question, &prose, &names)?;
        asked.form = rounding(&step.precision, &asked);
        if asked.form != Form::Any {
            asked.wanted = asked.form;
        }
        let mut rules = Vec::with_capacity(hints.len());
        let mut licenses = vec![license.to_owned()];
        let mut scaffolds = Vec::new();
        for hint in hints {
            let (rule, told, asked) = rule(hint, &names)?;
            problem.told += usize::from(hint.scaffold && asked.is_none());
            scaffolds.extend(asked.map(|asked| Scaffold {
                hint: rules.len(),
                asked,
                told,
            }));
            rules.push(rule);
            let own = spdx(&hint.license);
            problem.hints_from.push(
                own.as_ref()
                    .map_or(problem.license_from, |_| LicenseFrom::Hint),
            );
            licenses.extend(own.filter(|code| !licenses.contains(code)));
        }
        let told = if step.answer_latex.is_empty() {
            None
        } else {
            author_text(&step.answer_latex, &names).ok()
        };
        let told = told
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| asked.told.clone());
        let (url, book) = url_and_name(&raw.oer);
        let bad = |what: &str, name: &str| {
            Held::new(Reason::Template, format!("'{name}' cannot name {what}"))
        };
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let template = Template {
            id: template_id(&step.id).ok_or_else(|| bad("a template", &step.id))?,
            version: 1,
            skill: skill_code(skill).ok_or_else(|| bad("a skill", skill))?,
            kind: asked.kind,
            difficulty: Difficulty::Medium,
            stem,
            passage: None,
            figure: None,
            answer: asked.answer.clone(),
            accept: asked.accept.clone(),
            form: asked.form,
            // theirs does not say whether an answer can be below zero
            signed: true,
            unit: asked.unit.clone(),
            choices: asked.choices.clone(),
            items: Vec::new(),
            pairs: Vec::new(),
            distractors: Vec::new(),
            line: None,
            plot: None,
            table: asked.table.clone(),
            feedback: None,
            vars: names.variables(),
            constraints: Vec::new(),
            hints: rules,
            solution: vec![format!("The answer is {told}")],
            misconceptions: Vec::new(),
            terms: Vec::new(),
            construct_terms: Vec::new(),
            source: book
                .as_ref()
                .map_or_else(|| "OATutor".to_owned(), |book| format!("OATutor: {book}")),
            license: licenses.join(" AND "),
            imported: Some(Imported {
                source_id: step.id.clone(),
                course: some(&raw.course),
                lesson: some(&raw.lesson),
                book,
                url,
                license_from: problem.license_from,
            }),
        };
        problem.skills.push(skill.clone());
        problem.made.push(Made {
            template,
            asked,
            scaffolds,
        });
        Ok(())
    }

    /// The hints of the steps before this one.
    fn earlier(&self) -> HashSet<&str> {
        let steps = self.raw.steps[..self.n].iter();
        let hints = steps.flat_map(|step| &step.hints);
        hints
            .flat_map(|hint| [hint].into_iter().chain(&hint.sub_hints))
            .map(|h| h.id.as_str())
            .collect()
    }

    /// Problem, then step; "Part k of n" where there are several.
    fn stem(&self, names: &Names) -> Result<String, Held> {
        let (raw, step, count) = (self.raw, self.step(), self.raw.steps.len());
        let mut lines: Vec<String> = Vec::new();
        let title = author_text(&raw.title, names)?;
        // bold holds no mathematics
        if !title.is_empty() {
            lines.push(if title.contains(['$', '\\', '{']) {
                title
            } else {
                format!("**{title}**")
            });
        }
        lines.push(author_text(&raw.body, names)?);
        if count > 1 {
            lines.push(format!("Part {} of {count}.", self.n + 1));
        }
        lines.push(author_text(&step.title, names)?);
        lines.push(author_text(&step.body, names)?);
        lines.retain(|line| !line.is_empty());
        lines.dedup();
        if raw.body.is_empty()
            && step.title.is_empty()
            && step.body.is_empty()
            && raw.title.is_empty()
        {
            return Err(Held::new(Reason::NothingAsked, "no text"));
        }
        Ok(lines.join("\n"))
    }
}

/// The pool's `precision`, digits after the point, where the answer is rounded to so many.
fn rounding(precision: &str, asked: &Asked) -> Form {
    let form = match precision.trim_end_matches(".0") {
        "0" => Form::NearestWhole,
        "1" => Form::NearestTenth,
        "2" => Form::NearestHundredth,
        _ => return Form::Any,
    };
    let answer = asked.answer.as_deref().unwrap_or_default();
    let places = answer
        .split_once('.')
        .map_or(0, |(_, part)| part.len() as i32);
    let number = asked.kind.family() == Family::Number && !answer.contains('/');
    if number && form.places().is_some_and(|kept| places <= kept) {
        form
    } else {
        Form::Any
    }
}

/// A hint; the same with its answer told; and what it asks.
fn rule(hint: &RawHint, names: &Names) -> Result<(HintRule, String, Option<Asked>), Held> {
    let title = author_text(&hint.title, names)?;
    let mut text = author_text(&hint.text, names)?;
    // bold holds no mathematics
    let titled = !title.is_empty() && !title.contains(['$', '\\', '{']) && title != text;
    if titled {
        text.insert_str(0, &format!("**{title}.** "));
        text.truncate(text.trim_end().len());
    }
    if !hint.scaffold {
        return Ok((HintRule { text, ask: None }, String::new(), None));
    }
    let answer = hint
        .question
        .answers
        .iter()
        .find(|answer| !answer.is_empty());
    let answer = answer
        .map(|answer| author_text(answer, names))
        .transpose()?;
    let told = answer.map_or_else(
        || text.clone(),
        |answer| format!("{text}\nAnswer: {answer}"),
    );
    let asked = answer::read(&hint.question, &hint.text, names)
        .ok()
        .filter(can_ask);
    let Some(asked) = asked else {
        let rule = HintRule {
            text: told.clone(),
            ask: None,
        };
        return Ok((rule, told, None));
    };
    let ask = Ask {
        kind: asked.kind,
        answer: asked.answer.clone(),
        accept: asked.accept.clone(),
        choices: asked.choices.clone(),
    };
    let rule = HintRule {
        text,
        ask: Some(ask),
    };
    Ok((rule, told, Some(asked)))
}

fn can_ask(asked: &Asked) -> bool {
    let family = asked.kind.family();
    matches!(
        family,
        Family::Number | Family::Algebra | Family::Words | Family::Choices
    )
}
