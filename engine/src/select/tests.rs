use super::*;
use crate::{Help, Observation};

const TEMPLATES: [TemplateView; 3] = [
    TemplateView {
        difficulty: Difficulty::Easy,
        chance: 0.0,
    },
    TemplateView {
        difficulty: Difficulty::Medium,
        chance: 0.0,
    },
    TemplateView {
        difficulty: Difficulty::Hard,
        chance: 0.0,
    },
];
const TODAY: SchoolDay = SchoolDay(200);

fn params() -> SkillParams {
    SkillParams::new(0.3, 0.15, 0.08, 0.08, 0.004).unwrap()
}

fn state(answers: &str, day: i32) -> SkillState {
    let mut state = SkillState::new(&params());
    for answer in answers.chars() {
        let seen = Observation {
            correct: answer == '+',
            emission: emission_for(&params(), Difficulty::Medium, 0.0),
            help: Help::default(),
            bridged: false,
            day: SchoolDay(day),
        };
        state.observe(&params(), &seen);
    }
    state
}

struct Map {
    states: Vec<SkillState>,
    prerequisites: Vec<Vec<usize>>,
    assigned: Vec<Option<u32>>,
}

/// A chain 0 <- 1 <- 2 ..., all assigned in order, with these answer histories of today.
fn chain(histories: &[&str]) -> Map {
    Map {
        states: histories.iter().map(|h| state(h, TODAY.0)).collect(),
        prerequisites: (0..histories.len())
            .map(|n| n.checked_sub(1).into_iter().collect())
            .collect(),
        assigned: (0..histories.len()).map(|n| Some(n as u32)).collect(),
    }
}

impl Map {
    fn pick(&self, recent: &[Recent]) -> Result<Pick, Finished> {
        let skills: Vec<SkillView<'_>> = (0..self.states.len())
            .map(|n| SkillView {
                params: params(),
                state: self.states[n],
                prerequisites: &self.prerequisites[n],
                assigned: self.assigned[n],
                templates: &TEMPLATES,
            })
            .collect();
        select(&Selection {
            skills: &skills,
            recent,
            rule: MasteryRule::default(),
            zone: Zone::default(),
            today: TODAY,
            seed: 7,
        })
    }
}

fn given(skill: usize, template: usize) -> Recent {
    Recent {
        skill,
        template,
        review: false,
    }
}

#[test]
fn starts_at_the_first_open_skill_and_says_so() {
    let pick = chain(&["", "", ""]).pick(&[]).unwrap();
    assert_eq!((pick.skill, pick.reason), (0, Reason::NextOnPathway));
    assert_eq!(
        pick.runners_up[0],
        RunnerUp {
            skill: 1,
            why_not: WhyNot::NeedsFirst { prerequisite: 0 }
        }
    );
}

#[test]
fn a_mastered_prerequisite_opens_the_next_skill() {
    let pick = chain(&["+++++", "", ""]).pick(&[given(0, 1)]).unwrap();
    assert_eq!((pick.skill, pick.reason), (1, Reason::NextOnPathway));
}

#[test]
fn stays_with_a_skill_then_mixes_in_another() {
    let mut map = chain(&["+", "+", ""]);
    map.prerequisites = vec![vec![]; 3];
    let three = [given(0, 0); 3];
    assert_eq!(map.pick(&three).unwrap().reason, Reason::KeepGoing);
    let four = [given(0, 0); 4];
    let pick = map.pick(&four).unwrap();
    assert_eq!(
        (pick.skill, pick.reason),
        (1, Reason::MixItUp { instead_of: 0 })
    );
}

#[test]
fn never_the_same_template_twice_in_a_row() {
    let map = chain(&["+-"]);
    let first = map.pick(&[]).unwrap().template;
    assert_ne!(map.pick(&[given(0, first)]).unwrap().template, first);
}

#[test]
fn a_fading_skill_comes_back_but_not_twice_in_a_row() {
    let mut map = chain(&["", ""]);
    map.states[0] = state("++++++", TODAY.0 - 30);
    let pick = map.pick(&[]).unwrap();
    assert!(matches!(pick.reason, Reason::Review { days: 30, recall } if recall < 0.9));
    let again = map
        .pick(&[Recent {
            skill: 0,
            template: 0,
            review: true,
        }])
        .unwrap();
    assert_eq!(again.skill, 1);
}

#[test]
fn stuck_steps_back_to_the_weakest_prerequisite_even_outside_the_pathway() {
    let mut map = chain(&["+-", "", ""]);
    map.prerequisites = vec![vec![], vec![], vec![0, 1]];
    map.assigned = vec![None, None, Some(0)];
    map.states[2] = state("-+--+--+--", TODAY.0);
    let pick = map.pick(&[]).unwrap();
    assert_eq!(pick.reason, Reason::StepBack { from: 2 });
    assert!(map.states[pick.skill].p_known() <= map.states[1 - pick.skill].p_known());
}

#[test]
fn stuck_without_a_prerequisite_gets_easier() {
    let map = chain(&["-+--+--+--"]);
    assert_eq!(map.pick(&[]).unwrap().reason, Reason::TryEasier);
}

#[test]
fn an_outside_prerequisite_is_doubted_only_on_evidence() {
    let mut map = chain(&["", ""]);
    map.assigned[0] = None;
    assert_eq!(map.pick(&[]).unwrap().skill, 1);
    map.states[0] = state("----", TODAY.0);
    let pick = map.pick(&[]).unwrap();
    assert_eq!((pick.skill, pick.reason), (0, Reason::StepBack { from: 1 }));
}

#[test]
fn says_when_there_is_nothing_left() {
    assert_eq!(chain(&["++++++"]).pick(&[]), Err(Finished::AllMastered));
    let mut unassigned = chain(&[""]);
    unassigned.assigned = vec![None];
    assert_eq!(unassigned.pick(&[]), Err(Finished::NothingAssigned));
}

#[test]
fn prefers_a_template_inside_the_zone() {
    let map = chain(&["+"]);
    let pick = map.pick(&[]).unwrap();
    let zone = Zone::default();
    assert!(
        pick.predicted >= zone.low && pick.predicted <= zone.high,
        "{}",
        pick.predicted
    );
}
