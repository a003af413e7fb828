//! `GET /api/v1/content/skills`

use std::collections::{HashMap, HashSet};

use api::{Problem, SkillGraph, SkillNode};
use axum::Json;
use axum::extract::State;
use item_bank::{SkillCode, TemplateId, graph};

use crate::error::Reply;
use crate::http::extract::Teacher;
use crate::state::AppState;

/// Every skill with what it builds on, its place in a drawing, and how much there is to ask.
#[utoipa::path(
    get, path = "/api/v1/content/skills", tag = "content",
    responses(
        (status = 200, description = "The graph", body = SkillGraph),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(State(state): State<AppState>, _teacher: Teacher) -> Reply<Json<SkillGraph>> {
    let bank = state.bank();
    let mut live: HashMap<&SkillCode, u32> = HashMap::new();
    for template in bank.templates() {
        *live.entry(&template.skill).or_default() += 1;
    }
    let here: HashSet<&TemplateId> = bank.templates().map(|template| &template.id).collect();
    let mut others: HashMap<SkillCode, u32> = HashMap::new();
    for saved in state.store.newest_revisions().await? {
        if !here.contains(&saved.template.id) {
            *others.entry(saved.template.skill).or_default() += 1;
        }
    }
    let plan = graph::layout(bank.skills());
    let node = |(skill, place): (&item_bank::Skill, &[f64; 2])| {
        let live = live.get(&skill.code).copied().unwrap_or(0);
        SkillNode {
            code: skill.code.clone(),
            title: skill.title.clone(),
            short: skill.short.clone(),
            grade: skill.grade,
            domain: skill.domain.clone(),
            standards: skill.standards.clone(),
            prerequisites: skill.prerequisites.clone(),
            templates: live + others.get(&skill.code).copied().unwrap_or(0),
            live,
            x: place[0],
            y: place[1],
        }
    };
    Ok(Json(SkillGraph {
        skills: bank.skills().iter().zip(&plan.places).map(node).collect(),
        pathways: bank.pathways().to_vec(),
        width: plan.width,
        height: plan.height,
    }))
}
