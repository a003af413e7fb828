//! The E-step against the definition: every path of hidden states, enumerated.

use super::data::{any_params, any_sequences, trie};
use crate::bkt::expect::{Expected, Workspace};
use crate::bkt::params::BktParams;
use proptest::prelude::*;

/// Adds one sequence's posterior counts.
fn enumerate(params: &BktParams, sequence: &[bool], sums: &mut Expected) {
    let mut total = 0.0;
    let mut counts = [0.0; 6];
    for path in 0..1_u32 << sequence.len() {
        let known = |t: usize| path >> t & 1 == 1;
        let mut p = if known(0) {
            params.prior
        } else {
            1.0 - params.prior
        };
        let mut of_path = [f64::from(u8::from(known(0))), 0.0, 0.0, 0.0, 0.0, 0.0];
        for (t, &right) in sequence.iter().enumerate() {
            let p_right = if known(t) {
                1.0 - params.slip
            } else {
                params.guess
            };
            p *= if right { p_right } else { 1.0 - p_right };
            if known(t) {
                of_path[if right { 1 } else { 2 }] += 1.0;
            }
            if t + 1 < sequence.len() {
                p *= match (known(t), known(t + 1)) {
                    (false, true) => params.learn,
                    (false, false) => 1.0 - params.learn,
                    (true, true) => 1.0 - params.forget,
                    (true, false) => params.forget,
                };
                match (known(t), known(t + 1)) {
                    (false, true) => of_path[3] += 1.0,
                    (true, true) => of_path[4] += 1.0,
                    (true, false) => of_path[5] += 1.0,
                    (false, false) => {}
                }
            }
        }
        total += p;
        for (count, of_path) in counts.iter_mut().zip(of_path) {
            *count += p * of_path;
        }
    }
    sums.log_likelihood += total.ln();
    sums.known_first += counts[0] / total;
    sums.known_right += counts[1] / total;
    sums.known_wrong += counts[2] / total;
    sums.learned += counts[3] / total;
    sums.kept += counts[4] / total;
    sums.lost += counts[5] / total;
}

fn list(expected: &Expected) -> [f64; 7] {
    [
        expected.log_likelihood,
        expected.known_first,
        expected.known_right,
        expected.known_wrong,
        expected.learned,
        expected.kept,
        expected.lost,
    ]
}

proptest! {
    /// Last responses and sequences of length 1 are part of both sides.
    #[test]
    fn likelihood_and_counts_are_exact(params in any_params(), sequences in any_sequences()) {
        let mut truth = Expected::default();
        for sequence in &sequences {
            enumerate(&params, sequence, &mut truth);
        }
        let [found] = Workspace::<1>::default().expect(&trie(&sequences), &[params]);
        for (found, truth) in list(&found).into_iter().zip(list(&truth)) {
            prop_assert!((found - truth).abs() <= 1e-10 * (1.0 + truth.abs()), "{found} {truth}");
        }
    }

    /// A start's numbers do not depend on what runs beside it.
    #[test]
    fn lanes_do_not_mix(
        params in proptest::array::uniform4(any_params()),
        sequences in any_sequences(),
    ) {
        let trie = trie(&sequences);
        let together = Workspace::<4>::default().expect(&trie, &params);
        let mut alone = Workspace::<1>::default();
        for (params, together) in params.into_iter().zip(together) {
            let [alone] = alone.expect(&trie, &[params]);
            prop_assert_eq!(alone, together);
        }
    }

    /// Any order of the students makes the same trie, node by node.
    #[test]
    fn trie_has_one_order(sequences in any_sequences(), by in 0_usize..12) {
        let mut turned = sequences.clone();
        turned.rotate_left(by % sequences.len());
        turned.reverse();
        let (a, b) = (trie(&sequences), trie(&turned));
        prop_assert_eq!(format!("{a:?}"), format!("{b:?}"));
    }

    #[test]
    fn trie_counts_every_response(sequences in any_sequences()) {
        let totals = trie(&sequences).totals;
        let count = |right: bool| {
            sequences.iter().flatten().filter(|&&answer| answer == right).count() as f64
        };
        prop_assert_eq!(totals.right, count(true));
        prop_assert_eq!(totals.wrong, count(false));
        prop_assert_eq!(totals.sequences, sequences.len() as f64);
        prop_assert_eq!(totals.transitions, totals.responses() - totals.sequences);
    }
}

#[test]
fn one_response_informs_guess_and_slip() {
    let params = BktParams::PRIOR_MEANS;
    let [found] = Workspace::<1>::default().expect(&trie(&[vec![true]]), &[params]);
    let right = 0.4 * 0.9 + 0.6 * 0.2;
    assert!((found.log_likelihood - f64::ln(right)).abs() < 1e-14);
    assert!((found.known_right - 0.4 * 0.9 / right).abs() < 1e-14);
}
