//! `GET /api/v1/classes/{class}/mastery`

use std::collections::{HashMap, HashSet};

use api::{Cell, ClassId, ClassMastery, Problem, SkillColumn, StudentRow, UserId};
use axum::Json;
use axum::extract::State;
use engine::MasteryLevel;
use item_bank::SkillCode;
use store::{AssignmentRow, AuditAction, EstimateRow};

use super::access;
use super::summary::{self, Numbers};
use crate::auth::names;
use crate::error::Reply;
use crate::http::extract::{One, Teacher};
use crate::practice::{cells, settings};
use crate::state::AppState;

/// Students by skills, with what is known of each.
#[utoipa::path(
    get, path = "/api/v1/classes/{class}/mastery", tag = "classes",
    params(("class" = ClassId, Path)),
    responses(
        (status = 200, description = "The table", body = ClassMastery),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a class of this teacher", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
    One(class): One<ClassId>,
) -> Reply<Json<ClassMastery>> {
    let class = access::class(&state, &teacher, class).await?;
    access::note(
        &state,
        &teacher,
        AuditAction::ReadClass,
        class.id,
        Some("mastery"),
    )
    .await?;
    let mut roster = state.store.roster(class.id).await?;
    // As a person would look for them: Đỗ among the D, whatever the letters' codes.
    roster.sort_by_cached_key(|row| (names::fold(&row.family_name), names::fold(&row.given_name)));
    let estimates = state.store.estimates_of_class(class.id).await?;
    let assignments = state.store.assignments_of_class(class.id).await?;

    let columns = columns(&state, &assignments, &estimates);
    let mut by_cell: HashMap<(UserId, &SkillCode), &EstimateRow> = HashMap::new();
    let mut last_active: HashMap<UserId, i64> = HashMap::new();
    for row in &estimates {
        by_cell.insert((row.student, &row.skill), row);
        let last = last_active.entry(row.student).or_insert(row.last_at_ms);
        *last = (*last).max(row.last_at_ms);
    }
    let rule = settings::rule(&state.policy, class.settings);
    let settings = settings::of_class(&state.policy, class.settings);
    let cell = |student: UserId, column: &SkillColumn| {
        by_cell
            .get(&(student, &column.code))
            .map_or(UNPRACTISED, |row| cells::of(&rule, row))
    };
    let students = roster.iter().map(|student| StudentRow {
        id: student.id,
        name: format!("{} {}", student.given_name, student.family_name),
        sort_name: format!("{}, {}", student.family_name, student.given_name),
        home_language: student.home_language.clone(),
        last_active_ms: last_active.get(&student.id).copied(),
        cells: columns
            .iter()
            .map(|column| cell(student.id, column))
            .collect(),
    });
    let students: Vec<StudentRow> = students.collect();
    let numbers = Numbers {
        class,
        students: students.len(),
        assignments,
        estimates: &estimates,
    };
    Ok(Json(ClassMastery {
        class: summary::of(&state, numbers),
        settings,
        students,
        skills: columns,
        server_time_ms: state.now_ms(),
    }))
}

const UNPRACTISED: Cell = Cell {
    level: MasteryLevel::NotEnoughEvidence,
    percent: None,
    opportunities: 0,
    last_ms: None,
};

/// Skills that are assigned or that someone has practised, in the bank's teaching order.
fn columns(
    state: &AppState,
    assignments: &[AssignmentRow],
    estimates: &[EstimateRow],
) -> Vec<SkillColumn> {
    let bank = state.bank();
    let assigned: HashSet<&SkillCode> = assignments
        .iter()
        .filter_map(|row| bank.pathway(&row.pathway))
        .flat_map(|pathway| &pathway.skills)
        .collect();
    let practised: HashSet<&SkillCode> = estimates.iter().map(|row| &row.skill).collect();
    bank.skills()
        .iter()
        .filter(|skill| assigned.contains(&skill.code) || practised.contains(&skill.code))
        .map(|skill| SkillColumn {
            code: skill.code.clone(),
            short: skill.short.clone(),
            title: skill.title.clone(),
            grade: skill.grade,
            assigned: assigned.contains(&skill.code),
        })
        .collect()
}
