//! The robust evaluation matrix: every policy under every model of the student.

use engine::{Ability, AbilityPrior};
use rayon::prelude::*;
use serde::Serialize;

use crate::policy::{End, Policy, Stop, Tutored, judge};
use crate::population::{CALIBRATED, Learner, SKILLS, Skill, Third};
use crate::simulator::{Path, Run, Simulator};
use crate::training::train;

/// Skills that each student meets, one after the other.
pub const SKILLS_EACH: u64 = 12;
/// Students are counted in this many batches, whose spread gives the error of each figure.
const BATCHES: u64 = 48;

/// What to simulate.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Student-skill runs for each simulator, rounded up to whole students in equal batches.
    pub runs: u64,
    pub seed: u64,
    /// `None`: as many as the machine has. The result is the same, bit for bit.
    pub threads: Option<usize>,
    pub policies: Vec<Policy>,
    pub simulators: Vec<Simulator>,
    /// Students from whose answers the tutor learns its parameters, for each simulator.
    pub training_students: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            runs: 120_000,
            seed: 2026,
            threads: None,
            policies: Policy::report(),
            simulators: Simulator::ALL.to_vec(),
            training_students: 500,
        }
    }
}

/// Why nothing could be simulated.
#[derive(Debug, thiserror::Error)]
pub enum InvalidOptions {
    #[error("the number of runs is 0: ask for at least 1")]
    NoRuns,
    #[error("no policy to judge: name at least one")]
    NoPolicy,
    #[error("no model of the student: name at least one")]
    NoSimulator,
    #[error("no training students: the tutor needs answers to learn its parameters from")]
    NoTraining,
    #[error("{0} threads cannot be started: {1}")]
    Threads(usize, rayon::ThreadPoolBuildError),
}

/// How far a simulation is: batches done, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: u64,
    pub of: u64,
}

/// Whom a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    All,
    /// Thirds by the learner's own rate of learning.
    Slow,
    Middle,
    Fast,
    /// Simulated: they slip more on wordy items and know as much. An assumption, not a finding.
    EnglishLearners,
    Others,
}

impl Group {
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Slow,
        Self::Middle,
        Self::Fast,
        Self::EnglishLearners,
        Self::Others,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Slow => "slow third",
            Self::Middle => "middle third",
            Self::Fast => "fast third",
            Self::EnglishLearners => "English learners",
            Self::Others => "others",
        }
    }
}

/// What a policy did to a group. All but `runs`, `items` and `lag` are shares or probabilities.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Outcome {
    pub group: Group,
    pub runs: u64,
    /// Effort: items practised.
    pub items: f64,
    /// Under-practice: not at true mastery when practice stopped, for whatever reason.
    pub unmastered: f64,
    /// Of all runs: let go as if mastered, and not at mastery.
    pub released_unmastered: f64,
    /// Over-practice: items given after true mastery, over runs that ended there; `None` if none.
    pub lag: Option<f64>,
    /// P(right) on an unseen item, at once and after 30 days.
    pub post_test: f64,
    pub delayed_test: f64,
    pub handed_over: f64,
    pub capped: f64,
}

/// One policy under one simulator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    pub policy: Policy,
    pub policy_name: String,
    pub simulator: Simulator,
    /// In the order of [`Group::ALL`].
    pub outcomes: Vec<Outcome>,
    /// The group with most under-practice.
    pub worst: Group,
    #[serde(skip)]
    pub(crate) batches: Vec<[Tally; 6]>,
}

impl Cell {
    pub fn of(&self, group: Group) -> &Outcome {
        &self.outcomes[group as usize]
    }

    pub fn worst(&self) -> &Outcome {
        self.of(self.worst)
    }
}

/// The result of [`run`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Matrix {
    pub runs: u64,
    pub seed: u64,
    pub policies: Vec<Policy>,
    pub simulators: Vec<Simulator>,
    /// Simulator by simulator, in each policy by policy.
    pub cells: Vec<Cell>,
}

impl Matrix {
    pub fn cell(&self, policy: Policy, simulator: Simulator) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|cell| cell.policy == policy && cell.simulator == simulator)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub runs: f64,
    pub items: f64,
    pub unmastered: f64,
    released_unmastered: f64,
    lag: f64,
    post: f64,
    delayed: f64,
    handed: f64,
    capped: f64,
}

impl Tally {
    fn count(&mut self, path: &Path, stop: Stop) {
        let lag = path.lag(stop.items);
        let one = |yes| if yes { 1.0 } else { 0.0 };
        self.runs += 1.0;
        self.items += stop.items as f64;
        self.unmastered += one(lag.is_none());
        self.released_unmastered += one(lag.is_none() && stop.end == End::Released);
        self.lag += lag.unwrap_or(0) as f64;
        self.post += path.post[stop.items];
        self.delayed += path.delayed[stop.items];
        self.handed += one(stop.end == End::HandedOver);
        self.capped += one(stop.end == End::Capped);
    }

