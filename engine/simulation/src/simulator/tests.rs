use super::*;
use crate::population::CALIBRATED;

fn paths(simulator: Simulator, learner: Learner, many: u64) -> Vec<Path> {
    let skills = CALIBRATED.skills();
    (0..many)
        .map(|student| {
            Run {
                simulator,
                seed: 5,
                student,
                learner,
                skill: &skills[7],
                number: 7,
            }
            .path()
        })
        .collect()
}

fn learner(pace: f64, english_learner: bool) -> Learner {
    Learner {
        start: 0.0,
        pace,
        ability: 0.0,
        english_learner,
    }
}

fn right(paths: &[Path]) -> f64 {
    let right: usize = paths
        .iter()
        .map(|p| p.right.iter().filter(|r| **r).count())
        .sum();
    right as f64 / (paths.len() * CAP) as f64
}

#[test]
fn nothing_is_lost_without_forgetting() {
    for simulator in [
        Simulator::Bkt,
        Simulator::Growth,
        Simulator::Ability,
        Simulator::Order,
    ] {
        for path in paths(simulator, learner(0.0, false), 200) {
            assert!(path.mastered.is_sorted(), "{simulator:?}");
        }
    }
    let lost = |p: &Path| !p.mastered.is_sorted();
    assert!(
        paths(Simulator::Forgetting, learner(0.0, false), 200)
            .iter()
            .any(lost)
    );
}

#[test]
fn a_faster_pace_masters_sooner_everywhere() {
    for simulator in Simulator::ALL {
        let mastered = |pace| {
            let all = paths(simulator, learner(pace, false), 300);
            all.iter().flat_map(|p| p.mastered).filter(|m| *m).count()
        };
        assert!(mastered(1.0) > mastered(-1.0), "{simulator:?}");
    }
}

#[test]
fn english_learners_answer_worse_and_know_as_much() {
    for simulator in Simulator::ALL {
        let plain = paths(simulator, learner(0.0, false), 300);
        let wordy = paths(simulator, learner(0.0, true), 300);
        assert!(right(&wordy) < right(&plain) - 0.01, "{simulator:?}");
        for (a, b) in plain.iter().zip(&wordy) {
            assert_eq!(a.mastered, b.mastered, "{simulator:?}");
        }
    }
}

#[test]
fn a_test_after_a_month_is_no_better() {
    for simulator in Simulator::ALL {
        for path in paths(simulator, learner(0.0, false), 100) {
            for (post, delayed) in path.post.iter().zip(path.delayed) {
                assert!(delayed <= post + 1e-12);
            }
        }
    }
}

#[test]
fn lag_counts_from_the_last_time_mastery_began() {
    let mut path = paths(Simulator::Bkt, learner(0.0, false), 1).remove(0);
    path.mastered = [false; CAP + 1];
    path.mastered[2..=3].fill(true);
    path.mastered[5..=9].fill(true);
    assert_eq!(path.lag(3), Some(1));
    assert_eq!(path.lag(4), None);
    assert_eq!(path.lag(9), Some(4));
}
