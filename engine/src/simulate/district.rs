//! A graph as wide and deep as a district's grades, to time selection on.

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::{
    Ability, AbilityPrior, Help, ItemParams, MasteryRule, Observation, REST, Recent, SchoolDay,
    Selection, Selector, SkillParams, SkillState, SkillView, Zone,
};

const TODAY: SchoolDay = SchoolDay(200);

/// Skills with three prerequisites each, all assigned: the first third mastered and some of it
/// fading, the rest under way.
#[derive(Clone, Debug)]
pub struct District {
    graph: Vec<Vec<usize>>,
    items: Vec<ItemParams>,
    states: Vec<SkillState>,
    recent: Vec<Recent>,
}

impl District {
    /// With so many templates for each skill.
    pub fn new(skills: usize, templates: usize) -> Self {
        let before = |skill: usize| {
            let back = [1, 7, 30].into_iter();
            back.filter_map(move |by| skill.checked_sub(by)).collect()
        };
        let item = |n: usize| ItemParams {
            difficulty: n as f64 / 4.0 - 1.1,
            chance: if n % 4 == 3 { 0.25 } else { 0.0 },
        };
        let mut rng = Pcg64Mcg::seed_from_u64(11);
        let recent = |n: usize| Recent {
            skill: skills / 3 - 6 + n % 4,
            template: n % 3,
            review: false,
        };
        Self {
            graph: (0..skills).map(before).collect(),
            items: (0..templates).map(item).collect(),
            states: (0..skills)
                .map(|skill| state(skill < skills / 3, &mut rng))
                .collect(),
            recent: (0..20).map(recent).collect(),
        }
    }

    /// Picks so many times, each with a seed of its own, and gives the sum of the skills picked.
    pub fn pick(&self, selector: &mut Selector, times: u32) -> usize {
        let params = params();
        let views: Vec<SkillView<'_>> = (0..self.states.len())
            .map(|skill| SkillView {
                params,
                state: self.states[skill],
                prerequisites: &self.graph[skill],
                assigned: Some(skill as u32),
                placed_out: false,
                templates: &self.items,
            })
            .collect();
        let pick = |seed| {
            selector.pick(&Selection {
                skills: &views,
                recent: &self.recent,
                pins: &[],
                ability: Ability::new(&AbilityPrior::default()),
                rule: MasteryRule::default(),
                zone: Zone::default(),
                rest: REST,
                today: TODAY,
                seed,
            })
        };
        // there is always something to practise here
        let picks = (0..times).map(pick).filter_map(Result::ok);
        picks.map(|pick| pick.skill).sum()
    }
}

/// The default model.
fn params() -> SkillParams {
    SkillParams {
        prior: 0.3,
        learn: 0.12,
        guess: 0.08,
        slip: 0.07,
        forget: 0.004,
        forget_daily: 0.002,
        guess_slope: 0.9,
        slip_slope: 1.1,
    }
}

fn state(mastered: bool, rng: &mut Pcg64Mcg) -> SkillState {
    let (params, prior) = (params(), AbilityPrior::default());
    let (mut state, mut ability) = (SkillState::new(&params), Ability::new(&prior));
    let practised = if mastered { 12 } else { rng.next_u32() % 5 };
    for _ in 0..practised {
        let seen = Observation {
            correct: mastered || rng.next_u32().is_multiple_of(2),
            item: ItemParams::default(),
            help: Help { depth: 0, of: 3 },
            bridged: false,
            day: SchoolDay(TODAY.0 - (rng.next_u32() % 40) as i32),
        };
        state.observe(&params, &mut ability, &prior, &seen);
    }
    state
}
