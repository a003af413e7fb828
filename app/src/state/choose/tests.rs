use api::AssignedPathway;
use uuid::Uuid;

use super::*;
use crate::state::fixtures::{NOW, answered, pack, pathway, plan, shown};
use crate::sync::Pending;

fn assigned(skills: &[&str]) -> Plan {
    let mut plan = plan();
    plan.assignments.push(AssignedPathway {
        id: Uuid::from_u128(1).into(),
        class: Uuid::from_u128(2).into(),
        class_title: "Math".into(),
        teacher: "Ms. Okafor".into(),
        pathway: pathway("p", skills),
        assigned_at_ms: NOW,
    });
    plan
}

fn next(plan: &Plan, pending: &[Pending], recent: &[Given]) -> Result<Chosen, Nothing> {
    choose(&PracticeContext {
        plan,
        packs: &[pack()],
        difficulties: &Difficulties::of_plan(plan),
        estimates: &shown(plan, pending),
        recent: &recent.iter().cloned().collect(),
        pathway: None,
        now_ms: NOW,
    })
}

#[test]
fn the_first_skill_of_the_pathway_comes_first_and_says_so() {
    let chosen = next(&assigned(&["a", "b"]), &[], &[]).unwrap();
    assert_eq!(chosen.because, Because::NextStep);
    assert_eq!(chosen.given.skill.as_str(), "a");
}

#[test]
fn what_a_teacher_picked_comes_first_until_it_is_mastered() {
    // not on the pathway, and nobody has evidence on `b`, which it needs
    let mut plan = assigned(&["a"]);
    plan.pins = ["gone", "c", "b"].map(|code| code.parse().unwrap()).into();
    let chosen = next(&plan, &[], &[]).unwrap();
    assert_eq!(chosen.because, Because::TeachersPick);
    assert_eq!(chosen.given.skill.as_str(), "c");
    // nor does another pathway that the student opened matter
    let other: PathwayCode = "p".parse().unwrap();
    let ctx = PracticeContext {
        plan: &plan,
        packs: &[pack()],
        difficulties: &Difficulties::of_plan(&plan),
        estimates: &shown(&plan, &[]),
        recent: &VecDeque::new(),
        pathway: Some(&other),
        now_ms: NOW,
    };
    assert_eq!(choose(&ctx).unwrap().given.skill.as_str(), "c");
    // the next oldest follows, then the pathway
    let answers = |code, from| (from..from + 8).map(move |n| answered(n, code, true));
    let mut done: Vec<_> = answers("c", 1).collect();
    let then = next(&plan, &done, &[]).unwrap();
    assert_eq!(then.because, Because::TeachersPick);
    assert_eq!(then.given.skill.as_str(), "b");
    done.extend(answers("b", 20));
    let last = next(&plan, &done, &[]).unwrap();
    assert_eq!(
        (last.because, last.given.skill.as_str()),
        (Because::NextStep, "a")
    );
}

#[test]
fn what_a_teacher_picked_needs_no_pathway() {
    let mut plan = plan();
    plan.pins = vec!["b".parse().unwrap()];
    let chosen = next(&plan, &[], &[]).unwrap();
    assert_eq!(chosen.given.skill.as_str(), "b");
}

#[test]
fn a_plan_that_an_earlier_version_kept_is_still_read() {
    let mut kept = serde_json::to_value(assigned(&["a"])).unwrap();
    kept.as_object_mut().unwrap().remove("pins");
    let plan: Plan = crate::json::wire(&kept.to_string()).unwrap();
    assert!(plan.pins.is_empty());
    assert_eq!(next(&plan, &[], &[]).unwrap().because, Because::NextStep);
}

#[test]
fn a_reload_shows_the_same_question_and_an_answer_another() {
    let plan = assigned(&["a"]);
    let first = next(&plan, &[], &[]).unwrap();
    assert_eq!(next(&plan, &[], &[]).unwrap(), first);
    let then = next(
        &plan,
        &[answered(1, "a", true)],
        std::slice::from_ref(&first.given),
    )
    .unwrap();
    assert_ne!(then.given.template, first.given.template);
    assert_eq!(
        then.because,
        Because::KeepGoing(MasteryLevel::NotEnoughEvidence)
    );
}

#[test]
fn a_pathway_can_be_practised_alone() {
    let mut plan = assigned(&["a"]);
    plan.assignments.insert(
        0,
        AssignedPathway {
            pathway: pathway("q", &["b"]),
            ..plan.assignments[0].clone()
        },
    );
    let only: PathwayCode = "q".parse().unwrap();
    let chosen = choose(&PracticeContext {
        plan: &plan,
        packs: &[pack()],
        difficulties: &Difficulties::of_plan(&plan),
        estimates: &shown(&plan, &[]),
        recent: &VecDeque::new(),
        pathway: Some(&only),
        now_ms: NOW,
    });
    assert_eq!(chosen.unwrap().given.skill.as_str(), "b");
}

#[test]
fn each_way_of_having_nothing_is_told_apart() {
    assert_eq!(next(&plan(), &[], &[]), Err(Nothing::NothingAssigned));
    let plan = assigned(&["a"]);
    let mastered: Vec<_> = (1..=8).map(|n| answered(n, "a", true)).collect();
    assert_eq!(next(&plan, &mastered, &[]), Err(Nothing::AllMastered));
    let difficulties = Difficulties::of_plan(&plan);
    let empty = PracticeContext {
        difficulties: &difficulties,
        plan: &plan,
        packs: &[],
        estimates: &Estimates::default(),
        recent: &VecDeque::new(),
        pathway: None,
        now_ms: NOW,
    };
    assert_eq!(choose(&empty), Err(Nothing::NoContent));
}

#[test]
fn only_so_many_items_are_looked_back_at() {
    let given = next(&assigned(&["a"]), &[], &[]).unwrap().given;
    let mut recent = VecDeque::new();
    for _ in 0..40 {
        given.clone().push(&mut recent);
    }
    assert_eq!(recent.len(), LOOK_BACK);
}
