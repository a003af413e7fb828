//! `GET /api/v1/readings`

use std::collections::HashMap;

use api::{Decision, Problem, ReadingId, ReadingList, ReadingSummary};
use axum::Json;
use axum::extract::State;
use item_bank::LanguageTag;

use crate::error::Reply;
use crate::http::extract::Teacher;
use crate::state::AppState;

/// The asker's own readings, and those that they may use or read.
#[utoipa::path(
    get, path = "/api/v1/readings", tag = "readings",
    responses(
        (status = 200, description = "Last changed first", body = ReadingList),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(State(state): State<AppState>, teacher: Teacher) -> Reply<Json<ReadingList>> {
    let who = teacher.0.user();
    let mut languages: HashMap<ReadingId, Languages> = HashMap::new();
    for row in state.store.core_states_for(who).await? {
        let of = languages.entry(row.reading).or_default();
        if row.decision != Some(Decision::Approve) {
            of.unread.push(row.language.clone());
        }
        of.all.push(row.language);
    }
    let mut classes: HashMap<ReadingId, Vec<String>> = HashMap::new();
    for row in state.store.reading_assignments_of_teacher(who).await? {
        classes
            .entry(row.reading)
            .or_default()
            .push(row.class_title);
    }
    let heads = state.store.readings_for(who).await?.into_iter();
    let readings = heads.map(|head| {
        let of = languages.remove(&head.id).unwrap_or_default();
        ReadingSummary {
            id: head.id,
            title: head.title,
            state: head.state,
            author: head.author_name,
            mine: head.author == who,
            words: head.words,
            updated_at_ms: head.updated_at_ms,
            languages: of.all,
            unread: of.unread,
            classes: classes.remove(&head.id).unwrap_or_default(),
        }
    });
    Ok(Json(ReadingList {
        readings: readings.collect(),
        drafting: state.drafter.as_ref().map(|drafter| drafter.model()),
    }))
}

#[derive(Default)]
struct Languages {
    all: Vec<LanguageTag>,
    unread: Vec<LanguageTag>,
}
