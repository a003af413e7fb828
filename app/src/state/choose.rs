//! The next question: the plan and the student's estimates as the engine wants them, and its pick
//! as a person can read it.

use std::collections::VecDeque;

use api::Plan;
use engine::{
    Finished, ItemParams, MasteryLevel, Pick, Pin, PinUntil, REST, Reason, Recent, SchoolDay,
    Selection, SkillView, derive_seed, select,
};
use item_bank::{
    ContentPack, InstantiateError, Item, Kind, PathwayCode, SkillCode, Template, TemplateId,
    instantiate,
};
use serde::{Deserialize, Serialize};

use crate::sync::{Estimates, difficulty};

/// An item given before, by the names that outlive a change of the bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub skill: SkillCode,
    pub template: TemplateId,
    pub review: bool,
}

/// Items that selection looks back at: more than a block and a review's gap.
const LOOK_BACK: usize = 12;

impl Given {
    /// Adds it to what selection looks back at.
    pub fn push(self, recent: &mut VecDeque<Given>) {
        recent.push_back(self);
        while recent.len() > LOOK_BACK {
            recent.pop_front();
        }
    }
}

/// Why this question, for a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    TeachersPick,
    NextStep,
    KeepGoing(MasteryLevel),
    MixItUp,
    Review {
        days: u32,
    },
    /// The code is of the skill that this one helps with.
    StepBack(SkillCode),
    TryEasier,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    pub item: Item,
    pub because: Because,
    pub given: Given,
}

/// Why there is no question.
#[derive(Clone, Debug, PartialEq)]
pub enum Nothing {
    NothingAssigned,
    /// Everything is mastered and nothing is due: the designed end.
    AllMastered,
    /// No question for these skills is on this device.
    NoContent,
    /// A template that content checks should have caught.
    Broken(InstantiateError),
}

/// Everything a choice depends on.
#[derive(Clone, Copy, Debug)]
pub struct PracticeContext<'a> {
    pub plan: &'a Plan,
    pub packs: &'a [ContentPack],
    pub estimates: &'a Estimates,
    pub recent: &'a VecDeque<Given>,
    /// One pathway, or all that are assigned.
    pub pathway: Option<&'a PathwayCode>,
    pub now_ms: i64,
}

/// Picks the next item. Pure: the same context gives the same question, so that a reload before
/// the answer shows the same one.
pub fn choose(ctx: &PracticeContext<'_>) -> Result<Chosen, Nothing> {
    let templates = ctx.templates();
    let items: Vec<Vec<ItemParams>> = templates
        .iter()
        .map(|list| list.iter().map(|t| item_of(ctx.plan, t)).collect())
        .collect();
    let prerequisites = ctx.prerequisites();
    let order = ctx.order();
    let skills: Vec<SkillView<'_>> = (0..ctx.plan.skills.len())
        .map(|n| SkillView {
            params: ctx.plan.skills[n].params,
            state: ctx.state(n),
            prerequisites: &prerequisites[n],
            assigned: order[n],
            placed_out: false,
            templates: &items[n],
        })
        .collect();
    let answered: u32 = skills.iter().map(|skill| skill.state.opportunities).sum();
    let pick = select(&Selection {
        skills: &skills,
        recent: &ctx.recent(&templates),
        pins: &ctx.pins(),
        ability: ctx.estimates.ability,
        rule: ctx.plan.policy.mastery,
        zone: ctx.plan.policy.zone,
        rest: REST,
        today: SchoolDay::from_epoch_ms(ctx.now_ms),
        seed: derive_seed(ctx.plan.student.id.0.as_u128(), "select", answered),
    })
    .map_err(|finished| match finished {
        Finished::NothingAssigned => Nothing::NothingAssigned,
        Finished::AllMastered => Nothing::AllMastered,
        Finished::NoContent => Nothing::NoContent,
    })?;
    ctx.make(&pick, templates[pick.skill][pick.template])
}

