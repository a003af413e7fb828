//! A teacher's texts and their bridge.

use api::{
    AskDraft, AssignReading, ClassId, DraftReply, EditReading, NeedCards, NeededCard, NewReading,
    ReadingDetail, ReadingId, ReadingList, ReadingPreview, ReadingStep, ReviewCore,
};
use item_bank::LanguageTag;

use super::{ApiError, client};

/// A model takes longer than any other call: the server's own limit, and the way there and back.
const DRAFT_LIMIT_MS: u32 = 150_000;

pub async fn list() -> Result<ReadingList, ApiError> {
    client::get("/readings").await
}

pub async fn reading(id: ReadingId) -> Result<ReadingDetail, ApiError> {
    client::get(&format!("/readings/{id}")).await
}

pub async fn create(new: &NewReading) -> Result<ReadingDetail, ApiError> {
    client::post("/readings", new).await
}

/// A draft that begins as a copy of one that may not be changed any more.
pub async fn copy(id: ReadingId) -> Result<ReadingDetail, ApiError> {
    client::post_bare(&format!("/readings/{id}/copies")).await
}

/// A 409 when another page has saved since the revision that was edited.
pub async fn save(id: ReadingId, edit: &EditReading) -> Result<ReadingDetail, ApiError> {
    client::put_for(&format!("/readings/{id}"), edit).await
}

/// `verb` is the last part of the address: `approve` or `retire`.
pub async fn step(id: ReadingId, verb: &str, revision: u32) -> Result<ReadingDetail, ApiError> {
    let path = format!("/readings/{id}/{verb}");
    client::post(&path, &ReadingStep { revision }).await
}

pub async fn assign(id: ReadingId, class: ClassId) -> Result<ReadingDetail, ApiError> {
    let path = format!("/readings/{id}/assignments");
    client::post(&path, &AssignReading { class }).await
}

pub async fn take_back(id: ReadingId, class: ClassId) -> Result<(), ApiError> {
    client::delete(&format!("/readings/{id}/assignments/{class}")).await
}

pub async fn review(
    id: ReadingId,
    language: &LanguageTag,
    review: &ReviewCore,
) -> Result<ReadingDetail, ApiError> {
    let path = format!("/readings/{id}/cores/{language}/review");
    client::post(&path, review).await
}

pub async fn preview(id: ReadingId) -> Result<ReadingPreview, ApiError> {
    client::get(&format!("/readings/{id}/preview")).await
}

/// Asks the district's model.
pub async fn draft(id: ReadingId, ask: &AskDraft) -> Result<DraftReply, ApiError> {
    let path = format!("/readings/{id}/drafts");
    client::post_within(&path, ask, DRAFT_LIMIT_MS).await
}

/// Queues words that have no card.
pub async fn need_cards(words: Vec<String>, reading: ReadingId) -> Result<(), ApiError> {
    let body = NeedCards {
        words,
        reading: Some(reading),
    };
    client::post_quietly("/bridge/needed-cards", &body).await
}

pub async fn needed_cards() -> Result<Vec<NeededCard>, ApiError> {
    client::get("/bridge/needed-cards").await
}

pub async fn settle_card(word: &str) -> Result<(), ApiError> {
    let word = String::from(js_sys::encode_uri_component(word));
    client::delete(&format!("/bridge/needed-cards/{word}")).await
}
