//! An update of one estimate, a selection over 500 skills with 5,000 templates, and a step of a
//! placement check.

use std::hint::black_box;
use std::time::Instant;

use engine::place::{Check, Placement, PlacementRules, Step};
use engine::simulate::District;
use engine::{
    Ability, AbilityPrior, Help, ItemParams, Observation, SchoolDay, Selector, SkillParams,
    SkillState, SkillView,
};
use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::statistics::median;

const SKILLS: usize = 500;
const TEMPLATES: usize = 10;
const ROUNDS: usize = 15;
const UPDATES: u32 = 200_000;
const SELECTIONS: u32 = 300;
/// As many as a class is checked on before a unit or two.
const PLACED: usize = 60;

pub fn run() {
    let plain: Vec<f64> = (0..ROUNDS).map(|_| update_ns(&plain())).collect();
    let able: Vec<f64> = (0..ROUNDS).map(|_| update_ns(&sloped())).collect();
    let selections: Vec<f64> = (0..ROUNDS).map(|_| selection_us()).collect();
    let steps: Vec<f64> = (0..ROUNDS).map(|_| placement_ms(PLACED)).collect();
    let long_steps: Vec<f64> = (0..3).map(|_| placement_ms(SKILLS)).collect();
    println!(
        "{}",
        serde_json::json!({
            "update_ns": median(&plain),
            "update_ability_ns": median(&able),
            "selection_us": median(&selections),
            "placement_step_ms": median(&steps),
            "placement_step_500_ms": median(&long_steps),
            "skills": SKILLS,
            "templates": SKILLS * TEMPLATES,
        })
    );
}

fn plain() -> SkillParams {
    SkillParams {
        prior: 0.3,
        learn: 0.12,
        guess: 0.08,
        slip: 0.07,
        forget: 0.004,
        forget_daily: 0.002,
        guess_slope: 0.0,
        slip_slope: 0.0,
    }
}

/// The default model: guess and slip know the student's ability and the item's difficulty.
fn sloped() -> SkillParams {
    SkillParams {
        guess_slope: 0.9,
        slip_slope: 1.1,
        ..plain()
    }
}

fn items() -> Vec<ItemParams> {
    (0..TEMPLATES)
        .map(|n| ItemParams {
            difficulty: n as f64 / 4.0 - 1.1,
            chance: if n % 4 == 3 { 0.25 } else { 0.0 },
        })
        .collect()
}

/// Nanoseconds for one response: the observation folded in, on the day after the one before.
fn update_ns(params: &SkillParams) -> f64 {
    let items = items();
    let mut rng = Pcg64Mcg::seed_from_u64(7);
    let seen: Vec<Observation> = (0..1024)
        .map(|n| Observation {
            correct: rng.next_u32() % 10 < 7,
            item: items[n as usize % items.len()],
            help: Help {
                depth: (n % 3) as u8,
                of: 3,
            },
            bridged: n % 5 == 0,
            day: SchoolDay(n / 4),
        })
        .collect();
    let prior = AbilityPrior::default();
    let mut state = SkillState::new(params);
    let mut ability = Ability::new(&prior);
    let start = Instant::now();
    for n in 0..UPDATES as usize {
        let seen = black_box(&seen[n % seen.len()]);
        black_box(state.observe(black_box(params), &mut ability, &prior, seen));
    }
    black_box((&state, &ability));
    start.elapsed().as_secs_f64() * 1e9 / f64::from(UPDATES)
}

/// Microseconds for one choice over a graph as wide and deep as a district's grades.
fn selection_us() -> f64 {
    let district = District::new(SKILLS, TEMPLATES);
    let mut selector = Selector::default();
    let start = Instant::now();
    black_box(district.pick(&mut selector, SELECTIONS));
    start.elapsed().as_secs_f64() * 1e6 / f64::from(SELECTIONS)
}

/// Milliseconds for the choice of a question and the taking in of its answer, over a check of so
/// many skills in levels of six, each with two prerequisites from the level before.
fn placement_ms(skills: usize) -> f64 {
    let graph: Vec<Vec<usize>> = (0..skills)
        .map(|skill| match (skill / 6).checked_sub(1) {
            None => Vec::new(),
            Some(before) => vec![before * 6 + skill % 6, before * 6 + (skill + 1) % 6],
        })
        .collect();
    let items = items();
    let views: Vec<SkillView<'_>> = graph
        .iter()
        .map(|prerequisites| SkillView {
            params: sloped(),
            state: SkillState::new(&sloped()),
            prerequisites,
            assigned: Some(0),
            placed_out: false,
            templates: &items,
        })
        .collect();
    let prior = AbilityPrior::default();
    let mut placement = Placement::new(Check {
        skills: &views,
        ability: Ability::new(&prior),
        prior,
        rules: PlacementRules::default(),
        today: SchoolDay(200),
        seed: 5,
    });
    let mut steps = 0;
    let start = Instant::now();
    while let Step::Ask(question) = placement.step() {
        placement.answer(question.skill, question.template, steps % 2 == 0);
        steps += 1;
    }
    assert!(steps > 0, "there is something to ask");
    black_box(placement.result());
    start.elapsed().as_secs_f64() * 1e3 / f64::from(steps)
}
