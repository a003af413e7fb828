//! What the matrix lets us say. A policy wins over another only if it does so under every model of
//! the student; everything else is said to depend on the model.

use serde::Serialize;

use crate::matrix::{Cell, Group, Matrix, Tally};
use crate::policy::Policy;
use crate::simulator::Simulator;

/// A difference counts if it is over this many of its own standard errors ...
const ERRORS: f64 = 3.0;
/// ... and large enough to matter: items, and shares of runs.
const ITEMS_MATTER: f64 = 0.05;
const SHARE_MATTERS: f64 = 0.002;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Better,
    Same,
    Worse,
}

/// Policy less baseline under one simulator. The students and their luck are the same, so the
/// error is that of the paired difference over batches of students. Less is better.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Difference {
    pub simulator: Simulator,
    pub mean: f64,
    pub standard_error: f64,
    pub verdict: Verdict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conclusion {
    /// Better on effort or under-practice and worse on neither, under every simulator.
    Wins,
    /// Worse on effort or under-practice and better on neither, under every simulator.
    Loses,
    /// No difference that counts, under any simulator.
    Equal,
    /// Under every simulator better on one and worse on the other, the same way round.
    Trades,
    /// It depends on the simulator: nothing is claimed.
    Open,
}

/// One policy against the baseline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    pub policy: Policy,
    pub baseline: Policy,
    pub effort: Vec<Difference>,
    pub under_practice: Vec<Difference>,
    /// Of under-practice between the slow and the fast third.
    pub gap: Vec<Difference>,
    pub conclusion: Conclusion,
    pub words: String,
}

/// Every policy of the matrix but the oracle, against `baseline`; empty if that is not in it.
pub fn claims(matrix: &Matrix, baseline: Policy) -> Vec<Claim> {
    let judged = |p: &&Policy| **p != baseline && **p != Policy::Oracle;
    let claim = |&policy: &Policy| claim(matrix, policy, baseline);
    matrix
        .policies
        .iter()
        .filter(judged)
        .filter_map(claim)
        .collect()
}

fn claim(matrix: &Matrix, policy: Policy, baseline: Policy) -> Option<Claim> {
    let mut pairs = Vec::new();
    for &simulator in &matrix.simulators {
        pairs.push((
            matrix.cell(policy, simulator)?,
            matrix.cell(baseline, simulator)?,
        ));
    }
    let compare = |measure: fn(&[Tally; 6]) -> f64, matters| -> Vec<Difference> {
        let of = |&(a, b): &(&Cell, &Cell)| difference(a, b, measure, matters);
        pairs.iter().map(of).collect()
    };
    let effort = compare(|t| t[0].items / t[0].runs, ITEMS_MATTER);
    let under_practice = compare(|t| t[0].unmastered / t[0].runs, SHARE_MATTERS);
    let gap = compare(
        |t| {
            let (slow, fast) = (t[Group::Slow as usize], t[Group::Fast as usize]);
            slow.unmastered / slow.runs.max(1.0) - fast.unmastered / fast.runs.max(1.0)
        },
        SHARE_MATTERS,
    );
    let conclusion = conclude(&effort, &under_practice);
    let words = words(
        policy,
        baseline,
        conclusion,
        [&effort, &under_practice, &gap],
    );
    Some(Claim {
        policy,
        baseline,
        effort,
        under_practice,
        gap,
        conclusion,
        words,
    })
}

fn difference(
    cell: &Cell,
    baseline: &Cell,
    measure: fn(&[Tally; 6]) -> f64,
    matters: f64,
) -> Difference {
    let pairs = cell.batches.iter().zip(&baseline.batches);
    let each: Vec<f64> = pairs.map(|(a, b)| measure(a) - measure(b)).collect();
    let n = each.len() as f64;
    let mean = each.iter().sum::<f64>() / n;
    let spread: f64 = each.iter().map(|d| (d - mean) * (d - mean)).sum();
    let standard_error = (spread / (n * (n - 1.0).max(1.0))).sqrt();
    let verdict = if mean.abs() <= (ERRORS * standard_error).max(matters) {
        Verdict::Same
    } else if mean < 0.0 {
        Verdict::Better
    } else {
        Verdict::Worse
    };
    Difference {
        simulator: cell.simulator,
        mean,
        standard_error,
        verdict,
    }
}