impl<'a> PracticeContext<'a> {
    fn make(&self, pick: &Pick, template: &Template) -> Result<Chosen, Nothing> {
        let student = self.plan.student.id.0.as_u128();
        let count = self.state(pick.skill).opportunities;
        let seed = derive_seed(student, template.id.as_str(), count);
        let item = instantiate(template, seed).map_err(Nothing::Broken)?;
        let given = Given {
            skill: template.skill.clone(),
            template: template.id.clone(),
            review: matches!(pick.reason, Reason::Review { .. }),
        };
        Ok(Chosen {
            item,
            because: self.because(pick),
            given,
        })
    }

    fn because(&self, pick: &Pick) -> Because {
        match pick.reason {
            Reason::Pinned => Because::TeachersPick,
            Reason::NextOnPathway => Because::NextStep,
            Reason::KeepGoing => {
                Because::KeepGoing(self.plan.policy.mastery.level(&self.state(pick.skill)))
            }
            Reason::MixItUp { .. } => Because::MixItUp,
            Reason::Review { days, .. } => Because::Review { days },
            Reason::StepBack { from } => Because::StepBack(self.plan.skills[from].code.clone()),
            Reason::TryEasier => Because::TryEasier,
        }
    }

    fn state(&self, skill: usize) -> engine::SkillState {
        let skill = &self.plan.skills[skill];
        self.estimates
            .get(&skill.code)
            .unwrap_or_else(|| engine::SkillState::new(&skill.params))
    }

    /// The place of a skill in the plan, looked for backwards from `near` first.
    fn place(&self, code: &SkillCode, near: usize) -> Option<usize> {
        let skills = &self.plan.skills;
        let mut places = (0..near).rev().chain(near..skills.len());
        places.find(|&n| skills[n].code == *code)
    }

    /// The templates of each skill of the plan. Content stands skill by skill.
    fn templates(&self) -> Vec<Vec<&'a Template>> {
        let mut of = vec![Vec::new(); self.plan.skills.len()];
        let mut last = 0;
        for template in self.packs.iter().flat_map(|pack| &pack.templates) {
            if let Some(place) = self.place(&template.skill, last) {
                of[place].push(template);
                last = place + 1;
            }
        }
        of
    }

    fn prerequisites(&self) -> Vec<Vec<usize>> {
        let skills = self.plan.skills.iter().enumerate();
        skills
            .map(|(n, skill)| {
                let place = |code: &SkillCode| self.place(code, n);
                skill.prerequisites.iter().filter_map(place).collect()
            })
            .collect()
    }

    /// The place of each assigned skill: pathway after pathway, oldest assignment first.
    fn order(&self) -> Vec<Option<u32>> {
        let mut order = vec![None; self.plan.skills.len()];
        let mut next = 0;
        for assignment in self.plan.assignments.iter().rev() {
            if self
                .pathway
                .is_some_and(|wanted| *wanted != assignment.pathway.code)
            {
                continue;
            }
            for code in &assignment.pathway.skills {
                let place = self.place(code, 0);
                if let Some(first) = place.map(|n| &mut order[n]).filter(|n| n.is_none()) {
                    *first = Some(next);
                }
                next += 1;
            }
        }
        order
    }

    fn pins(&self) -> Vec<Pin> {
        let pin = |code| {
            Some(Pin {
                skill: self.place(code, 0)?,
                template: None,
                until: PinUntil::Mastered,
            })
        };
        self.plan.pins.iter().filter_map(pin).collect()
    }

    fn recent(&self, templates: &[Vec<&Template>]) -> Vec<Recent> {
        let find = |given: &Given| {
            let skill = self.place(&given.skill, 0)?;
            let template = templates[skill]
                .iter()
                .position(|t| t.id == given.template)?;
            Some(Recent {
                skill,
                template,
                review: given.review,
            })
        };
        self.recent.iter().filter_map(find).collect()
    }
}

fn item_of(plan: &Plan, template: &Template) -> ItemParams {
    let choices = template.choices.len();
    let chance = match template.kind {
        Kind::Choice => 1.0 / choices.max(1) as f64,
        Kind::MultiSelect => 1.0 / f64::from((1u32 << choices.clamp(1, 20)) - 1),
        _ => 0.0,
    };
    ItemParams {
        difficulty: difficulty(plan, &template.id, template.difficulty),
        chance,
    }
}

#[cfg(test)]
mod tests;
