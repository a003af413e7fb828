//! The next question: the plan and the student's estimates as the engine wants them, and its pick
//! as a person can read it.

use std::collections::VecDeque;
use std::sync::Arc;

use api::Plan;
use engine::{
    Finished, ItemParams, MasteryLevel, Pick, Pin, PinUntil, REST, Reason, Recent, SchoolDay,
    Selection, SkillView, derive_seed, select,
};
use item_bank::{CatalogEntry, ItemView, PathwayCode, SkillCode, TemplateId};
use serde::Serialize;

use super::Pack;
use crate::questions::{self, Failed};
use crate::sync::{Difficulties, Estimates};

/// An item given before, by the names that outlive a change of the bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    pub skill: SkillCode,
    pub template: TemplateId,
    pub review: bool,
}

wire_read::object!(Given {
    skill,
    template,
    review
});

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
    pub item: ItemView,
    /// P(right by luck alone).
    pub chance: f64,
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
    Broken(Failed),
}

/// Everything a choice depends on.
#[derive(Clone, Copy, Debug)]
pub struct PracticeContext<'a> {
    pub plan: &'a Plan,
    pub packs: &'a [Arc<Pack>],
    pub difficulties: &'a Difficulties,
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
        .map(|list| list.iter().map(|t| item_of(ctx.difficulties, t)).collect())
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
    fn make(&self, pick: &Pick, entry: &CatalogEntry) -> Result<Chosen, Nothing> {
        let student = self.plan.student.id.0.as_u128();
        let count = self.state(pick.skill).opportunities;
        let item = questions::draw(&entry.template, student, count).map_err(Nothing::Broken)?;
        let given = Given {
            skill: entry.skill.clone(),
            template: entry.template.id.clone(),
            review: matches!(pick.reason, Reason::Review { .. }),
        };
        Ok(Chosen {
            item,
            chance: entry.chance,
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
    fn templates(&self) -> Vec<Vec<&'a CatalogEntry>> {
        let mut of = vec![Vec::new(); self.plan.skills.len()];
        let mut last = 0;
        for entry in self.packs.iter().flat_map(|pack| &pack.catalog) {
            if let Some(place) = self.place(&entry.skill, last) {
                of[place].push(entry);
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

    fn recent(&self, templates: &[Vec<&CatalogEntry>]) -> Vec<Recent> {
        let find = |given: &Given| {
            let skill = self.place(&given.skill, 0)?;
            let template = templates[skill]
                .iter()
                .position(|entry| entry.template.id == given.template)?;
            Some(Recent {
                skill,
                template,
                review: given.review,
            })
        };
        self.recent.iter().filter_map(find).collect()
    }
}

fn item_of(difficulties: &Difficulties, entry: &CatalogEntry) -> ItemParams {
    ItemParams {
        difficulty: difficulties.of(&entry.template.id, entry.difficulty),
        chance: entry.chance,
    }
}

#[cfg(test)]
mod tests;
