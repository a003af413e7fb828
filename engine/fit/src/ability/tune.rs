//! How widely abilities spread and how quickly they drift, found by how well answers are predicted.

use engine::AbilityPrior;

use super::online::{Foreseen, Model, pass};
use crate::Dataset;

const VARIANCES: [f64; 5] = [0.25, 0.4, 0.7, 1.1, 1.6];
const DRIFTS: [f64; 4] = [0.0, 0.005, 0.015, 0.04];
/// Nats a response by which a wider spread may predict worse and still be taken: a narrow one
/// holds every student near the average, and that is paid for by the weakest.
const INDIFFERENT: f64 = 1e-3;
/// Responses that are looked at: every so many-th student's, as far as these go.
const ENOUGH: usize = 60_000;

/// The prior under which the answers of `data` were most foreseeable, skills held fixed.
pub(crate) fn tune(data: &Dataset, model: &Model<'_>) -> AbilityPrior {
    let (some, difficulties) = sample(data, model.difficulties);
    let mut out = vec![Foreseen::default(); some.responses.len()];
    let mut tried: Vec<(f64, AbilityPrior)> = Vec::new();
    for variance in VARIANCES {
        for drift in DRIFTS {
            let prior = AbilityPrior { variance, drift };
            let model = Model {
                prior,
                difficulties: &difficulties,
                ..*model
            };
            pass(&some, &model, &mut out);
            tried.push((foreseen(&some, &out), prior));
        }
    }
    let best = tried
        .iter()
        .map(|(found, _)| *found)
        .fold(f64::MIN, f64::max);
    let enough = best - INDIFFERENT * some.responses.len() as f64;
    let good = tried.iter().filter(|(found, _)| *found >= enough);
    let widest = good.max_by(|a, b| {
        let by_variance = a.1.variance.total_cmp(&b.1.variance);
        by_variance.then(a.0.total_cmp(&b.0))
    });
    widest.map_or(model.prior, |(_, prior)| *prior)
}

/// Students spread evenly over the data, with their responses' difficulties.
fn sample(data: &Dataset, difficulties: &[f64]) -> (Dataset, Vec<f64>) {
    let stride = data.responses.len().div_ceil(ENOUGH);
    let mut responses = Vec::new();
    let mut of = Vec::new();
    let mut start = 0;
    for (n, student) in data.by_student().enumerate() {
        if n % stride == 0 {
            responses.extend_from_slice(student);
            of.extend_from_slice(&difficulties[start..start + student.len()]);
        }
        start += student.len();
    }
    let some = Dataset {
        responses,
        ..Dataset::default()
    };
    (some, of)
}

/// Log-likelihood of the answers as predicted one after the other, in nats. Summed in order, so
/// that the number of threads changes nothing.
pub(crate) fn foreseen(data: &Dataset, out: &[Foreseen]) -> f64 {
    let nats = |(response, foreseen): (&crate::Response, &Foreseen)| {
        let p = foreseen.predicted.clamp(1e-15, 1.0 - 1e-15);
        if response.help >= 1.0 {
            0.0
        } else if response.correct {
            p.ln()
        } else {
            (-p).ln_1p()
        }
    };
    data.responses.iter().zip(out).map(nats).sum()
}
