//! `POST /api/v1/bridge/languages/{language}/reviews`

use std::collections::{HashMap, HashSet};

use api::{
    Decision, LanguageReview, MAX_REASON, MAX_TEXTS, NewReview, NewReviews, Problem, ProblemCode,
    UserId,
};
use axum::Json;
use axum::extract::State;
use item_bank::LanguageTag;
use item_bank::bridge::UnitId;
use store::{AuditAction, AuditEntry, NewUnitReview};

use super::languages;
use crate::bridge::Standing;
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, One, Teacher};
use crate::state::AppState;

/// Approves texts for students, or gives them back: by a reader of the language, after reading them.
/// From then on students see exactly what was approved.
#[utoipa::path(
    post, path = "/api/v1/bridge/languages/{language}/reviews", tag = "bridge",
    params(("language" = LanguageTag, Path)), request_body = NewReviews,
    responses(
        (status = 200, description = "All of them are kept", body = LanguageReview),
        (status = 400, description = "None, more than ten, one twice, or no reason", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "Not a reader of this language", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such language", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "A text is not what was read; none is kept", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    teacher: Teacher,
    One(language): One<LanguageTag>,
    JsonBody(new): JsonBody<NewReviews>,
) -> Reply<Json<LanguageReview>> {
    let who = teacher.0.user();
    let bank = state.bank();
    let (Some(pack), Some(standings)) = (bank.language(&language), bank.standings(&language))
    else {
        return Err(Refusal::not_found("language"));
    };
    let reads = state.store.languages_read_by(who).await?;
    if !reads.contains(&language) {
        return Err(Refusal::new(
            ProblemCode::Forbidden,
            format!("You are not named as a reader of {}.", pack.name),
            "Ask the person who runs Trellis at your school to name you one, if you read it well.",
        ));
    }
    let decisions = checked(new.decisions, standings)?;
    let at_ms = state.now_ms();
    let audit = entry(who, &language, &decisions, at_ms);
    let rows = decisions.into_iter().map(|one| NewUnitReview {
        language: language.clone(),
        unit: one.unit,
        sha256: one.sha256,
        decision: one.decision,
        reason: one.reason,
        reviewer: who,
        at_ms,
    });
    state.store.review_units(rows.collect(), audit).await?;
    state.library.reload(&*state.store).await.map_err(|error| {
        // it is kept, and the next review or start serves it
        tracing::error!(%error, "reviewed texts are not served yet");
        Refusal::internal()
    })?;
    Ok(Json(languages::review(&state.bank(), pack, &reads)))
}

/// What was decided, with tidy reasons, if all of it can be kept.
fn checked(decisions: Vec<NewReview>, standings: &[Standing]) -> Reply<Vec<NewReview>> {
    if !(1..=MAX_TEXTS).contains(&decisions.len()) {
        return Err(Refusal::malformed(
            format!("There are {} decisions.", decisions.len()),
            format!("Decide on 1 to {MAX_TEXTS} texts at a time, after reading them."),
        )
        .field("decisions"));
    }
    let now: HashMap<&UnitId, &str> = standings
        .iter()
        .map(|standing| (&standing.unit.id, standing.unit.sha256.as_str()))
        .collect();
    let mut seen = HashSet::new();
    let mut tidy = Vec::with_capacity(decisions.len());
    for (n, one) in decisions.into_iter().enumerate() {
        let field = |name: &str| format!("decisions[{n}].{name}");
        if !seen.insert(one.unit.clone()) {
            return Err(Refusal::malformed(
                format!("'{}' is there twice.", one.unit),
                "Decide once on each text.",
            )
            .field(field("unit")));
        }
        let Some(sha256) = now.get(&one.unit) else {
            return Err(Refusal::malformed(
                format!("There is no text '{}' in this language.", one.unit),
                "Choose from the list of its texts.",
            )
            .field(field("unit")));
        };
        if *sha256 != one.sha256 {
            return Err(Refusal::new(
                ProblemCode::Conflict,
                format!("'{}' is not any more what you have read.", one.unit),
                "Reload the page, read it again, and decide then. Nothing was kept.",
            )
            .field(field("sha256")));
        }
        let reason = reason(&one).map_err(|refusal| refusal.field(field("reason")))?;
        tidy.push(NewReview { reason, ..one });
    }
    Ok(tidy)
}

fn reason(one: &NewReview) -> Reply<Option<String>> {
    let text = one.reason.as_deref().map(str::trim);
    let text = text.filter(|text| !text.is_empty());
    match text {
        None if one.decision == Decision::Return => Err(Refusal::malformed(
            format!("'{}' is given back without a reason.", one.unit),
            "Say in a few words what must be mended.",
        )),
        Some(long) if long.chars().count() > MAX_REASON => Err(Refusal::malformed(
            format!(
                "The reason for '{}' is over {MAX_REASON} characters.",
                one.unit
            ),
            "Say it in fewer words.",
        )),
        _ => Ok(text.map(str::to_owned)),
    }
}

fn entry(who: UserId, language: &LanguageTag, decisions: &[NewReview], at_ms: i64) -> AuditEntry {
    let words = decisions.iter().map(|one| {
        let word = match one.decision {
            Decision::Approve => "approve",
            Decision::Return => "return",
        };
        format!("{word} {}", one.unit)
    });
    AuditEntry {
        at_ms,
        actor: Some(who),
        action: AuditAction::ReviewLanguage,
        subject: Some(language.to_string()),
        detail: Some(words.collect::<Vec<_>>().join(", ")),
    }
}
