use super::*;
use crate::{AbilityPrior, Help, Observation};

const fn item(difficulty: f64) -> ItemParams {
    ItemParams {
        difficulty,
        chance: 0.0,
    }
}

const TEMPLATES: [ItemParams; 3] = [item(-0.7), item(0.0), item(0.7)];
const PRIOR: AbilityPrior = AbilityPrior {
    variance: 0.8,
    drift: 0.0,
};
const TODAY: SchoolDay = SchoolDay(200);

fn params() -> SkillParams {
    SkillParams {
        forget_daily: 0.004,
        guess_slope: 0.6,
        slip_slope: 0.6,
        ..SkillParams::plain(0.3, 0.15, 0.08, 0.08).unwrap()
    }
}

fn state(answers: &str, day: i32) -> SkillState {
    let (mut state, mut ability) = (SkillState::new(&params()), Ability::new(&PRIOR));
    for answer in answers.chars() {
        let seen = Observation {
            correct: answer == '+',
            item: item(0.0),
            help: Help::default(),
            bridged: false,
            day: SchoolDay(day),
        };
        state.observe(&params(), &mut ability, &PRIOR, &seen);
    }
    state
}

struct Map {
    states: Vec<SkillState>,
    prerequisites: Vec<Vec<usize>>,
    assigned: Vec<Option<u32>>,
    placed_out: Vec<usize>,
    templates: Vec<ItemParams>,
    rest: usize,
}

/// A chain 0 <- 1 <- 2 ..., all assigned in order, with these answer histories of today.
fn chain(histories: &[&str]) -> Map {
    Map {
        states: histories.iter().map(|h| state(h, TODAY.0)).collect(),
        prerequisites: (0..histories.len())
            .map(|n| n.checked_sub(1).into_iter().collect())
            .collect(),
        assigned: (0..histories.len()).map(|n| Some(n as u32)).collect(),
        placed_out: Vec::new(),
        templates: TEMPLATES.to_vec(),
        rest: REST,
    }
}

impl Map {
    fn pick(&self, recent: &[Recent]) -> Result<Pick, Finished> {
        self.pick_with(recent, &[]).0
    }

