//! Whether right answers were given higher predictions than wrong ones.

use crate::Dataset;

/// Area under the ROC curve, exactly: the share of pairs of a right and a wrong answer in which the
/// right one has the higher prediction, ties counting one half (Mann & Whitney 1947). O(n log n).
/// `None` when all answers are of one class.
pub fn auc(actual: &[bool], predicted: &[f64]) -> Option<f64> {
    assert_eq!(actual.len(), predicted.len(), "one prediction an answer");
    if predicted.iter().any(|p| p.is_nan()) {
        return None;
    }
    let order = ascending(predicted);
    let mut pairs = PairCount::default();
    for tied in order.chunk_by(|a, b| predicted[*a as usize] == predicted[*b as usize]) {
        let right = tied.iter().filter(|at| actual[**at as usize]).count() as u64;
        pairs.add_tied(right, tied.len() as u64 - right);
    }
    pairs.auc()
}

/// Places of the predictions, smallest first.
pub(super) fn ascending(predicted: &[f64]) -> Vec<u32> {
    let mut order: Vec<(f64, u32)> = predicted.iter().copied().zip(0..).collect();
    // + 0.0: a minus zero ties with zero, and stands beside it
    order.sort_unstable_by(|a, b| (a.0 + 0.0).total_cmp(&(b.0 + 0.0)).then(a.1.cmp(&b.1)));
    order.into_iter().map(|(_, at)| at).collect()
}

/// Counts pairs in whole numbers, so that the order of adding cannot matter.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PairCount {
    right: u64,
    wrong: u64,
    /// Twice the pairs in the right order, ties once.
    doubled: u128,
}

impl PairCount {
    /// Answers with one prediction, which is above all that were added before.
    pub(super) fn add_tied(&mut self, right: u64, wrong: u64) {
        self.doubled += u128::from(right) * u128::from(2 * self.wrong + wrong);
        self.right += right;
        self.wrong += wrong;
    }

    pub(super) fn auc(self) -> Option<f64> {
        let pairs = u128::from(self.right) * u128::from(self.wrong);
        (pairs > 0).then(|| self.doubled as f64 / (2.0 * pairs as f64))
    }
}

/// The answer that all responses share, if they do; then AUC is not defined. `None` also for no
/// responses at all.
pub fn one_class(dataset: &Dataset) -> Option<bool> {
    let first = dataset.responses.first()?.correct;
    dataset
        .responses
        .iter()
        .all(|response| response.correct == first)
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn brute_force(actual: &[bool], predicted: &[f64]) -> Option<f64> {
        let (mut won, mut pairs) = (0.0, 0.0);
        for (right, high) in actual.iter().zip(predicted).filter(|(a, _)| **a) {
            for (_, low) in actual.iter().zip(predicted).filter(|(a, _)| *a != right) {
                pairs += 1.0;
                won += if high > low {
                    1.0
                } else {
                    f64::from(u8::from(high == low)) / 2.0
                };
            }
        }
        (pairs > 0.0).then(|| won / pairs)
    }

    #[test]
    fn known_areas() {
        let check = |actual: &[bool], predicted: &[f64], expected| {
            assert_eq!(auc(actual, predicted), expected, "{predicted:?}");
        };
        check(&[false, true], &[0.1, 0.9], Some(1.0));
        check(&[true, false], &[0.1, 0.9], Some(0.0));
        check(&[true, false], &[0.4, 0.4], Some(0.5));
        // scikit-learn's own example
        check(
            &[false, false, true, true],
            &[0.1, 0.4, 0.35, 0.8],
            Some(0.75),
        );
        check(&[false, true], &[0.0, -0.0], Some(0.5));
        check(&[true, true], &[0.1, 0.9], None);
        check(&[], &[], None);
        check(&[true, false], &[0.1, f64::NAN], None);
    }

    proptest! {
        #[test]
        fn as_by_brute_force(rows in prop::collection::vec((any::<bool>(), 0_u8..12), 0..60)) {
            let (actual, predicted): (Vec<bool>, Vec<f64>) =
                rows.iter().map(|(a, p)| (*a, f64::from(*p) / 11.0)).unzip();
            let (fast, slow) = (auc(&actual, &predicted), brute_force(&actual, &predicted));
            prop_assert_eq!(fast.is_some(), slow.is_some());
            if let (Some(fast), Some(slow)) = (fast, slow) {
                prop_assert!((fast - slow).abs() < 1e-12);
                let turned: Vec<f64> = predicted.iter().map(|p| 1.0 - p).collect();
                prop_assert!((auc(&actual, &turned).unwrap() - (1.0 - slow)).abs() < 1e-12);
            }
        }
    }
}
