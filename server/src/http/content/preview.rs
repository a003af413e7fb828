//! `POST /api/v1/content/preview`

use std::sync::Arc;

use api::{PreviewFinding, PreviewItem, PreviewReply, PreviewRequest, Problem};
use axum::Json;
use axum::extract::State;
use item_bank::lint::{self, Failure};
use item_bank::{Template, instantiate};

use super::work;
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, Teacher};
use crate::state::AppState;

/// Seeds that a preview is checked at; submitting checks more.
const SEEDS: u32 = 100;

/// What a template makes at some seeds, and what is wrong with it. Nothing is kept.
#[utoipa::path(
    post, path = "/api/v1/content/preview", tag = "content", request_body = PreviewRequest,
    responses(
        (status = 200, description = "Its items and findings", body = PreviewReply),
        (status = 400, description = "Not a template, too many seeds, or it takes too long",
            body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    _teacher: Teacher,
    JsonBody(request): JsonBody<PreviewRequest>,
) -> Reply<Json<PreviewReply>> {
    let most = PreviewRequest::MAX_SEEDS;
    if request.seeds.len() > most {
        return Err(Refusal::malformed(
            format!("{} seeds are too many.", request.seeds.len()),
            format!("Ask for at most {most} at once."),
        )
        .field("seeds"));
    }
    let bank = Arc::clone(&state.bank());
    let reply = work::blocking(move || {
        let PreviewRequest { template, seeds } = request;
        let items = seeds.iter().map(|&seed| item(&template, seed)).collect();
        let (failures, warnings) = lint::check_template(&bank, &template, SEEDS);
        PreviewReply {
            items,
            failures: failures.into_iter().map(finding).collect(),
            warnings: warnings.into_iter().map(finding).collect(),
        }
    });
    reply.await.map(Json)
}

fn item(template: &Template, seed: u32) -> PreviewItem {
    match instantiate(template, seed) {
        Ok(item) => PreviewItem {
            seed,
            answer: item.key_rich(),
            item: Some(item.view()),
            error: None,
        },
        Err(error) => PreviewItem {
            seed,
            answer: Vec::new(),
            item: None,
            error: Some(error.to_string()),
        },
    }
}

fn finding(failure: Failure) -> PreviewFinding {
    PreviewFinding {
        seed: failure.seed,
        what: failure.what,
    }
}
