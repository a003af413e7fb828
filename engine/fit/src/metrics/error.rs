//! Distances between predictions and answers.

/// Predictions are moved this far from 0 and 1 before their logarithm is taken, so that one sure
/// miss costs 34.5 nats and not infinity. The value scikit-learn used for years.
pub const LOG_LOSS_CLIP: f64 = 1e-15;

pub(super) fn indicator(correct: bool) -> f64 {
    f64::from(u8::from(correct))
}

pub(super) fn square(correct: bool, predicted: f64) -> f64 {
    let miss = predicted - indicator(correct);
    miss * miss
}

pub(super) fn nats(correct: bool, predicted: f64) -> f64 {
    let sure = predicted.clamp(LOG_LOSS_CLIP, 1.0 - LOG_LOSS_CLIP);
    if correct {
        -sure.ln()
    } else {
        -(1.0 - sure).ln()
    }
}

fn mean(actual: &[bool], predicted: &[f64], of: impl Fn(bool, f64) -> f64) -> Option<f64> {
    assert_eq!(actual.len(), predicted.len(), "one prediction an answer");
    let sum: f64 = actual.iter().zip(predicted).map(|(a, p)| of(*a, *p)).sum();
    let mean = sum / actual.len() as f64;
    mean.is_finite().then_some(mean)
}

/// Root of the mean squared difference.
pub fn rmse(actual: &[bool], predicted: &[f64]) -> Option<f64> {
    mean(actual, predicted, square).map(f64::sqrt)
}

/// Mean of -ln of the probability given to what happened, in nats; clipped at [`LOG_LOSS_CLIP`].
pub fn log_loss(actual: &[bool], predicted: &[f64]) -> Option<f64> {
    mean(actual, predicted, nats)
}

/// Share of answers on the side of 0.5 that was predicted; exactly 0.5 predicts a right answer.
pub fn accuracy(actual: &[bool], predicted: &[f64]) -> Option<f64> {
    let any_nan = predicted.iter().any(|p| p.is_nan());
    mean(actual, predicted, |a, p| indicator(a == (p >= 0.5))).filter(|_| !any_nan)
}

/// Mean prediction less share of right answers: above 0 the model thinks too well of students.
pub fn bias(actual: &[bool], predicted: &[f64]) -> Option<f64> {
    mean(actual, predicted, |a, p| p - indicator(a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let actual = [true, false, true, true];
        let predicted = [0.8, 0.4, 0.5, 0.3];
        let squares: f64 = 0.04 + 0.16 + 0.25 + 0.49;
        assert!((rmse(&actual, &predicted).unwrap() - (squares / 4.0).sqrt()).abs() < 1e-15);
        let nats = -(0.8_f64.ln() + 0.6_f64.ln() + 0.5_f64.ln() + 0.3_f64.ln()) / 4.0;
        assert!((log_loss(&actual, &predicted).unwrap() - nats).abs() < 1e-15);
        assert_eq!(accuracy(&actual, &predicted), Some(0.75));
        assert!((bias(&actual, &predicted).unwrap() + 0.25).abs() < 1e-15);
    }

    #[test]
    fn a_sure_miss_is_finite() {
        let loss = log_loss(&[false, true], &[1.0, 0.0]).unwrap();
        assert!((loss + LOG_LOSS_CLIP.ln()).abs() < 0.1, "{loss}");
    }

    #[test]
    fn nothing_gives_nothing() {
        for figure in [rmse, log_loss, accuracy, bias] {
            assert_eq!(figure(&[], &[]), None);
            assert_eq!(figure(&[true], &[f64::NAN]), None);
        }
    }
}
