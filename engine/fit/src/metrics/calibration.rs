//! Whether of the answers predicted at 70 % seven in ten are right.

use serde::{Deserialize, Serialize};

use super::error::indicator;

pub const BINS: usize = 10;

/// One of ten equally wide bins of predictions; the last one holds 1 too.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bin {
    pub low: f64,
    pub high: f64,
    pub responses: u64,
    /// Mean prediction; `None` in an empty bin.
    pub predicted: Option<f64>,
    /// Share of right answers.
    pub actual: Option<f64>,
}

pub(super) fn bin_of(predicted: f64) -> usize {
    ((predicted * BINS as f64) as usize).min(BINS - 1)
}

/// Sums over one bin.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BinSum {
    pub weight: f64,
    pub predicted: f64,
    pub actual: f64,
}

/// Weighted mean of the bins' distance between prediction and answers.
pub(super) fn ece_of(bins: &[BinSum]) -> Option<f64> {
    let weight: f64 = bins.iter().map(|bin| bin.weight).sum();
    // a bin's share times its distance: the counts cancel
    let sum: f64 = bins
        .iter()
        .map(|bin| (bin.predicted - bin.actual).abs())
        .sum();
    let ece = sum / weight;
    ece.is_finite().then_some(ece)
}

fn sums(actual: &[bool], predicted: &[f64]) -> [BinSum; BINS] {
    assert_eq!(actual.len(), predicted.len(), "one prediction an answer");
    let mut bins = [BinSum::default(); BINS];
    for (actual, predicted) in actual.iter().zip(predicted) {
        let bin = &mut bins[bin_of(*predicted)];
        bin.weight += 1.0;
        bin.predicted += predicted;
        bin.actual += indicator(*actual);
    }
    bins
}

/// Expected calibration error over [`BINS`] equally wide bins (Naeini, Cooper & Hauskrecht 2015).
pub fn ece(actual: &[bool], predicted: &[f64]) -> Option<f64> {
    ece_of(&sums(actual, predicted))
}

/// The bins for a plot.
pub fn calibration(actual: &[bool], predicted: &[f64]) -> Vec<Bin> {
    let edge = |at: u32| f64::from(at) / BINS as f64;
    (0_u32..)
        .zip(sums(actual, predicted))
        .map(|(at, sum)| {
            let filled = sum.weight > 0.0;
            Bin {
                low: edge(at),
                high: edge(at + 1),
                responses: sum.weight as u64,
                predicted: filled.then(|| sum.predicted / sum.weight),
                actual: filled.then(|| sum.actual / sum.weight),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let actual = [true, false, true, true, false];
        let predicted = [0.72, 0.78, 0.1, 1.0, 0.0];
        // bins: 7 holds .72 and .78 (mean .75, actual .5), 1 holds .1 (actual 1), 9 holds 1, 0 holds 0
        let by_hand = 2.0 / 5.0 * 0.25 + 1.0 / 5.0 * 0.9;
        assert!((ece(&actual, &predicted).unwrap() - by_hand).abs() < 1e-15);
        let bins = calibration(&actual, &predicted);
        assert_eq!(bins.len(), 10);
        assert_eq!(bins.iter().map(|bin| bin.responses).sum::<u64>(), 5);
        assert_eq!((bins[2].high, bins[3].low, bins[9].high), (0.3, 0.3, 1.0));
        assert_eq!((bins[7].responses, bins[7].actual), (2, Some(0.5)));
        assert_eq!((bins[1].responses, bins[1].predicted), (1, Some(0.1)));
        assert_eq!((bins[9].responses, bins[9].actual), (1, Some(1.0)));
        assert_eq!((bins[5].predicted, bins[5].actual), (None, None));
        assert_eq!(ece(&[], &[]), None);
        assert_eq!(ece(&[true], &[f64::NAN]), None);
    }
}