    fn pick_with(
        &self,
        recent: &[Recent],
        pins: &[Pin],
    ) -> (Result<Pick, Finished>, Vec<RunnerUp>) {
        let skills: Vec<SkillView<'_>> = (0..self.states.len())
            .map(|n| SkillView {
                params: params(),
                state: self.states[n],
                prerequisites: &self.prerequisites[n],
                assigned: self.assigned[n],
                placed_out: self.placed_out.contains(&n),
                templates: &self.templates,
            })
            .collect();
        let mut selector = Selector::default();
        let pick = selector.pick(&Selection {
            skills: &skills,
            recent,
            pins,
            ability: Ability::new(&PRIOR),
            rule: MasteryRule::default(),
            zone: Zone::default(),
            rest: self.rest,
            today: TODAY,
            seed: 7,
        });
        (pick, selector.runners_up().to_vec())
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
    let (pick, runners_up) = chain(&["", "", ""]).pick_with(&[], &[]);
    let pick = pick.unwrap();
    assert_eq!((pick.skill, pick.reason), (0, Reason::NextOnPathway));
    assert_eq!(
        runners_up[0],
        RunnerUp {
            skill: 1,
            why_not: WhyNot::NeedsFirst { prerequisite: 0 },
            predicted: None,
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

#[test]
fn a_review_does_not_end_a_block() {
    let mut map = chain(&["+", "+", ""]);
    map.prerequisites = vec![vec![]; 3];
    map.states[2] = state("++++++", TODAY.0 - 30);
    let review = Recent {
        review: true,
        ..given(2, 0)
    };
    let recent = [given(0, 0), given(1, 0), review];
    let pick = map.pick(&recent).unwrap();
    assert_eq!((pick.skill, pick.reason), (1, Reason::KeepGoing));
}

#[test]
fn behind_a_stuck_skill_nothing_opens() {
    let map = chain(&["-+--+--+--", "", ""]);
    let (pick, runners_up) = map.pick_with(&[], &[]);
    let pick = pick.unwrap();
    assert_eq!((pick.skill, pick.reason), (0, Reason::TryEasier));
    let needs = WhyNot::NeedsFirst { prerequisite: 0 };
    assert_eq!(runners_up[0].why_not, needs);
}

#[test]
fn a_step_back_goes_behind_prerequisites_that_are_stuck_too() {
    let map = chain(&["+-", "-+--+--+--", "-+--+--+--"]);
    let pick = map.pick(&[]).unwrap();
    assert_eq!((pick.skill, pick.reason), (0, Reason::StepBack { from: 1 }));
    let mut map = map;
    map.assigned = vec![None, None, Some(0)];
    let pick = map.pick(&[]).unwrap();
    assert_eq!((pick.skill, pick.reason), (0, Reason::StepBack { from: 2 }));
}

#[test]
fn a_circle_of_prerequisites_ends() {
    for history in ["", "-+--+--+--"] {
        let mut map = chain(&[history; 3]);
        map.prerequisites = vec![vec![1], vec![2], vec![0]];
        assert!(map.pick(&[]).is_ok());
    }
    let mut itself = chain(&[""]);
    itself.prerequisites = vec![vec![0]];
    assert_eq!(itself.pick(&[]).unwrap().skill, 0);
}

#[test]
fn what_was_placed_out_opens_the_next_skill_until_it_is_doubted() {
    let mut map = chain(&["", ""]);
    map.placed_out = vec![0];
    let (pick, runners_up) = map.pick_with(&[], &[]);
    assert_eq!(pick.unwrap().skill, 1);
    assert_eq!(runners_up[0].why_not, WhyNot::PlacedOut);
    map.states[0] = state("----", TODAY.0);
    assert_eq!(map.pick(&[]).unwrap().skill, 0);
}

const FOREVER: PinUntil = PinUntil::Mastered;

fn pin(skill: usize, until: PinUntil) -> Pin {
    Pin {
        skill,
        template: None,
        until,
    }
}

#[test]
fn a_pin_wins_over_everything_and_says_so() {
    let mut map = chain(&["", "", ""]);
    map.assigned[2] = None;
    for skill in [1, 2] {
        let (pick, runners_up) = map.pick_with(&[], &[pin(skill, FOREVER)]);
        let pick = pick.unwrap();
        assert_eq!((pick.skill, pick.reason), (skill, Reason::Pinned));
        assert_eq!(runners_up[0].why_not, WhyNot::GivesWay);
        assert!(runners_up[0].predicted.is_some());
    }
    map.assigned = vec![None; 3];
    let alone = map.pick_with(&[], &[pin(1, FOREVER)]).0;
    assert_eq!(alone.unwrap().reason, Reason::Pinned);
}

#[test]
fn a_pin_is_over_when_mastered_or_when_it_was_given_so_often() {
    let map = chain(&["++++++", "", ""]);
    let reason = |pins: &[Pin]| map.pick_with(&[], pins).0.unwrap().reason;
    assert_eq!(reason(&[pin(0, FOREVER)]), Reason::NextOnPathway);
    let counted = |left| pin(0, PinUntil::Given { left });
    assert_eq!(reason(&[counted(2)]), Reason::Pinned);
    assert_eq!(reason(&[counted(0)]), Reason::NextOnPathway);
    let next = map.pick_with(&[], &[counted(0), pin(2, FOREVER)]).0;
    assert_eq!(next.unwrap().skill, 2);
}

#[test]
fn a_pinned_template_needs_no_rest() {
    let map = chain(&["", ""]);
    let this = Pin {
        template: Some(2),
        ..pin(0, FOREVER)
    };
    let pick = map.pick_with(&[given(0, 2)], &[this]).0.unwrap();
    assert_eq!(pick.template, 2);
}

#[test]
fn a_pin_that_names_nothing_is_passed_over() {
    let map = chain(&["", ""]);
    let reason = |pin: Pin| map.pick_with(&[], &[pin]).0.unwrap().reason;
    assert_eq!(reason(pin(99, FOREVER)), Reason::NextOnPathway);
    let no_template = Pin {
        template: Some(99),
        ..pin(1, FOREVER)
    };
    assert_eq!(reason(no_template), Reason::Pinned);
}

#[test]
fn a_template_rests_for_so_many_items_of_its_skill() {
    let mut map = chain(&["+-", ""]);
    map.templates = (0..10).map(|n| item(f64::from(n) / 10.0)).collect();
    map.rest = 4;
    let mut recent: Vec<Recent> = Vec::new();
    for _ in 0..20 {
        let pick = map.pick(&recent).unwrap();
        let of_skill = recent.iter().rev().filter(|r| r.skill == pick.skill);
        let rests = of_skill.take(4).any(|r| r.template == pick.template);
        assert!(!rests, "{pick:?} after {recent:?}");
        recent.push(given(pick.skill, pick.template));
        recent.push(given(1, 0));
    }
}

#[test]
fn few_templates_rest_less_so_that_there_is_a_choice() {
    let mut map = chain(&["+-"]);
    map.rest = 50;
    map.templates = vec![item(0.0)];
    assert_eq!(map.pick(&[given(0, 0)]).unwrap().template, 0);
    map.templates = vec![item(0.0), item(0.1)];
    assert_eq!(map.pick(&[given(0, 1), given(0, 0)]).unwrap().template, 1);
    map.templates = vec![item(0.0); 4];
    let recent = [given(0, 0), given(0, 1), given(0, 2)];
    let pick = map.pick(&recent).unwrap();
    assert!(
        [0, 3].contains(&pick.template),
        "half of four rest: {pick:?}"
    );
}