    fn add(&mut self, other: &Self) {
        self.runs += other.runs;
        self.items += other.items;
        self.unmastered += other.unmastered;
        self.released_unmastered += other.released_unmastered;
        self.lag += other.lag;
        self.post += other.post;
        self.delayed += other.delayed;
        self.handed += other.handed;
        self.capped += other.capped;
    }

    fn outcome(&self, group: Group) -> Outcome {
        let runs = self.runs.max(1.0);
        let mastered = self.runs - self.unmastered;
        Outcome {
            group,
            runs: self.runs as u64,
            items: self.items / runs,
            unmastered: self.unmastered / runs,
            released_unmastered: self.released_unmastered / runs,
            lag: (mastered > 0.0).then(|| self.lag / mastered),
            post_test: self.post / runs,
            delayed_test: self.delayed / runs,
            handed_over: self.handed / runs,
            capped: self.capped / runs,
        }
    }
}

/// Simulates every policy under every simulator. `progress` is called from many threads.
pub fn run(
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Matrix, InvalidOptions> {
    for (missing, error) in [
        (options.runs == 0, InvalidOptions::NoRuns),
        (options.policies.is_empty(), InvalidOptions::NoPolicy),
        (options.simulators.is_empty(), InvalidOptions::NoSimulator),
        (options.training_students == 0, InvalidOptions::NoTraining),
    ] {
        if missing {
            return Err(error);
        }
    }
    let Some(threads) = options.threads else {
        return Ok(compute(options, progress));
    };
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map(|pool| pool.install(|| compute(options, progress)))
        .map_err(|error| InvalidOptions::Threads(threads, error))
}

fn compute(options: &Options, progress: &(dyn Fn(Progress) + Sync)) -> Matrix {
    let skills = CALIBRATED.skills();
    let per_batch = options.runs.div_ceil(SKILLS_EACH * BATCHES);
    let done = std::sync::atomic::AtomicU64::new(0);
    let of = BATCHES * options.simulators.len() as u64;
    let mut cells = Vec::new();
    for &simulator in &options.simulators {
        let tutored = train(simulator, &skills, options.seed, options.training_students);
        let batches: Vec<Vec<[Tally; 6]>> = (0..BATCHES)
            .into_par_iter()
            .map(|batch| {
                let mut tallies = vec![[Tally::default(); 6]; options.policies.len()];
                for student in batch * per_batch..(batch + 1) * per_batch {
                    follow(options, simulator, &skills, &tutored, student, &mut tallies);
                }
                let done = 1 + done.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                progress(Progress { done, of });
                tallies
            })
            .collect();
        for (p, &policy) in options.policies.iter().enumerate() {
            cells.push(cell(
                policy,
                simulator,
                batches.iter().map(|b| b[p]).collect(),
            ));
        }
    }
    Matrix {
        runs: per_batch * BATCHES * SKILLS_EACH,
        seed: options.seed,
        policies: options.policies.clone(),
        simulators: options.simulators.clone(),
        cells,
    }
}

/// One student through all their skills, under every policy.
fn follow(
    options: &Options,
    simulator: Simulator,
    skills: &[Skill],
    tutored: &[Tutored],
    student: u64,
    tallies: &mut [[Tally; 6]],
) {
    let learner = Learner::of(options.seed, student);
    let third = match learner.third() {
        Third::Slow => Group::Slow,
        Third::Middle => Group::Middle,
        Third::Fast => Group::Fast,
    };
    let language = if learner.english_learner {
        Group::EnglishLearners
    } else {
        Group::Others
    };
    let prior = AbilityPrior::default();
    let mut abilities = vec![Ability::new(&prior); options.policies.len()];
    for turn in 0..SKILLS_EACH {
        // strides coprime to 63, so that no skill comes twice and all come equally often
        let stride = [5, 11, 17, 25, 31][(student / SKILLS as u64 % 5) as usize];
        let number = ((student + turn * stride) % SKILLS as u64) as usize;
        let path = Run {
            simulator,
            seed: options.seed,
            student,
            learner,
            skill: &skills[number],
            number: number as u32,
        }
        .path();
        for ((tallies, &policy), ability) in tallies
            .iter_mut()
            .zip(&options.policies)
            .zip(&mut abilities)
        {
            let stop = judge(policy, &tutored[number], ability, &path);
            for group in [Group::All, third, language] {
                tallies[group as usize].count(&path, stop);
            }
        }
    }
}

fn cell(policy: Policy, simulator: Simulator, batches: Vec<[Tally; 6]>) -> Cell {
    let outcomes: Vec<Outcome> = Group::ALL
        .into_iter()
        .map(|group| {
            let mut sum = Tally::default();
            for batch in &batches {
                sum.add(&batch[group as usize]);
            }
            sum.outcome(group)
        })
        .collect();
    let worst = outcomes
        .iter()
        .max_by(|a, b| a.unmastered.total_cmp(&b.unmastered))
        .map_or(Group::All, |o| o.group);
    Cell {
        policy,
        policy_name: policy.name(),
        simulator,
        outcomes,
        worst,
        batches,
    }
}
