//! What holds of every pick, whatever the class, the pathway and the day.

use proptest::bool::weighted;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::AbilityPrior;
use crate::bkt::to_odds;

#[derive(Clone, Debug)]
struct World {
    params: Vec<SkillParams>,
    states: Vec<SkillState>,
    prerequisites: Vec<Vec<usize>>,
    assigned: Vec<Option<u32>>,
    placed_out: Vec<bool>,
    templates: Vec<Vec<ItemParams>>,
    recent: Vec<Recent>,
    pins: Vec<Pin>,
    rest: usize,
    seed: u32,
}

const TODAY: SchoolDay = SchoolDay(100);

impl World {
    fn with<T>(&self, then: impl FnOnce(&Selection<'_>) -> T) -> T {
        let skills: Vec<SkillView<'_>> = (0..self.states.len())
            .map(|n| SkillView {
                params: self.params[n],
                state: self.states[n],
                prerequisites: &self.prerequisites[n],
                assigned: self.assigned[n],
                placed_out: self.placed_out[n],
                templates: &self.templates[n],
            })
            .collect();
        then(&Selection {
            skills: &skills,
            recent: &self.recent,
            pins: &self.pins,
            ability: Ability::new(&AbilityPrior::default()),
            rule: MasteryRule::default(),
            zone: Zone::default(),
            rest: self.rest,
            today: TODAY,
            seed: self.seed,
        })
    }

    fn pick(&self) -> (Result<Pick, Finished>, Vec<RunnerUp>) {
        let mut selector = Selector::default();
        let pick = self.with(|ctx| selector.pick(ctx));
        (pick, selector.runners_up().to_vec())
    }

    fn mastered(&self, skill: usize) -> bool {
        let level = MasteryRule::default().level(&self.states[skill]);
        level.is_mastered()
    }

    fn teachable(&self, skill: usize) -> bool {
        self.assigned[skill].is_some() && !self.templates[skill].is_empty()
    }

    fn met(&self, skill: usize) -> bool {
        self.mastered(skill) || self.placed_out[skill] || !self.teachable(skill)
    }
}

prop_compose! {
    fn params()(
        prior in 0.1..0.6f64, guess in 0.02..0.4f64, slip in 0.02..0.3f64, slope in 0.0..1.5f64,
    ) -> SkillParams {
        SkillParams {
            guess_slope: slope,
            slip_slope: slope,
            forget_daily: 0.004,
            ..SkillParams::plain(prior, 0.15, guess, slip).unwrap()
        }
    }
}

prop_compose! {
    fn state()(
        p in 0.02..0.999f64, unaided in 0u32..8, since_run in 0u32..14,
        stability in 1.0..60.0f64, ago in 0i32..60,
    ) -> SkillState {
        SkillState {
            odds: to_odds(p),
            opportunities: unaided + since_run,
            evidence: unaided + since_run / 2,
            unaided,
            unbridged: unaided / 2,
            run: 0,
            since_run,
            stability,
            last_day: (unaided > 0).then_some(SchoolDay(TODAY.0 - ago)),
        }
    }
}

fn templates() -> impl Strategy<Value = Vec<ItemParams>> {
    let item = (-1.5..1.5f64, 0.0..0.3f64)
        .prop_map(|(difficulty, chance)| ItemParams { difficulty, chance });
    vec(item, 0..8)
}

/// Any graph, circles and places that name nothing included.
fn world() -> impl Strategy<Value = World> {
    (1usize..14).prop_flat_map(|n| {
        let of = n + 1;
        let recent =
            (0..of, 0usize..8, any::<bool>()).prop_map(|(skill, template, review)| Recent {
                skill,
                template,
                review,
            });
        let pin = (0..of, option::of(0usize..8), 0u32..4).prop_map(|(skill, template, left)| Pin {
            skill,
            template,
            until: match left {
                3 => PinUntil::Mastered,
                left => PinUntil::Given { left },
            },
        });
        (
            (
                vec(params(), n),
                vec(state(), n),
                vec(vec(0..of, 0..3), n),
                vec(option::weighted(0.8, 0u32..20), n),
                vec(weighted(0.1), n),
            ),
            (
                vec(templates(), n),
                vec(recent, 0..12),
                vec(pin, 0..2),
                0usize..6,
                any::<u32>(),
            ),
        )
            .prop_map(
                |(
                    (params, states, prerequisites, assigned, placed_out),
                    (templates, recent, pins, rest, seed),
                )| World {
                    params,
                    states,
                    prerequisites,
                    assigned,
                    placed_out,
                    templates,
                    recent,
                    pins,
                    rest,
                    seed,
                },
            )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn the_same_selection_gives_the_same_pick(world in world(), other in world()) {
        let fresh = world.pick();
        let mut used = Selector::with_capacity(3);
        let _ = other.with(|ctx| used.pick(ctx));
        let again = world.with(|ctx| used.pick(ctx));
        prop_assert_eq!(&again, &fresh.0);
        prop_assert_eq!(used.runners_up(), &fresh.1[..]);
    }

    #[test]
    fn mastered_skills_come_back_only_by_review_or_pin(world in world()) {
        if let Ok(pick) = world.pick().0 {
            let allowed = matches!(pick.reason, Reason::Review { .. } | Reason::Pinned);
            prop_assert!(allowed || !world.mastered(pick.skill), "{:?}", pick);
        }
    }

    #[test]
    fn what_is_given_next_is_open(world in world()) {
        let Ok(pick) = world.pick().0 else { return Ok(()) };
        if matches!(
            pick.reason,
            Reason::NextOnPathway | Reason::KeepGoing | Reason::MixItUp { .. }
        ) {
            prop_assert!(world.teachable(pick.skill));
            for &p in &world.prerequisites[pick.skill] {
                prop_assert!(p >= world.states.len() || world.met(p), "{pick:?} needs {p}");
            }
        }
        if pick.reason == Reason::TryEasier {
            prop_assert!(world.teachable(pick.skill));
        }
    }

    #[test]
    fn reasons_name_real_skills(world in world()) {
        let (pick, runners_up) = world.pick();
        let real = |skill: usize| skill < world.states.len();
        if let Ok(pick) = pick {
            prop_assert!(real(pick.skill));
            prop_assert!(pick.template < world.templates[pick.skill].len());
            prop_assert!((0.0..=1.0).contains(&pick.predicted));
            match pick.reason {
                Reason::MixItUp { instead_of } => prop_assert!(real(instead_of)),
                Reason::StepBack { from } => {
                    prop_assert!(world.assigned[from].is_some() && from != pick.skill);
                }
                Reason::Review { days, recall } => {
                    prop_assert!(days > 0 && recall < crate::REVIEW_BELOW);
                }
                Reason::Pinned => {
                    prop_assert!(world.pins.iter().any(|pin| pin.skill == pick.skill));
                }
                _ => {}
            }
        }
        for other in runners_up {
            if let WhyNot::NeedsFirst { prerequisite } = other.why_not {
                prop_assert!(real(prerequisite));
                prop_assert!(world.prerequisites[other.skill].contains(&prerequisite));
            }
        }
    }

    #[test]
    fn inside_the_zone_when_a_rested_template_is(world in world()) {
        let Ok(pick) = world.pick().0 else { return Ok(()) };
        if world.pins.iter().any(|pin| pin.template.is_some()) {
            return Ok(());
        }
        let zone = Zone::default();
        let inside = |p: f64| (zone.low..=zone.high).contains(&p);
        let count = world.templates[pick.skill].len();
        let rest = world.rest.max(1).min(count / 2);
        let of_skill = world.recent.iter().rev().filter(|r| r.skill == pick.skill);
        let resting: Vec<usize> = of_skill.take(rest).map(|r| r.template).collect();
        prop_assert!(!resting.contains(&pick.template));
        let some_inside = world.with(|ctx| {
            (0..count).any(|t| !resting.contains(&t) && inside(ctx.predict(pick.skill, t)))
        });
        prop_assert_eq!(some_inside, inside(pick.predicted));
    }

    #[test]
    fn runners_up_are_the_other_assigned_skills_in_order(world in world()) {
        let (pick, runners_up) = world.pick();
        let picked = pick.ok().map(|pick| pick.skill);
        let mut others: Vec<usize> = (0..world.states.len())
            .filter(|&s| world.assigned[s].is_some() && Some(s) != picked)
            .collect();
        others.sort_by_key(|&s| (world.assigned[s], s));
        let listed: Vec<usize> = runners_up.iter().map(|r| r.skill).collect();
        prop_assert_eq!(listed, others);
    }

    #[test]
    fn without_its_pick_a_pathway_still_gives_no_mastered_skill(world in world()) {
        let Ok(pick) = world.pick().0 else { return Ok(()) };
        let mut without = world.clone();
        without.assigned[pick.skill] = None;
        without.pins.clear();
        match without.pick().0 {
            Ok(next) => {
                let review = matches!(next.reason, Reason::Review { .. });
                prop_assert!(review || !without.mastered(next.skill));
            }
            Err(Finished::AllMastered) => {
                let left = (0..without.states.len()).filter(|&s| without.teachable(s));
                for skill in left {
                    prop_assert!(without.mastered(skill) || without.placed_out[skill]);
                }
            }
            Err(_) => {}
        }
    }

    #[test]
    fn a_pin_that_stands_wins(world in world()) {
        let Some(pin) = world.pins.first() else { return Ok(()) };
        let stands = pin.skill < world.states.len()
            && !world.templates[pin.skill].is_empty()
            && match pin.until {
                PinUntil::Mastered => !world.mastered(pin.skill),
                PinUntil::Given { left } => left > 0,
            };
        if stands {
            let pick = world.pick().0.unwrap();
            prop_assert_eq!((pick.skill, pick.reason), (pin.skill, Reason::Pinned));
            if let Some(template) = pin.template.filter(|&t| t < world.templates[pin.skill].len()) {
                prop_assert_eq!(pick.template, template);
            }
        }
    }
}