fn conclude(effort: &[Difference], under_practice: &[Difference]) -> Conclusion {
    use Verdict::{Better, Same, Worse};
    let pairs: Vec<(Verdict, Verdict)> = effort
        .iter()
        .zip(under_practice)
        .map(|(a, b)| (a.verdict, b.verdict))
        .collect();
    let all = |test: fn(&(Verdict, Verdict)) -> bool| pairs.iter().all(test);
    if all(|p| *p == (Same, Same)) {
        Conclusion::Equal
    } else if all(|p| matches!(p, (Better, Better | Same) | (Same, Better))) {
        Conclusion::Wins
    } else if all(|p| matches!(p, (Worse, Worse | Same) | (Same, Worse))) {
        Conclusion::Loses
    } else if all(|p| *p == (Better, Worse)) || all(|p| *p == (Worse, Better)) {
        Conclusion::Trades
    } else {
        Conclusion::Open
    }
}

fn words(
    policy: Policy,
    baseline: Policy,
    conclusion: Conclusion,
    [effort, under_practice, gap]: [&[Difference]; 3],
) -> String {
    let (name, other) = (policy.name(), baseline.name());
    let many = effort.len();
    let range = |differences: &[Difference], digits: usize| {
        let means = || differences.iter().map(|d| d.mean);
        let low = means().fold(f64::INFINITY, f64::min);
        let high = means().fold(f64::NEG_INFINITY, f64::max);
        format!("{low:+.digits$} to {high:+.digits$}")
    };
    let detail = format!(
        "items {}, unmastered {}",
        range(effort, 1),
        range(under_practice, 3)
    );
    let sentence = match conclusion {
        Conclusion::Wins => format!("wins over {other} under all {many} models"),
        Conclusion::Loses => format!("loses to {other} under all {many} models"),
        Conclusion::Equal => format!("cannot be told from {other} under any of {many} models"),
        Conclusion::Trades if effort[0].mean < 0.0 => {
            format!(
                "asks for less practice than {other} and leaves more unmastered, under all {many} models: a trade, no win"
            )
        }
        Conclusion::Trades => {
            format!(
                "leaves fewer unmastered than {other} and asks for more practice, under all {many} models: a trade, no win"
            )
        }
        Conclusion::Open => {
            let (mut wins, mut loses) = (0, 0);
            for (a, b) in effort.iter().zip(under_practice) {
                let pair = [a.verdict, b.verdict];
                let (better, worse) = (
                    pair.contains(&Verdict::Better),
                    pair.contains(&Verdict::Worse),
                );
                wins += usize::from(better && !worse);
                loses += usize::from(worse && !better);
            }
            format!(
                "no claim against {other}, since it depends on the model: better under {wins}, worse under {loses}, a trade or a tie under {} of {many}",
                many - wins - loses
            )
        }
    };
    let narrower = gap.iter().filter(|d| d.verdict == Verdict::Better).count();
    let wider = gap.iter().filter(|d| d.verdict == Verdict::Worse).count();
    let fairness = if narrower == many {
        "The gap between slow and fast learners is narrower under every model.".to_owned()
    } else if wider == many {
        "The gap between slow and fast learners is wider under every model.".to_owned()
    } else {
        format!(
            "The gap between slow and fast learners is narrower under {narrower}, wider under {wider} of {many}: no claim."
        )
    };
    format!("**{name}**: {sentence} ({detail}). {fairness}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Verdict::{Better, Same, Worse};

    fn all(verdicts: [Verdict; 3]) -> Vec<Difference> {
        let mut simulators = Simulator::ALL.into_iter();
        verdicts
            .map(|verdict| Difference {
                simulator: simulators.next().unwrap(),
                mean: -1.0,
                standard_error: 0.0,
                verdict,
            })
            .to_vec()
    }

    #[test]
    fn a_win_needs_every_model() {
        for (effort, under_practice, conclusion) in [
            ([Better; 3], [Same; 3], Conclusion::Wins),
            (
                [Better, Same, Better],
                [Same, Better, Better],
                Conclusion::Wins,
            ),
            // one model without a difference is one too few
            ([Better, Same, Better], [Same; 3], Conclusion::Open),
            ([Better, Worse, Better], [Better; 3], Conclusion::Open),
            ([Better; 3], [Worse; 3], Conclusion::Trades),
            (
                [Better, Worse, Better],
                [Worse, Better, Worse],
                Conclusion::Open,
            ),
            ([Worse; 3], [Same, Worse, Same], Conclusion::Loses),
            ([Same; 3], [Same; 3], Conclusion::Equal),
        ] {
            let (effort, under_practice) = (all(effort), all(under_practice));
            assert_eq!(conclude(&effort, &under_practice), conclusion, "{effort:?}");
            let (policy, baseline) = (Policy::Row(3), Policy::Bkt(0.95));
            let words = words(
                policy,
                baseline,
                conclusion,
                [&effort, &under_practice, &effort],
            );
            let wins = conclusion == Conclusion::Wins;
            assert_eq!(words.contains("wins over"), wins, "{words}");
        }
    }
}
