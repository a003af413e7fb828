//! `GET /api/v1/content/templates`

use std::collections::{BTreeSet, HashMap};

use api::{Problem, TemplateList, TemplateState, TemplateSummary};
use axum::Json;
use axum::extract::State;
use item_bank::{SkillCode, Template, TemplateId, TemplateRef};
use store::{AuthoredRow, RevisionRow};

use super::work;
use crate::error::Reply;
use crate::http::extract::Teacher;
use crate::state::AppState;

/// Every template: live, retired or being written.
#[utoipa::path(
    get, path = "/api/v1/content/templates", tag = "content",
    responses(
        (status = 200, description = "The templates", body = TemplateList),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(State(state): State<AppState>, _teacher: Teacher) -> Reply<Json<TemplateList>> {
    let bank = state.bank();
    let rows = state.store.authored_templates().await?;
    let newest = state.store.newest_revisions().await?;
    let newest: HashMap<&TemplateId, &RevisionRow> =
        newest.iter().map(|it| (&it.template.id, it)).collect();
    let rows: HashMap<&TemplateId, &AuthoredRow> = rows.iter().map(|row| (&row.id, row)).collect();

    let mut templates = Vec::new();
    for live in bank.templates() {
        let row = rows.get(&live.id).copied();
        let draft = row.filter(|row| row.state.is_some());
        let shown = draft.and_then(|row| newest.get(&row.id)).copied();
        let mut summary = summary(
            shown.map_or(live, |it| &it.template),
            row,
            newest.get(&live.id),
        );
        summary.version = Some(live.version);
        if draft.is_none() {
            summary.state = TemplateState::Live;
        }
        templates.push(summary);
    }
    let here: BTreeSet<TemplateId> = templates.iter().map(|it| it.id.clone()).collect();
    for (id, row) in rows.iter().filter(|(id, _)| !here.contains(*id)) {
        if let Some(saved) = newest.get(id) {
            templates.push(summary(&saved.template, Some(row), Some(saved)));
        } else if let Some(last) = last_version(&state, id).await? {
            // one of the program's, retired and never edited
            templates.push(summary(&last, Some(row), None));
        }
    }
    let place: HashMap<&SkillCode, usize> = bank
        .skills()
        .iter()
        .enumerate()
        .map(|(n, skill)| (&skill.code, n))
        .collect();
    templates.sort_by_cached_key(|it| {
        let place = place.get(&it.skill).copied().unwrap_or(usize::MAX);
        (place, it.id.clone())
    });
    Ok(Json(TemplateList { templates }))
}

fn summary(
    template: &Template,
    row: Option<&AuthoredRow>,
    saved: Option<&&RevisionRow>,
) -> TemplateSummary {
    let state = row.and_then(|row| row.state).map(work::state_of);
    TemplateSummary {
        id: template.id.clone(),
        version: None,
        skill: template.skill.clone(),
        kind: template.kind,
        difficulty: template.difficulty,
        state: state.unwrap_or(TemplateState::Retired),
        author: saved.and_then(|it| it.author.clone()),
        source: template.source.clone(),
        license: template.license.clone(),
        updated_at_ms: row.map(|row| row.updated_at_ms),
    }
}

async fn last_version(state: &AppState, id: &TemplateId) -> Reply<Option<Template>> {
    let kept = state.store.template_versions().await?;
    let of_this = kept.into_iter().filter(|row| &row.reference.id == id);
    let last: Option<TemplateRef> = of_this
        .map(|row| row.reference)
        .max_by_key(|reference| reference.version);
    match last {
        Some(last) => Ok(state.store.template_version(&last).await?),
        None => Ok(None),
    }
}
