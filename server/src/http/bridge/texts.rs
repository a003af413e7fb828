//! `GET /api/v1/bridge/languages/{language}/texts`

use api::{MAX_TEXTS, Problem, TextKind, TextPage, TextState};
use axum::Json;
use axum::extract::State;
use item_bank::LanguageTag;
use item_bank::bridge::UnitId;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::bridge::texts::{self, Texts};
use crate::error::{Refusal, Reply};
use crate::http::extract::{Asked, One, Teacher};
use crate::state::AppState;

/// Which texts; those that are left out do not narrow.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Which {
    state: Option<TextState>,
    kind: Option<TextKind>,
    /// `fractions`: of the skill, or of the first idea with the word.
    domain: Option<String>,
    /// Letters that stand in it, in either language; capital letters do not matter.
    search: Option<String>,
    /// The `next` of the page before.
    after: Option<UnitId>,
    /// 1 to 10; 10 where it is left out.
    limit: Option<usize>,
}

/// A language's texts beside their English, at most ten at a time: so that who approves them has
/// read them.
#[utoipa::path(
    get, path = "/api/v1/bridge/languages/{language}/texts", tag = "bridge",
    params(("language" = LanguageTag, Path), Which),
    responses(
        (status = 200, description = "A page", body = TextPage),
        (status = 400, description = "Asked for what there is not", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such language", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    _teacher: Teacher,
    One(language): One<LanguageTag>,
    Asked(which): Asked<Which>,
) -> Reply<Json<TextPage>> {
    let limit = which.limit.unwrap_or(MAX_TEXTS);
    if !(1..=MAX_TEXTS).contains(&limit) {
        return Err(Refusal::malformed(
            format!("A page of {limit} texts cannot be given."),
            format!("Ask for 1 to {MAX_TEXTS}."),
        )
        .field("limit"));
    }
    let bank = state.bank();
    let (Some(pack), Some(standings)) = (bank.language(&language), bank.standings(&language))
    else {
        return Err(Refusal::not_found("language"));
    };
    let all = Texts::new(&bank, pack);
    let wanted = which.search.as_deref().map(str::to_lowercase);
    let mut page = TextPage {
        texts: Vec::with_capacity(limit),
        found: 0,
        next: None,
    };
    for standing in standings {
        let unit = &standing.unit.id;
        let fits = which.state.is_none_or(|state| state == standing.state)
            && which.kind.is_none_or(|kind| kind == texts::kind(unit))
            && (which.domain.is_none() || which.domain.as_deref() == all.domain(unit));
        let Some(text) = fits.then(|| all.text(standing)).flatten() else {
            continue;
        };
        if wanted
            .as_deref()
            .is_some_and(|wanted| !texts::has(&text, wanted))
        {
            continue;
        }
        page.found += 1;
        if which.after.as_ref().is_some_and(|after| unit <= after) {
            continue;
        }
        if page.texts.len() < limit {
            page.texts.push(text);
        } else if page.next.is_none() {
            page.next = page.texts.last().map(|last| last.unit.clone());
        }
    }
    Ok(Json(page))
}
