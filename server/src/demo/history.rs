//! Three weeks of practice of one student: the engine chooses, the simulated student answers, and
//! every answer goes the way of a real one.

use api::{DeviceId, ResponseId, ResponseRecord, SupportLevel};
use engine::simulate::SimulatedStudent;
use engine::{
    Ability, ItemParams, Reason, Recent, SchoolDay, Selection, SkillState, SkillView, Zone,
    derive_seed, select,
};
use item_bank::{
    Bank, Item, PathwayCode, RawAnswer, SkillCode, Template, TemplateRef, instantiate,
};
use store::GradedResponse;

use super::answers;
use super::people::DemoStudent;
use super::random::Dice;
use crate::ids;
use crate::model::Model;
use crate::practice::clock_offset::Offset;
use crate::practice::grade::{Arrival, grade, rungs};

pub(super) const DAY_MS: i64 = 86_400_000;
/// Days back to the earliest session.
const DAYS: i64 = 20;
/// Items of one session, fewest and most.
const SESSION: (usize, usize) = (4, 8);
/// Longer than any session takes.
const SESSION_MS: i64 = 40 * 60_000;

/// What every student of a class practises, looked up once.
#[derive(Debug)]
pub struct Course<'a> {
    pub(super) bank: &'a Bank,
    model: Model,
    skills: Vec<CourseSkill<'a>>,
    pub(super) now_ms: i64,
    /// Milliseconds after midnight UTC at which the class meets.
    pub(super) meets_ms: i64,
}

#[derive(Debug)]
struct CourseSkill<'a> {
    params: engine::SkillParams,
    prerequisites: Vec<usize>,
    assigned: Option<u32>,
    templates: Vec<&'a Template>,
    /// As the engine takes them: at their author's word.
    views: Vec<ItemParams>,
    /// As they are: hidden from everything but the simulated students.
    truth: Vec<ItemParams>,
}

impl<'a> Course<'a> {
    pub fn new(bank: &'a Bank, pathways: &[PathwayCode], now_ms: i64, meets_ms: i64) -> Self {
        let mut order: Vec<&SkillCode> = Vec::new();
        for code in pathways
            .iter()
            .filter_map(|p| bank.pathway(p))
            .flat_map(|p| &p.skills)
        {
            if !order.contains(&code) {
                order.push(code);
            }
        }
        let place = |code: &SkillCode| bank.skills().iter().position(|skill| skill.code == *code);
        let skills = bank.skills().iter().map(|skill| {
            let templates = bank.templates_of(&skill.code);
            // Whether luck helps shows in any one item of a template.
            let view = |t: &&Template| ItemParams {
                difficulty: t.difficulty.logits(),
                chance: instantiate(t, 0).map_or(0.0, |item| item.chance()),
            };
            let views: Vec<ItemParams> = templates.iter().map(view).collect();
            let truth = templates
                .iter()
                .zip(&views)
                .map(|(template, view)| ItemParams {
                    difficulty: view.difficulty + offset(template),
                    ..*view
                });
            CourseSkill {
                params: skill.params,
                prerequisites: skill.prerequisites.iter().filter_map(place).collect(),
                assigned: order
                    .iter()
                    .position(|c| **c == skill.code)
                    .map(|n| n as u32),
                truth: truth.collect(),
                views,
                templates,
            }
        });
        Self {
            bank,
            model: Model::of_content(),
            skills: skills.collect(),
            now_ms,
            meets_ms,
        }
    }

    /// Everything this student answered up to now, in order.
    pub fn practise(&self, student: &DemoStudent, seed: u64) -> Vec<GradedResponse> {
        let mut person = Person {
            course: self,
            student,
            dice: Dice::new(seed),
            mind: SimulatedStudent::new(
                seed ^ 0x5eed,
                self.skills.len(),
                student.pace,
                student.asks,
            ),
            states: self
                .skills
                .iter()
                .map(|skill| SkillState::new(&skill.params))
                .collect(),
            ability: Ability::new(&self.model.prior),
            recent: Vec::new(),
            device: DeviceId(ids::from_parts(self.now_ms - 60 * DAY_MS, seed_bytes(seed))),
            count: 0,
            done: Vec::new(),
        };
        let assigned = self
            .skills
            .iter()
            .filter(|skill| skill.assigned.is_some())
            .count();
        let mut items = (student.effort * assigned as f64).round() as usize;
        for starts_ms in self.sessions(&mut person.dice, items) {
            let share = person.dice.between(SESSION.0, SESSION.1).min(items);
            items -= share;
            person.session(starts_ms, share);
        }
        person.done
    }

    /// Starts of so many sessions as the items need, on the last school days, every other day or
    /// so, in the time of the class.
    fn sessions(&self, dice: &mut Dice, items: usize) -> Vec<i64> {
        let today = self.now_ms.div_euclid(DAY_MS);
        let mut starts = Vec::new();
        for day in (today - DAYS..=today).rev() {
            // Day 0 of the epoch was a Thursday; Saturday and Sunday are 2 and 3 days later.
            let weekend = matches!(day.rem_euclid(7), 2 | 3);
            let starts_ms = day * DAY_MS + self.meets_ms + dice.below(600) as i64 * 1_000;
            let over = starts_ms + SESSION_MS >= self.now_ms;
            if starts.len() * SESSION.0 >= items {
                break;
            }
            if !weekend && !over && dice.chance() < 0.6 {
                starts.push(starts_ms);
            }
        }
        starts.reverse();
        starts
    }
}

/// How far a template is from its author's word, in logits: authors are right on the whole and off
/// by some half a logit in the single case. The same in every demo district.
fn offset(template: &Template) -> f64 {
    const SPREAD: f64 = 0.45;
    let word = derive_seed(0, template.id.as_str(), 0);
    let dice = &mut Dice::new(u64::from(word));
    dice.normal() * SPREAD
}

