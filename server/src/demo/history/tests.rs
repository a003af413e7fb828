use std::collections::{HashMap, HashSet};

use engine::{MasteryLevel, MasteryRule};

use super::*;
use crate::demo::people::Demo;

const MONDAY_MS: i64 = 1_789_412_400_000;

fn guide_class(now_ms: i64) -> (Demo, Vec<Vec<GradedResponse>>) {
    let demo = Demo::new(crate::demo::DEFAULT_SEED);
    let class = &demo.classes[0];
    let course = Course::new(Bank::embedded(), &class.pathways, now_ms, 16 * 3_600_000);
    let histories = class
        .students
        .iter()
        .enumerate()
        .map(|(n, student)| course.practise(student, n as u64))
        .collect();
    (demo, histories)
}

fn levels(history: &[GradedResponse]) -> HashMap<SkillCode, MasteryLevel> {
    let mut states: HashMap<SkillCode, SkillState> = HashMap::new();
    let mut ability = Ability::new(&Model::of_content().prior);
    for response in history {
        let Some(scored) = &response.scored else {
            continue;
        };
        let state = states
            .entry(response.skill.clone())
            .or_insert_with(|| SkillState::new(&scored.params));
        state.observe(
            &scored.params,
            &mut ability,
            &scored.prior,
            &scored.observation(),
        );
    }
    let level = |state| MasteryRule::default().level(state);
    states
        .iter()
        .map(|(skill, state)| (skill.clone(), level(state)))
        .collect()
}

#[test]
fn every_page_has_something_to_show_on_every_day_of_the_week() {
    for day in 0..7 {
        let now_ms = MONDAY_MS + day * DAY_MS;
        let (demo, histories) = guide_class(now_ms);
        let all: HashSet<MasteryLevel> = histories
            .iter()
            .flat_map(|history| levels(history).into_values())
            .collect();
        for wanted in [
            MasteryLevel::Mastered,
            MasteryLevel::MasteredWithBridge,
            MasteryLevel::Growing,
            MasteryLevel::Starting,
            MasteryLevel::Stuck,
        ] {
            assert!(all.contains(&wanted), "day {day} shows nobody {wanted:?}");
        }
        // The two whom guides name have begun, and have most of the pathway before them.
        let pathway = Bank::embedded()
            .pathway(&demo.classes[0].pathways[0])
            .unwrap();
        for history in &histories[..2] {
            let mastered = levels(history)
                .into_values()
                .filter(|l| l.is_mastered())
                .count();
            assert!(!history.is_empty() && mastered + 1 < pathway.skills.len());
        }
        let times = histories
            .iter()
            .flatten()
            .map(|response| response.effective_at_ms);
        assert!(times.clone().max().unwrap() < now_ms);
        assert!(times.min().unwrap() > now_ms - 22 * DAY_MS);
    }
}

#[test]
fn the_same_seed_and_time_give_the_same_history() {
    let records = |now_ms| -> Vec<ResponseRecord> {
        guide_class(now_ms)
            .1
            .into_iter()
            .flatten()
            .map(|response| response.record)
            .collect()
    };
    assert_eq!(records(MONDAY_MS), records(MONDAY_MS));
    assert_ne!(records(MONDAY_MS), records(MONDAY_MS + DAY_MS));
}
