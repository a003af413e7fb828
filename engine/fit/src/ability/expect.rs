//! The E-step of one skill: what its responses say of the hidden state, abilities held fixed.

use engine::{SkillParams, bkt};

use super::online::helped;
use super::skill_data::SkillData;

/// P(known) is kept this far from certainty, so that no logarithm meets 0.
const EDGE: f64 = 1e-12;

/// Weighted successes of weighted trials.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub successes: f64,
    pub trials: f64,
}

/// Gradient and Fisher information of a line `a + b x` on the logit scale.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Line {
    pub gradient: [f64; 2],
    /// aa, ab, bb
    pub information: [f64; 3],
}

impl Line {
    fn add(&mut self, x: f64, score: f64, information: f64) {
        self.gradient[0] += score;
        self.gradient[1] += score * x;
        self.information[0] += information;
        self.information[1] += information * x;
        self.information[2] += information * x * x;
    }
}

/// Expected counts of one skill.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts {
    pub log_likelihood: f64,
    pub known: Tally,
    pub learn: Tally,
    pub forget: Tally,
    /// Trials are days at risk.
    pub forget_daily: Tally,
    pub guess: Line,
    pub right: Line,
    /// Gradient and information of each item's difficulty.
    pub items: Vec<(f64, f64)>,
}

/// What the backward pass needs of the forward pass.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// P(known | answers up to this one).
    filtered: f64,
    guess: f64,
    right: f64,
}

/// One skill with its parameters, abilities by row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub data: &'a SkillData,
    pub params: &'a SkillParams,
    pub difficulties: &'a [f64],
    pub abilities: &'a [f64],
    /// Weight of each student in the data set; all 1 when `None`.
    pub weights: Option<&'a [f64]>,
}

/// Expected counts given the parameters; the likelihood is that of the parameters given.
pub(crate) fn expect(view: &View<'_>) -> Counts {
    let mut counts = Counts {
        items: vec![(0.0, 0.0); view.difficulties.len()],
        ..Counts::default()
    };
    let mut steps: Vec<Step> = Vec::new();
    for (owner, range) in view.data.sequences() {
        let weight = view.weights.map_or(1.0, |of| of[owner as usize]);
        if weight > 0.0 {
            forward(view, range.clone(), weight, &mut counts, &mut steps);
            backward(view, range.start, weight, &mut counts, &steps);
        }
    }
    counts
}

fn forward(
    view: &View<'_>,
    range: std::ops::Range<usize>,
    weight: f64,
    counts: &mut Counts,
    steps: &mut Vec<Step>,
) {
    let params = view.params;
    steps.clear();
    let mut known = params.prior;
    for n in range {
        let row = &view.data.rows[n];
        if n > 0 && !steps.is_empty() {
            known *= kept(params, row.days);
        }
        let item = row.params(view.difficulties);
        let emission = helped(params.emission(view.abilities[n], &item), row.help);
        let (guess, right) = (emission.guess, 1.0 - emission.slip);
        let filtered = if row.help >= 1.0 {
            known
        } else {
            let (if_known, if_not) = if row.correct {
                (known * right, (1.0 - known) * guess)
            } else {
                (known * emission.slip, (1.0 - known) * (1.0 - guess))
            };
            let total = if_known + if_not;
            counts.log_likelihood += weight * total.ln();
            (if_known / total).clamp(EDGE, 1.0 - EDGE)
        };
        steps.push(Step {
            filtered,
            guess,
            right,
        });
        known = filtered * (1.0 - params.forget) + (1.0 - filtered) * params.learn;
    }
}

fn backward(view: &View<'_>, start: usize, weight: f64, counts: &mut Counts, steps: &[Step]) {
    let params = view.params;
    let mut known = 0.0;
    for (n, step) in steps.iter().enumerate().rev() {
        known = if n + 1 == steps.len() {
            step.filtered
        } else {
            let days = view.data.rows[start + n + 1].days;
            smooth(params, step.filtered, known, days, weight, counts)
        };
        emit(view, start + n, *step, known, weight, counts);
    }
    counts.known.successes += weight * known;
    counts.known.trials += weight;
}

/// P(known before the transition | all answers), from that after it; and the transition's counts.
fn smooth(
    params: &SkillParams,
    filtered: f64,
    next: f64,
    days: u32,
    weight: f64,
    counts: &mut Counts,
) -> f64 {
    let learned = filtered * (1.0 - params.forget) + (1.0 - filtered) * params.learn;
    let kept = kept(params, days);
    let arrives = learned * kept;
    // known at night, and gone by the morning of the next answer
    let faded = if kept < 1.0 {
        (1.0 - next) * learned * (1.0 - kept) / (1.0 - arrives)
    } else {
        0.0
    };
    if days > 0 && params.forget_daily > 0.0 {
        let span = f64::from(days);
        // a fade within the span happened this many days in, on average
        let until = 1.0 / params.forget_daily - span * kept / (1.0 - kept);
        counts.forget_daily.successes += weight * faded;
        counts.forget_daily.trials += weight * (next * span + faded * until);
    }
    let evening = next + faded;
    let by_learning = if learned > 0.0 {
        (1.0 - filtered) * params.learn / learned * evening
    } else {
        0.0
    };
    let by_forgetting = if learned < 1.0 {
        filtered * params.forget / (1.0 - learned) * (1.0 - evening)
    } else {
        0.0
    };
    let known = (evening - by_learning + by_forgetting).clamp(0.0, 1.0);
    counts.learn.successes += weight * by_learning;
    counts.learn.trials += weight * (1.0 - known);
    counts.forget.successes += weight * by_forgetting;
    counts.forget.trials += weight * known;
    known
}

fn emit(view: &View<'_>, n: usize, step: Step, known: f64, weight: f64, counts: &mut Counts) {
    let row = &view.data.rows[n];
    if row.help >= 1.0 {
        return;
    }
    let params = view.params;
    let x = view.abilities[n] - view.difficulties[row.item as usize];
    let outcome = f64::from(u8::from(row.correct));
    let of_item = &mut counts.items[row.item as usize];

    let score = weight * known * (outcome - step.right);
    let information = weight * known * step.right * (1.0 - step.right);
    counts.right.add(x, score, information);
    of_item.0 -= params.slip_slope * score;
    of_item.1 += params.slip_slope * params.slip_slope * information;

    // A guess that was raised by help, or held down by the slip, says nothing of its own line.
    if row.help == 0.0 && step.guess < step.right {
        let guess = step.guess;
        let open = (guess - row.chance) / (1.0 - row.chance);
        let by_logit = (1.0 - guess) * open;
        let spread = guess * (1.0 - guess);
        let score = weight * (1.0 - known) * (outcome - guess) * by_logit / spread;
        let information = weight * (1.0 - known) * by_logit * by_logit / spread;
        counts.guess.add(x, score, information);
        of_item.0 -= params.guess_slope * score;
        of_item.1 += params.guess_slope * params.guess_slope * information;
    }
}

/// Share of what was known that is still known after `days`.
fn kept(params: &SkillParams, days: u32) -> f64 {
    if days == 0 || params.forget_daily == 0.0 {
        return 1.0;
    }
    bkt::to_probability(bkt::fade(1e15, params.forget_daily, days))
}