struct Person<'c, 'a> {
    course: &'c Course<'a>,
    student: &'c DemoStudent,
    dice: Dice,
    mind: SimulatedStudent,
    states: Vec<SkillState>,
    ability: Ability,
    recent: Vec<Recent>,
    device: DeviceId,
    count: u32,
    done: Vec<GradedResponse>,
}

impl Person<'_, '_> {
    fn session(&mut self, starts_ms: i64, items: usize) {
        let mut at_ms = starts_ms;
        for _ in 0..items {
            if at_ms >= self.course.now_ms || !self.one_item(&mut at_ms) {
                return;
            }
        }
    }

    /// Chooses an item, answers it until it is right, and says whether there was one to choose.
    fn one_item(&mut self, at_ms: &mut i64) -> bool {
        let day = SchoolDay::from_epoch_ms(*at_ms);
        let Some((skill, template, review)) = self.choose(day) else {
            return false;
        };
        let chosen = &self.course.skills[skill];
        let truth = chosen.truth[template];
        let template_index = template;
        let template = chosen.templates[template];
        // never a seed that a device would draw for this student: the same item again does not count
        let seed = derive_seed(
            self.student.id.0.as_u128(),
            &format!("history of {}", template.id),
            self.count,
        );
        self.count += 1;
        self.recent.push(Recent {
            skill,
            template: template_index,
            review,
        });
        let Ok(item) = instantiate(template, seed) else {
            return true;
        };

        if let Some(last) = self.states[skill].last_day {
            self.mind
                .forget(skill, &chosen.params, day.days_since(last));
        }
        let emission = chosen.params.emission(self.student.ability, &truth);
        let (correct, help) = self
            .mind
            .answer(skill, &chosen.params, emission, rungs(&item));
        let bridge = self.opens_bridge();
        let asked = Asked {
            reference: TemplateRef {
                id: template.id.clone(),
                version: template.version,
            },
            item,
            skill,
            hints: help.depth,
            bridge,
        };
        let forgets_the_form = correct && self.dice.chance() < 0.06;
        if let Some(answer) = answers::almost(&asked.item).filter(|_| forgets_the_form) {
            self.give(&asked, answer, 1, at_ms);
        }
        let first = if correct {
            answers::right(&asked.item)
        } else {
            answers::wrong(&asked.item, &mut self.dice)
        };
        let Some(first) = first else { return true };
        self.give(&asked, first, 1, at_ms);
        if !correct {
            // Most put it right at the second try; the rest read the solution and go on.
            if let Some(answer) = answers::right(&asked.item).filter(|_| self.dice.chance() < 0.7) {
                self.give(&asked, answer, 2, at_ms);
            }
        }
        true
    }

    fn choose(&self, today: SchoolDay) -> Option<(usize, usize, bool)> {
        let skills: Vec<SkillView<'_>> = self
            .course
            .skills
            .iter()
            .zip(&self.states)
            .map(|(skill, state)| SkillView {
                params: skill.params,
                state: *state,
                prerequisites: &skill.prerequisites,
                assigned: skill.assigned,
                placed_out: false,
                templates: &skill.views,
            })
            .collect();
        let pick = select(&Selection {
            skills: &skills,
            recent: &self.recent,
            pins: &[],
            ability: self.ability,
            rule: engine::MasteryRule::default(),
            zone: Zone::default(),
            rest: engine::REST,
            today,
            seed: derive_seed(self.student.id.0.as_u128(), "selection", self.count),
        });
        let pick = pick.ok()?;
        Some((
            pick.skill,
            pick.template,
            matches!(pick.reason, Reason::Review { .. }),
        ))
    }

    /// Only where the bank has the language; the less English, the more often.
    fn opens_bridge(&mut self) -> bool {
        let Some(tag) = &self.student.home_language else {
            return false;
        };
        let often = match self.student.support {
            SupportLevel::Emerging => 0.85,
            SupportLevel::Expanding => 0.5,
            SupportLevel::Bridging => 0.15,
            SupportLevel::Exited | SupportLevel::None => 0.0,
        };
        self.course.bank.language(tag).is_some() && self.dice.chance() < often
    }

    /// One answer, through the server's own grading.
    fn give(&mut self, asked: &Asked, answer: RawAnswer, attempt: u8, at_ms: &mut i64) {
        let elapsed_ms = self.dice.between(6_000, 75_000) as u32;
        *at_ms += i64::from(elapsed_ms);
        let received_at_ms = *at_ms + 300;
        let record = ResponseRecord {
            id: ResponseId(ids::from_parts(*at_ms, self.dice.bytes())),
            template: asked.reference.clone(),
            seed: asked.item.seed,
            attempt,
            answer,
            hints: asked.hints,
            bridge: asked.bridge,
            answered_at_ms: *at_ms,
            elapsed_ms,
        };
        *at_ms += self.dice.between(2_000, 9_000) as i64;
        let offset = Offset::new(received_at_ms, received_at_ms);
        let arrival = Arrival {
            device: self.device,
            received_at_ms,
            offset,
        };
        let Ok(graded) = grade(self.course.bank, &self.course.model, &arrival, record) else {
            return;
        };
        if let Some(scored) = &graded.scored {
            self.states[asked.skill].observe(
                &scored.params,
                &mut self.ability,
                &scored.prior,
                &scored.observation(),
            );
        }
        self.done.push(graded);
    }
}

struct Asked {
    reference: TemplateRef,
    item: Item,
    skill: usize,
    hints: u8,
    bridge: bool,
}

fn seed_bytes(seed: u64) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes
}

#[cfg(test)]
mod tests;
