//! How far the figures would move with other students.

use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::calibration::{BINS, BinSum, bin_of, ece_of};
use super::error::{indicator, nats, square};
use super::ranking::{PairCount, ascending};
use crate::Dataset;

/// 95 % of resamples lie in here.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// Percentile intervals (Efron 1979). Students are resampled, not responses: those of one student
/// belong together.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Intervals {
    pub resamples: usize,
    pub auc: Option<Interval>,
    pub rmse: Option<Interval>,
    pub log_loss: Option<Interval>,
    pub ece: Option<Interval>,
    pub bias: Option<Interval>,
}

/// What a response adds, in ascending order of its prediction.
#[derive(Clone, Copy)]
struct Ranked {
    predicted: f64,
    student: u32,
    correct: bool,
    /// The prediction is above the one before.
    above: bool,
}

/// What a student adds.
#[derive(Clone, Copy, Default)]
struct Sum {
    responses: f64,
    squares: f64,
    nats: f64,
    excess: f64,
}

struct Sample {
    auc: Option<f64>,
    rmse: f64,
    log_loss: f64,
    ece: Option<f64>,
    bias: f64,
}

/// Intervals from `resamples` draws of as many students as there are. The same seed gives the same
/// intervals on any number of threads.
pub fn bootstrap(dataset: &Dataset, predicted: &[f64], seed: u64, resamples: usize) -> Intervals {
    assert_eq!(
        dataset.responses.len(),
        predicted.len(),
        "one prediction a response"
    );
    let (sums, student_of) = by_student(dataset, predicted);
    let ranked = ranked(dataset, predicted, &student_of);
    let samples: Vec<Sample> = (0..resamples as u64)
        .into_par_iter()
        .map_init(
            || vec![0_u32; sums.len()],
            |weights, number| {
                draw(weights, seed, number);
                sample(weights, &sums, &ranked)
            },
        )
        .collect();
    let interval = |of: &dyn Fn(&Sample) -> Option<f64>| percentile(samples.iter().filter_map(of));
    Intervals {
        resamples,
        auc: interval(&|sample| sample.auc),
        rmse: interval(&|sample| Some(sample.rmse)),
        log_loss: interval(&|sample| Some(sample.log_loss)),
        ece: interval(&|sample| sample.ece),
        bias: interval(&|sample| Some(sample.bias)),
    }
}

fn by_student(dataset: &Dataset, predicted: &[f64]) -> (Vec<Sum>, Vec<u32>) {
    let mut sums = Vec::new();
    let mut student_of = Vec::with_capacity(predicted.len());
    let mut rest = predicted;
    for responses in dataset.by_student() {
        let (of_student, after) = rest.split_at(responses.len());
        rest = after;
        let mut sum = Sum::default();
        for (response, p) in responses.iter().zip(of_student) {
            sum.responses += 1.0;
            sum.squares += square(response.correct, *p);
            sum.nats += nats(response.correct, *p);
            sum.excess += p - indicator(response.correct);
            student_of.push(sums.len() as u32);
        }
        sums.push(sum);
    }
    (sums, student_of)
}

fn ranked(dataset: &Dataset, predicted: &[f64], student_of: &[u32]) -> Vec<Ranked> {
    let mut before = None;
    ascending(predicted)
        .into_iter()
        .map(|at| {
            let at = at as usize;
            let p = predicted[at];
            let above = before.replace(p) != Some(p);
            Ranked {
                predicted: p,
                student: student_of[at],
                correct: dataset.responses[at].correct,
                above,
            }
        })
        .collect()
}

/// How often each student is drawn in resample `number`.
fn draw(weights: &mut [u32], seed: u64, number: u64) {
    // an odd multiplier spreads neighbouring numbers over the seeds (Steele, Lea & Flood 2014)
    let mixed = seed ^ number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut random = Pcg64Mcg::seed_from_u64(mixed);
    weights.fill(0);
    for _ in 0..weights.len() {
        weights[below(&mut random, weights.len())] += 1;
    }
}

/// A number below `n` by multiplication (Lemire 2019, without the rejection: the bias is n / 2^64).
/// Written out so that the draws do not change with a version of `rand`.
pub(crate) fn below(random: &mut Pcg64Mcg, n: usize) -> usize {
    ((u128::from(random.next_u64()) * n as u128) >> 64) as usize
}

fn sample(weights: &[u32], sums: &[Sum], ranked: &[Ranked]) -> Sample {
    let mut total = Sum::default();
    for (weight, sum) in weights.iter().zip(sums) {
        let weight = f64::from(*weight);
        total.responses += weight * sum.responses;
        total.squares += weight * sum.squares;
        total.nats += weight * sum.nats;
        total.excess += weight * sum.excess;
    }
    let mut pairs = PairCount::default();
    let mut tied = [0_u64; 2];
    let mut bins = [BinSum::default(); BINS];
    for response in ranked {
        if response.above {
            pairs.add_tied(tied[1], tied[0]);
            tied = [0; 2];
        }
        let weight = weights[response.student as usize];
        tied[usize::from(response.correct)] += u64::from(weight);
        let bin = &mut bins[bin_of(response.predicted)];
        bin.weight += f64::from(weight);
        bin.predicted += f64::from(weight) * response.predicted;
        bin.actual += f64::from(weight) * indicator(response.correct);
    }
    pairs.add_tied(tied[1], tied[0]);
    let n = total.responses;
    Sample {
        auc: pairs.auc(),
        rmse: (total.squares / n).sqrt(),
        log_loss: total.nats / n,
        ece: ece_of(&bins),
        bias: total.excess / n,
    }
}

/// The 2.5th and 97.5th percentile, linear between values (Hyndman & Fan 1996, type 7).
fn percentile(values: impl Iterator<Item = f64>) -> Option<Interval> {
    let mut sorted: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let at = |share: f64| {
        let place = share * last as f64;
        let below = sorted[place.floor() as usize];
        let above = sorted[place.ceil() as usize];
        below + place.fract() * (above - below)
    };
    Some(Interval {
        low: at(0.025),
        high: at(0.975),
    })
}

#[cfg(test)]
mod tests;
