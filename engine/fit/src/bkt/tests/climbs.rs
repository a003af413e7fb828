//! EM steps and leaps: what is maximised never falls.

use super::data::{Simulator, any_params, any_sequences, trie};
use crate::bkt::expect::{Expected, Workspace};
use crate::bkt::params::{BktParams, Objective};
use crate::bkt::squarem::{Climb, Fell};
use proptest::prelude::*;

fn any_objective() -> impl Strategy<Value = Objective> {
    any::<(bool, bool)>().prop_map(|(forget, priors)| Objective { forget, priors })
}

proptest! {
    #[test]
    fn em_never_lowers_the_objective(
        objective in any_objective(),
        start in any_params(),
        sequences in any_sequences(),
    ) {
        let trie = trie(&sequences);
        let mut workspace = Workspace::<1>::default();
        let mut params = objective.clamp(start);
        let mut before = f64::NEG_INFINITY;
        for _ in 0..40 {
            let [expected] = workspace.expect(&trie, &[params]);
            let value = expected.log_likelihood + objective.log_prior(&params);
            prop_assert!(value >= before - 1e-10 * (1.0 + value.abs()), "{before} {value}");
            before = value;
            params = objective.maximise(&params, &expected, &trie.totals);
            prop_assert_eq!(params, objective.clamp(params));
        }
    }

    /// The climb checks itself: it must never raise the alarm on real data.
    #[test]
    fn leaps_do_not_break_the_climb(
        objective in any_objective(),
        start in any_params(),
        sequences in any_sequences(),
    ) {
        let trie = trie(&sequences);
        let mut workspace = Workspace::<1>::default();
        let mut climb = Climb::new(0, objective.clamp(start));
        let mut best = f64::NEG_INFINITY;
        for _ in 0..300 {
            let [expected] = workspace.expect(&trie, &[*climb.query()]);
            prop_assert_eq!(climb.take(objective, &trie.totals, &expected), Ok(()));
            prop_assert!(climb.best().value >= best);
            best = climb.best().value;
        }
        prop_assert!(best.is_finite());
    }
}

#[test]
fn a_fall_is_reported() {
    let objective = Objective {
        forget: false,
        priors: false,
    };
    let totals = trie(&[vec![true, false, true]]).totals;
    let with = |log_likelihood| Expected {
        log_likelihood,
        known_first: 0.5,
        known_right: 1.0,
        known_wrong: 0.5,
        learned: 0.5,
        kept: 1.0,
        lost: 0.0,
    };
    let mut climb = Climb::new(0, BktParams::fallback(false));
    assert_eq!(climb.take(objective, &totals, &with(-2.0)), Ok(()));
    let fell = climb.clone().take(objective, &totals, &with(-2.001));
    assert_eq!(
        fell,
        Err(Fell {
            before: -2.0,
            after: -2.001
        })
    );
    assert!(climb.take(objective, &totals, &with(f64::NAN)).is_err());
}

#[test]
fn squarem_needs_fewer_steps_than_em() {
    let truth = BktParams {
        prior: 0.3,
        learn: 0.1,
        guess: 0.25,
        slip: 0.15,
        forget: 0.0,
    };
    let trie = trie(&Simulator::new(7).skill(&truth, 600, 8));
    let objective = Objective {
        forget: false,
        priors: false,
    };
    let mut workspace = Workspace::<1>::default();
    let mut params = BktParams::fallback(false);
    let mut em = Vec::new();
    for _ in 0..3000 {
        let [expected] = workspace.expect(&trie, &[params]);
        em.push(expected.log_likelihood);
        params = objective.maximise(&params, &expected, &trie.totals);
    }
    let goal = em[em.len() - 1] - 1e-6;
    let em_steps = em.iter().position(|&value| value >= goal).unwrap();
    let mut climb = Climb::new(0, BktParams::fallback(false));
    while climb.best().value < goal && climb.e_steps < em_steps {
        let [expected] = workspace.expect(&trie, &[*climb.query()]);
        climb.take(objective, &trie.totals, &expected).unwrap();
    }
    assert!(
        2 * climb.e_steps < em_steps,
        "{} against {em_steps}",
        climb.e_steps
    );
}
