//! A class in numbers.

use std::collections::HashSet;

use api::{Assignment, ClassSummary};
use engine::{MasteryLevel, MasteryRule};
use store::{AssignmentRow, ClassRow, EstimateRow};

use crate::error::Reply;
use crate::practice::settings;
use crate::state::AppState;

/// Students with a response within this long are active.
const ACTIVE_MS: i64 = 7 * 24 * 3_600_000;

/// What the summary of one class is worked out from.
#[derive(Debug)]
pub struct Numbers<'a> {
    pub class: ClassRow,
    pub students: usize,
    pub assignments: Vec<AssignmentRow>,
    pub estimates: &'a [EstimateRow],
}

pub fn of(state: &AppState, numbers: Numbers<'_>) -> ClassSummary {
    let Numbers {
        class,
        students,
        assignments,
        estimates,
    } = numbers;
    let now_ms = state.now_ms();
    let active: HashSet<_> = estimates
        .iter()
        .filter(|row| now_ms - row.last_at_ms <= ACTIVE_MS)
        .map(|row| row.student)
        .collect();
    let rule = settings::rule(&state.policy, class.settings);
    let levels = levels(&rule, estimates);
    let count = |wanted: fn(MasteryLevel) -> bool| {
        levels.iter().filter(|level| wanted(**level)).count() as u32
    };
    ClassSummary {
        id: class.id,
        title: class.title,
        school: class.school,
        grade: class.grade,
        code: class.code,
        students: students as u32,
        active_students: active.len() as u32,
        mastered: count(MasteryLevel::is_mastered),
        estimated: count(|level| level != MasteryLevel::NotEnoughEvidence),
        stuck: count(|level| level == MasteryLevel::Stuck),
        assignments: assignments
            .into_iter()
            .map(|row| assignment(state, row))
            .collect(),
    }
}

/// Everything from the store for one class.
pub async fn read(state: &AppState, class: ClassRow) -> Reply<ClassSummary> {
    let roster = state.store.roster(class.id).await?;
    let estimates = state.store.estimates_of_class(class.id).await?;
    let assignments = state.store.assignments_of_class(class.id).await?;
    let numbers = Numbers {
        class,
        students: roster.len(),
        assignments,
        estimates: &estimates,
    };
    Ok(of(state, numbers))
}

/// A pathway that is no longer in the bank is named by its code.
fn assignment(state: &AppState, row: AssignmentRow) -> Assignment {
    let title = match state.bank().pathway(&row.pathway) {
        Some(pathway) => pathway.title.clone(),
        None => row.pathway.to_string(),
    };
    Assignment {
        id: row.id,
        class: row.class,
        pathway: row.pathway,
        title,
        assigned_at_ms: row.assigned_at_ms,
    }
}

fn levels(rule: &MasteryRule, estimates: &[EstimateRow]) -> Vec<MasteryLevel> {
    estimates.iter().map(|row| rule.level(&row.state)).collect()
}
