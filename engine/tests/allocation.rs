//! Picking allocates nothing once a selector has seen its size.

use engine::{
    Ability, AbilityPrior, ItemParams, MasteryRule, Pin, PinUntil, REST, Recent, SchoolDay,
    Selection, Selector, SkillParams, SkillState, SkillView, Zone,
};

const SKILLS: usize = 500;
const TEMPLATES: usize = 10;

struct Student {
    params: SkillParams,
    states: Vec<SkillState>,
    graph: Vec<Vec<usize>>,
    templates: Vec<ItemParams>,
}

impl Student {
    /// Mastered, stuck, under way and new skills in turn.
    fn new() -> Self {
        let params = SkillParams {
            guess_slope: 1.0,
            slip_slope: 1.0,
            ..SkillParams::plain(0.3, 0.1, 0.1, 0.1).expect("within bounds")
        };
        let state = |skill: usize| SkillState {
            odds: [99.0, 0.4, 1.5, 0.4][skill % 4],
            unaided: 5,
            evidence: 5,
            since_run: [0, 12, 4, 0][skill % 4],
            last_day: Some(SchoolDay(50 - skill as i32 % 30)),
            ..SkillState::new(&params)
        };
        Self {
            params,
            states: (0..SKILLS).map(state).collect(),
            graph: (0..SKILLS)
                .map(|s| (1..4).filter_map(|back| s.checked_sub(back * 7)).collect())
                .collect(),
            templates: (0..TEMPLATES)
                .map(|t| ItemParams {
                    difficulty: t as f64 / 5.0 - 1.0,
                    chance: 0.0,
                })
                .collect(),
        }
    }

    fn views(&self, assigned: usize) -> Vec<SkillView<'_>> {
        (0..SKILLS)
            .map(|s| SkillView {
                params: self.params,
                state: self.states[s],
                prerequisites: &self.graph[s],
                assigned: (s < assigned).then_some((SKILLS - s) as u32),
                placed_out: false,
                templates: &self.templates,
            })
            .collect()
    }
}

fn picks(selector: &mut Selector, skills: &[SkillView<'_>], seeds: std::ops::Range<u32>) -> u64 {
    let recent = [8, 8, 12, 16, 16].map(|skill| Recent {
        skill,
        template: 3,
        review: false,
    });
    let pins = [Pin {
        skill: 9,
        template: None,
        until: PinUntil::Given { left: 1 },
    }];
    let allocations = allocation_counter::measure(|| {
        for seed in seeds {
            let pick = selector.pick(&Selection {
                skills,
                recent: &recent[..seed as usize % 6],
                pins: &pins[..usize::from(seed % 7 == 0)],
                ability: Ability::new(&AbilityPrior::default()),
                rule: MasteryRule::default(),
                zone: Zone::default(),
                rest: REST,
                today: SchoolDay(50 + seed as i32 % 9),
                seed,
            });
            assert!(pick.is_ok());
            assert!(selector.runners_up().len() >= 99);
        }
    });
    allocations.count_total
}

#[test]
fn after_the_first_pick_of_a_size_nothing_is_allocated() {
    let student = Student::new();
    let (part, all) = (student.views(100), student.views(SKILLS));
    let mut selector = Selector::default();
    assert!(picks(&mut selector, &part, 0..1) > 0, "the counter counts");
    assert_eq!(picks(&mut selector, &part, 1..60), 0);
    assert_eq!(
        picks(&mut selector, &all, 60..120),
        0,
        "more of them assigned"
    );
}

#[test]
fn room_can_be_made_beforehand() {
    let student = Student::new();
    let mut selector = Selector::with_capacity(SKILLS);
    assert_eq!(picks(&mut selector, &student.views(SKILLS), 0..60), 0);
}
