use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::{SkillParams, SkillState};

const ITEM: [ItemParams; 2] = [
    ItemParams {
        difficulty: 0.0,
        chance: 0.0,
    },
    ItemParams {
        difficulty: 0.5,
        chance: 0.2,
    },
];
const TODAY: SchoolDay = SchoolDay(10);

fn params(prior: f64) -> SkillParams {
    SkillParams::plain(prior, 0.1, 0.1, 0.1).unwrap()
}

fn view(prior: f64, prerequisites: &[usize]) -> SkillView<'_> {
    SkillView {
        params: params(prior),
        state: SkillState::new(&params(prior)),
        prerequisites,
        assigned: Some(0),
        placed_out: false,
        templates: &ITEM,
    }
}

fn check<'a>(skills: &'a [SkillView<'a>]) -> Check<'a> {
    let prior = AbilityPrior::default();
    Check {
        skills,
        ability: Ability::new(&prior),
        prior,
        rules: PlacementRules::default(),
        today: TODAY,
        seed: 3,
    }
}

/// P(known) of every skill of a check by going through all 2^n states of knowledge.
fn by_enumeration(placement: &Placement<'_>) -> Vec<f64> {
    let scope = &placement.scope;
    let n = scope.skills.len();
    let (mut known, mut total) = (vec![0.0; n], 0.0);
    for state in 0..1u32 << n {
        let has = |s: usize| state >> s & 1 == 1;
        let weight: f64 = (0..n)
            .map(|s| {
                let ready = scope.parents[s].iter().all(|&p| has(p));
                let link = &scope.links[s];
                let p = if ready { link.ready } else { link.unready };
                let [without, with] = placement.weights[s];
                if has(s) {
                    p * with
                } else {
                    (1.0 - p) * without
                }
            })
            .product();
        total += weight;
        for (s, sum) in known.iter_mut().enumerate() {
            *sum += if has(s) { weight } else { 0.0 };
        }
    }
    known.into_iter().map(|sum| sum / total).collect()
}

fn doubt(known: &[f64]) -> f64 {
    known.iter().map(|&p| entropy(p)).sum()
}

/// Skills before which none, one or several others come.
fn graph(n: usize) -> impl Strategy<Value = Vec<Vec<usize>>> {
    vec(vec(any::<prop::sample::Index>(), 0..4), n).prop_map(|picks| {
        picks
            .iter()
            .enumerate()
            .map(|(s, picks)| match s {
                0 => Vec::new(),
                _ => picks.iter().map(|pick| pick.index(s)).collect(),
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn belief_is_exact_on_small_graphs(
        graph in graph(9), priors in vec(0.05..0.95f64, 9),
        answers in vec((0usize..9, 0usize..2, any::<bool>()), 0..7),
    ) {
        let skills: Vec<SkillView<'_>> =
            graph.iter().zip(&priors).map(|(g, &p)| view(p, g)).collect();
        let mut placement = Placement::new(check(&skills));
        for (skill, template, correct) in answers {
            placement.answer(skill, template, correct);
        }
        prop_assert_eq!(placement.tree.left_out, 0);
        for (found, expected) in placement.known.iter().zip(by_enumeration(&placement)) {
            prop_assert!((found - expected).abs() < 1e-9, "{} is not {}", found, expected);
        }
    }

    #[test]
    fn the_question_asked_is_the_one_that_settles_most(
        graph in graph(7), priors in vec(0.1..0.9f64, 7),
        answers in vec((0usize..7, 0usize..2, any::<bool>()), 0..4),
    ) {
        let skills: Vec<SkillView<'_>> =
            graph.iter().zip(&priors).map(|(g, &p)| view(p, g)).collect();
        let replay = |more: Option<(usize, usize, bool)>| {
            let mut placement = Placement::new(check(&skills));
            for &(skill, template, correct) in answers.iter().chain(&more) {
                placement.answer(skill, template, correct);
            }
            placement
        };
        let Step::Ask(question) = replay(None).step() else { return Ok(()) };
        // by asking each and looking what either answer leaves
        let expected_fall = |skill: usize, template: usize| {
            let before = replay(None);
            let local = before.scope.skills.iter().position(|&s| s == skill).unwrap();
            let e = before.emission(local, template);
            let p = before.known[local];
            let right = p * (1.0 - e.slip) + (1.0 - p) * e.guess;
            let after = |correct| doubt(&by_enumeration(&replay(Some((skill, template, correct)))));
            doubt(&before.known) - right * after(true) - (1.0 - right) * after(false)
        };
        let own = expected_fall(question.skill, question.template);
        prop_assert!((own - question.gain).abs() < 1e-9, "{} is not {}", question.gain, own);
        for other in 0..7 {
            let asked = |t: usize| answers.iter().any(|a| (a.0, a.1) == (other, t));
            for template in (0..2).filter(|&t| !asked(t)) {
                prop_assert!(expected_fall(other, template) <= own + 1e-9);
            }
        }
    }

    #[test]
    fn the_same_answers_make_the_same_check(graph in graph(30), right in vec(any::<bool>(), 12)) {
        let skills: Vec<SkillView<'_>> = graph.iter().map(|g| view(0.4, g)).collect();
        let mut first = Placement::new(check(&skills));
        let mut asked = Vec::new();
        let mut right = right.into_iter().cycle();
        while let Step::Ask(q) = first.step() {
            let correct = right.next().unwrap();
            first.answer(q.skill, q.template, correct);
            asked.push((q.skill, q.template, correct));
        }
        prop_assert!(asked.len() <= 12);
        let mut again = Placement::new(check(&skills));
        for (skill, template, correct) in asked {
            again.answer(skill, template, correct);
        }
        prop_assert_eq!(again.result(), first.result());
        prop_assert!(first.known.iter().all(|p| (0.0..=1.0).contains(p)));
    }
}

#[test]
fn a_right_answer_raises_what_is_needed_and_a_wrong_one_lowers_what_builds_on_it() {
    let skills = [
        view(0.4, &[]),
        view(0.3, &[0]),
        view(0.2, &[1]),
        view(0.4, &[]),
    ];
    let before = Placement::new(check(&skills)).known;
    let after = |correct| {
        let mut placement = Placement::new(check(&skills));
        placement.answer(1, 0, correct);
        placement.known
    };
    let (right, wrong) = (after(true), after(false));
    for s in 0..3 {
        assert!(wrong[s] < before[s] && before[s] < right[s]);
    }
    assert!((right[3] - before[3]).abs() < 1e-12, "unrelated");
}

#[test]
fn priors_keep_what_the_skills_say_where_the_graph_allows() {
    let skills = [view(0.5, &[]), view(0.3, &[0]), view(0.2, &[1])];
    let known = Placement::new(check(&skills)).known;
    for (found, expected) in known.iter().zip([0.5, 0.3, 0.2]) {
        assert!((found - expected).abs() < 1e-9);
    }
}

#[test]
fn a_chain_is_halved() {
    let prerequisites: Vec<Vec<usize>> = (0..21usize)
        .map(|s| s.checked_sub(1).into_iter().collect())
        .collect();
    let skills: Vec<SkillView<'_>> = prerequisites.iter().map(|p| view(0.5, p)).collect();
    let Step::Ask(question) = Placement::new(check(&skills)).step() else {
        panic!("there is much to ask");
    };
    assert!((6..15).contains(&question.skill), "{question:?}");
    assert!(question.tells_of > 3 && question.gain > question.of_itself);
}

#[test]
fn each_end_is_told_apart() {
    let alone = [view(0.5, &[])];
    let end = |change: fn(&mut PlacementRules), answers: usize| {
        let mut check = check(&alone);
        change(&mut check.rules);
        let mut placement = Placement::new(check);
        for _ in 0..answers {
            placement.answer(0, 0, true);
        }
        match placement.step() {
            Step::Done(end) => Some(end),
            Step::Ask(_) => None,
        }
    };
    assert_eq!(end(|_| (), 0), None);
    assert_eq!(end(|_| (), 2), Some(End::Decided));
    assert_eq!(end(|r| r.questions = 0, 0), Some(End::QuestionsSpent));
    assert_eq!(end(|r| r.least_gain = 2.0, 0), Some(End::NothingToGain));
    let nobody = [SkillView {
        assigned: None,
        ..view(0.5, &[])
    }];
    let mut none = Placement::new(check(&nobody));
    assert_eq!(none.step(), Step::Done(End::NothingToAsk));
    let silent = [SkillView {
        templates: &[],
        ..view(0.5, &[])
    }];
    let mut none = Placement::new(check(&silent));
    assert_eq!(none.step(), Step::Done(End::NothingToAsk));
}

#[test]
fn a_circle_of_prerequisites_ends() {
    let skills = [view(0.5, &[2]), view(0.5, &[0, 1]), view(0.5, &[1, 99])];
    let placement = Placement::new(check(&skills));
    assert_eq!(placement.known.len(), 3);
}

#[test]
fn only_what_is_assigned_counts_but_what_it_needs_may_be_asked() {
    let hidden = SkillView {
        assigned: None,
        ..view(0.5, &[])
    };
    let silent = SkillView {
        templates: &[],
        ..view(0.4, &[0])
    };
    let skills = [hidden, silent, hidden];
    let mut placement = Placement::new(check(&skills));
    let Step::Ask(question) = placement.step() else {
        panic!("the prerequisite tells of the skill");
    };
    assert_eq!((question.skill, question.of_itself), (0, 0.0));
    assert!(question.gain > 0.1 && question.undecided == 1);
    assert_eq!(
        placement.result().skills.len(),
        2,
        "the third is not needed"
    );
}

#[test]
fn practice_before_the_check_counts() {
    let mut practised = view(0.3, &[]);
    practised.state.odds = 9.0;
    let skills = [practised];
    let known = Placement::new(check(&skills)).known;
    assert!((known[0] - 0.9).abs() < 1e-9);
}

#[test]
fn practice_starts_from_what_was_found() {
    let skills = [view(0.5, &[])];
    let mut placement = Placement::new(check(&skills));
    placement.answer(0, 0, true);
    placement.answer(0, 1, true);
    let result = placement.result();
    let placed = result.skills[0];
    assert_eq!((placed.verdict, placed.asked), (Verdict::PlacedOut, 2));
    let state = placed.starting_state(&params(0.5), TODAY);
    assert!((state.p_known() - placed.p_known).abs() < 1e-9);
    assert_eq!((state.opportunities, state.last_day), (0, Some(TODAY)));
    assert!(state.recall_on(SchoolDay(40)) < crate::REVIEW_BELOW);
    let json = serde_json::to_string(&result).unwrap();
    assert_eq!(
        serde_json::from_str::<PlacementResult>(&json).unwrap(),
        result
    );
}

#[test]
fn an_entangled_graph_of_hundreds_is_thinned_and_answers() {
    let prerequisites: Vec<Vec<usize>> = (0..500usize)
        .map(|s| {
            let level = s / 25;
            let before = |n: usize| (level.wrapping_sub(1)) * 25 + (s * 7 + n * 11) % 25;
            if level == 0 {
                Vec::new()
            } else {
                (0..3).map(before).collect()
            }
        })
        .collect();
    let skills: Vec<SkillView<'_>> = prerequisites.iter().map(|p| view(0.4, p)).collect();
    let mut placement = Placement::new(check(&skills));
    assert!(placement.tree.left_out > 0);
    let Step::Ask(question) = placement.step() else {
        panic!("there is much to ask");
    };
    placement.answer(question.skill, question.template, true);
    assert!(placement.known.iter().all(|p| (0.0..=1.0).contains(p)));
}

#[test]
fn a_prerequisite_that_another_implies_changes_nothing() {
    let after = |prerequisites: &[usize]| {
        let skills = [view(0.5, &[]), view(0.4, &[0]), view(0.3, prerequisites)];
        let mut placement = Placement::new(check(&skills));
        placement.answer(0, 0, false);
        placement.known
    };
    assert_eq!(after(&[1]), after(&[0, 1]));
}
