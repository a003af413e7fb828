//! An update of one estimate, and a selection over 500 skills.

use std::hint::black_box;
use std::time::Instant;

use engine::{
    Difficulty, Help, MasteryRule, Observation, Recent, SchoolDay, Selection, SkillParams,
    SkillState, SkillView, TemplateView, Zone, emission_for, select,
};
use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::statistics::median;

const SKILLS: usize = 500;
const ROUNDS: usize = 15;
const UPDATES: u32 = 200_000;
const SELECTIONS: u32 = 300;

pub fn run() {
    let updates: Vec<f64> = (0..ROUNDS).map(|_| update_ns()).collect();
    let selections: Vec<f64> = (0..ROUNDS).map(|_| selection_us()).collect();
    println!(
        "{}",
        serde_json::json!({
            "update_ns": median(&updates),
            "selection_us": median(&selections),
            "skills": SKILLS,
        })
    );
}

fn params() -> SkillParams {
    SkillParams {
        prior: 0.3,
        learn: 0.12,
        guess: 0.08,
        slip: 0.07,
        forget: 0.004,
    }
}

/// Nanoseconds for one response: the observation folded in, on the day after the one before.
fn update_ns() -> f64 {
    let params = params();
    let emission = emission_for(&params, Difficulty::Medium, 0.0);
    let mut rng = Pcg64Mcg::seed_from_u64(7);
    let seen: Vec<Observation> = (0..1024)
        .map(|n| Observation {
            correct: rng.next_u32() % 10 < 7,
            emission,
            help: Help {
                depth: (n % 3) as u8,
                of: 3,
            },
            bridged: n % 5 == 0,
            day: SchoolDay(n / 4),
        })
        .collect();
    let mut state = SkillState::new(&params);
    let start = Instant::now();
    for n in 0..UPDATES as usize {
        black_box(state.observe(black_box(&params), black_box(&seen[n % seen.len()])));
    }
    black_box(&state);
    start.elapsed().as_secs_f64() * 1e9 / f64::from(UPDATES)
}

/// Microseconds for one choice over a graph as wide and deep as a district's two grades.
fn selection_us() -> f64 {
    let mut rng = Pcg64Mcg::seed_from_u64(11);
    let graph: Vec<Vec<usize>> = (0..SKILLS)
        .map(|skill| {
            let before = |back: usize| skill.checked_sub(back);
            [before(1), before(7), before(30)]
                .into_iter()
                .flatten()
                .collect()
        })
        .collect();
    let templates: Vec<TemplateView> = [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard]
        .into_iter()
        .map(|difficulty| TemplateView {
            difficulty,
            chance: 0.0,
        })
        .collect();
    let today = SchoolDay(200);
    let params = params();
    let emission = emission_for(&params, Difficulty::Medium, 0.0);
    let skills: Vec<SkillView<'_>> = (0..SKILLS)
        .map(|skill| {
            let mut state = SkillState::new(&params);
            // the first third is mastered and some of it fades, the second is under way
            let practised = if skill < SKILLS / 3 {
                12
            } else {
                rng.next_u32() % 5
            };
            for _ in 0..practised {
                let day = SchoolDay(200 - (rng.next_u32() % 40) as i32);
                let correct = skill < SKILLS / 3 || rng.next_u32() % 2 == 0;
                let help = Help { depth: 0, of: 3 };
                let seen = Observation {
                    correct,
                    emission,
                    help,
                    bridged: false,
                    day,
                };
                state.observe(&params, &seen);
            }
            SkillView {
                params,
                state,
                prerequisites: &graph[skill],
                assigned: Some(skill as u32),
                templates: &templates,
            }
        })
        .collect();
    let recent: Vec<Recent> = (0..20)
        .map(|n| Recent {
            skill: 160 + n % 4,
            template: n % 3,
            review: false,
        })
        .collect();
    let start = Instant::now();
    for seed in 0..SELECTIONS {
        let choice = select(&Selection {
            skills: black_box(&skills),
            recent: &recent,
            rule: MasteryRule::default(),
            zone: Zone::default(),
            today,
            seed,
        });
        assert!(
            black_box(choice).is_ok(),
            "there is always something to practise here"
        );
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(SELECTIONS)
}
