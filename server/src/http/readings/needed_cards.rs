//! `GET` and `POST /api/v1/bridge/needed-cards`, `DELETE .../needed-cards/{word}`

use std::collections::{BTreeMap, BTreeSet, HashSet};

use api::{NeedCards, NeededCard, Problem, ReadingId};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use store::{AuditAction, AuditEntry, NeededWords};

use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, Teacher};
use crate::readings::access;
use crate::state::AppState;

/// Words that teachers want a card for, most asked first.
#[utoipa::path(
    get, path = "/api/v1/bridge/needed-cards", tag = "readings",
    responses(
        (status = 200, description = "The queue of the content's authors", body = Vec<NeededCard>),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(State(state): State<AppState>, teacher: Teacher) -> Reply<Json<Vec<NeededCard>>> {
    let rows = state.store.needed_cards().await?;
    let seen = state.store.readings_for(teacher.0.user()).await?;
    let seen: HashSet<ReadingId> = seen.into_iter().map(|head| head.id).collect();
    let mut cards: BTreeMap<String, (NeededCard, BTreeSet<String>, BTreeSet<String>)> =
        BTreeMap::new();
    for row in rows {
        let (card, by, sources) = cards.entry(row.word.clone()).or_insert_with(|| {
            let card = NeededCard {
                word: row.word,
                asked: 0,
                by: Vec::new(),
                sources: Vec::new(),
                first_at_ms: row.at_ms,
                last_at_ms: row.at_ms,
            };
            (card, BTreeSet::new(), BTreeSet::new())
        });
        card.asked += 1;
        card.first_at_ms = card.first_at_ms.min(row.at_ms);
        card.last_at_ms = card.last_at_ms.max(row.at_ms);
        by.insert(row.asked_by);
        // the title of a colleague's draft is theirs
        if row.reading.is_some_and(|id| seen.contains(&id)) {
            sources.extend(row.title);
        }
    }
    let cards = cards.into_values().map(|(card, by, sources)| NeededCard {
        by: by.into_iter().collect(),
        sources: sources.into_iter().collect(),
        ..card
    });
    let mut cards: Vec<NeededCard> = cards.collect();
    cards.sort_by_key(|card| std::cmp::Reverse(card.asked));
    Ok(Json(cards))
}

/// Asks for cards of words that the bank does not know.
#[utoipa::path(
    post, path = "/api/v1/bridge/needed-cards", tag = "readings",
    request_body = NeedCards,
    responses(
        (status = 204, description = "In the queue"),
        (status = 400, description = "No words, too many, or not words", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such reading here", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    teacher: Teacher,
    JsonBody(ask): JsonBody<NeedCards>,
) -> Reply<StatusCode> {
    if let Some(id) = ask.reading {
        access::seen(&state, teacher.0.user(), id).await?;
    }
    let needed = NeededWords {
        words: words(&ask.words)?,
        asked_by: teacher.0.user(),
        reading: ask.reading,
        at_ms: state.now_ms(),
    };
    state.store.need_cards(needed).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a word off the queue: its card is written, or it needs none.
#[utoipa::path(
    delete, path = "/api/v1/bridge/needed-cards/{word}", tag = "readings",
    params(("word" = String, Path)),
    responses(
        (status = 204, description = "Off the queue"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Nobody asked for it", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn delete(
    State(state): State<AppState>,
    teacher: Teacher,
    Path(word): Path<String>,
) -> Reply<StatusCode> {
    let word = folded(&word);
    let audit = AuditEntry {
        at_ms: state.now_ms(),
        actor: Some(teacher.0.user()),
        action: AuditAction::EditContent,
        subject: None,
        detail: Some(format!("needed card: {word}")),
    };
    if state.store.drop_needed_card(&word, audit).await? {
        return Ok(StatusCode::NO_CONTENT);
    }
    Err(Refusal::not_found("word"))
}

fn words(asked: &[String]) -> Reply<Vec<String>> {
    let words: BTreeSet<String> = asked.iter().map(|word| folded(word)).collect();
    if words.is_empty() || asked.len() > NeedCards::MAX {
        return Err(Refusal::malformed(
            format!("There are {} words.", asked.len()),
            format!("Ask for 1 to {} at a time.", NeedCards::MAX),
        )
        .field("words"));
    }
    let is_word = |word: &str| {
        let allowed = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’');
        word.chars().any(char::is_alphabetic)
            && word.chars().all(allowed)
            && word.chars().count() <= NeedCards::LONGEST
    };
    match words.iter().find(|word| !is_word(word)) {
        Some(bad) => Err(Refusal::malformed(
            format!("'{}' is no word.", bad.chars().take(40).collect::<String>()),
            format!(
                "Send English words of 1 to {} letters, spaces and hyphens.",
                NeedCards::LONGEST
            ),
        )
        .field("words")),
        None => Ok(words.into_iter().collect()),
    }
}

/// As it stands in the queue.
fn folded(word: &str) -> String {
    let parts: Vec<&str> = word.split_whitespace().collect();
    parts.join(" ").to_lowercase()
}
