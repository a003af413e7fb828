//! Laws that any evaluation of policies must keep.

use std::sync::atomic::{AtomicU64, Ordering};

use engine::{Ability, AbilityPrior, SkillParams};
use simulation::policy::{Policy, Tutored, judge};
use simulation::population::{CALIBRATED, Learner};
use simulation::simulator::{CAP, Path, Run, Simulator};
use simulation::{Conclusion, Group, Matrix, Options, claims, run};

fn small(threads: usize) -> Options {
    Options {
        runs: 12_000,
        threads: Some(threads),
        training_students: 60,
        ..Options::default()
    }
}

fn quiet(options: &Options) -> Matrix {
    run(options, &|_| {}).expect("valid options")
}

#[test]
fn the_number_of_threads_changes_no_bit() {
    let done = AtomicU64::new(0);
    let one = run(&small(1), &|at| {
        done.fetch_max(at.done, Ordering::Relaxed);
        assert!(at.done <= at.of);
    })
    .unwrap();
    assert_eq!(done.into_inner(), 48 * 5);
    let three = quiet(&small(3));
    assert_eq!(one, three);
    let json = |matrix: &Matrix| serde_json::to_string(matrix).unwrap();
    assert_eq!(json(&one), json(&three));
    assert_ne!(
        one,
        quiet(&Options {
            seed: 1,
            ..small(3)
        })
    );
}

#[test]
fn nobody_beats_the_oracle() {
    let matrix = quiet(&small(2));
    for &simulator in &matrix.simulators {
        let oracle = matrix.cell(Policy::Oracle, simulator).unwrap();
        assert!(oracle.of(Group::All).released_unmastered == 0.0);
        for &policy in matrix.policies.iter().filter(|p| **p != Policy::Oracle) {
            let cell = matrix.cell(policy, simulator).unwrap();
            for (best, other) in oracle.outcomes.iter().zip(&cell.outcomes) {
                // more mastered with the most practice, and no item too many
                assert!(
                    best.unmastered <= other.unmastered,
                    "{simulator:?} {policy:?}"
                );
                assert!(best.lag < other.lag, "{simulator:?} {policy:?}");
            }
        }
    }
}

fn path(simulator: Simulator, student: u64, number: usize) -> Path {
    Run {
        simulator,
        seed: 11,
        student,
        learner: Learner::of(11, student),
        skill: &CALIBRATED.skills()[number],
        number: number as u32,
    }
    .path()
}

/// What a policy that stops after more items sees first is what one that stops earlier saw: luck
/// belongs to the student, so a path made again for another policy is the same path.
#[test]
fn two_policies_see_the_same_answers() {
    for simulator in Simulator::ALL {
        let (mut stops, mut differ) = (Vec::new(), false);
        for student in 0..40 {
            let skill = CALIBRATED.skills()[9];
            let plain =
                SkillParams::plain(skill.prior, skill.learn, skill.guess, skill.slip).unwrap();
            let tutored = Tutored { plain, able: plain };
            let mut seen = Vec::new();
            for policy in [Policy::Row(3), Policy::Bkt(0.98)] {
                let path = path(simulator, student, 9);
                let mut ability = Ability::new(&AbilityPrior::default());
                let stop = judge(policy, &tutored, &mut ability, &path).items;
                seen.push(path.right[..stop].to_vec());
                stops.push(stop);
            }
            let both = seen[0].len().min(seen[1].len());
            assert_eq!(seen[0][..both], seen[1][..both]);
            differ |= seen[0].len() != seen[1].len();
        }
        // the test would say nothing of policies that always agree
        assert!(differ && stops.iter().any(|s| *s < CAP), "{simulator:?}");
    }
}

/// Answers after the stop must not matter: a policy that peeked ahead would fail here.
#[test]
fn no_policy_looks_ahead() {
    let skill = CALIBRATED.skills()[9];
    let plain = SkillParams::plain(skill.prior, skill.learn, skill.guess, skill.slip).unwrap();
    let tutored = Tutored { plain, able: plain };
    for policy in Policy::report() {
        for student in 0..60 {
            let mut path = path(Simulator::Bkt, student, 9);
            let stop = judge(
                policy,
                &tutored,
                &mut Ability::new(&AbilityPrior::default()),
                &path,
            );
            for right in &mut path.right[stop.items..] {
                *right = !*right;
            }
            let again = judge(
                policy,
                &tutored,
                &mut Ability::new(&AbilityPrior::default()),
                &path,
            );
            assert_eq!(stop, again, "{policy:?}");
            if policy != Policy::Oracle {
                path.mastered = path.mastered.map(|m| !m);
                let blind = judge(
                    policy,
                    &tutored,
                    &mut Ability::new(&AbilityPrior::default()),
                    &path,
                );
                assert_eq!(stop, blind, "{policy:?} sees what is hidden");
            }
        }
    }
}

#[test]
fn a_win_is_claimed_only_where_every_model_agrees() {
    let wasteful = Policy::Row(8);
    let options = Options {
        policies: vec![
            Policy::Fixed(10),
            Policy::Fixed(12),
            wasteful,
            Policy::Bkt(0.95),
        ],
        ..small(2)
    };
    let matrix = quiet(&options);
    let against = |baseline, policy| {
        claims(&matrix, baseline)
            .into_iter()
            .find(|c| c.policy == policy)
            .unwrap()
    };
    // two more items for all cost effort everywhere and help somewhere: never a win
    let longer = against(Policy::Fixed(10), Policy::Fixed(12));
    assert_ne!(longer.conclusion, Conclusion::Wins);
    for claim in claims(&matrix, Policy::Bkt(0.95)) {
        let better = |d: &simulation::Difference| d.verdict == simulation::Verdict::Better;
        let worse = |d: &simulation::Difference| d.verdict == simulation::Verdict::Worse;
        let everywhere = claim
            .effort
            .iter()
            .zip(&claim.under_practice)
            .all(|(effort, under)| {
                (better(effort) || better(under)) && !worse(effort) && !worse(under)
            });
        assert_eq!(
            claim.conclusion == Conclusion::Wins,
            everywhere,
            "{}",
            claim.words
        );
        assert_eq!(claim.words.contains("wins over"), everywhere);
    }
    // the oracle is a bound and no policy: nothing is claimed of it
    assert!(
        claims(&quiet(&small(2)), Policy::Bkt(0.95))
            .iter()
            .all(|c| c.policy != Policy::Oracle)
    );
    assert!(claims(&matrix, Policy::Average(0.85)).is_empty());
}

#[test]
fn longer_practice_than_the_oracles_only_loses() {
    let options = Options {
        policies: vec![Policy::Fixed(30), Policy::Fixed(29), Policy::Oracle],
        simulators: vec![Simulator::Bkt, Simulator::Growth],
        ..small(2)
    };
    let all = claims(&quiet(&options), Policy::Oracle);
    assert!(
        all.iter().all(|c| c.conclusion == Conclusion::Loses),
        "{all:#?}"
    );
}

#[test]
fn impossible_options_are_refused_in_words() {
    let refused = |options: Options| run(&options, &|_| {}).unwrap_err().to_string();
    let runs = Options {
        runs: 0,
        ..small(1)
    };
    assert_eq!(refused(runs), "the number of runs is 0: ask for at least 1");
    let policies = Options {
        policies: vec![],
        ..small(1)
    };
    assert!(refused(policies).starts_with("no policy"));
    let simulators = Options {
        simulators: vec![],
        ..small(1)
    };
    assert!(refused(simulators).starts_with("no model"));
}
