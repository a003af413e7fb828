//! The bridge's languages: texts side by side with their English, and what readers decide on them.

use api::{BridgePacks, LanguageReview, NewReview, NewReviews, TextPage};
use item_bank::LanguageTag;

use super::{ApiError, client};

pub async fn list() -> Result<Vec<LanguageReview>, ApiError> {
    client::get("/bridge/languages").await
}

/// `query` begins with `?`, or is empty.
pub async fn texts(tag: &LanguageTag, query: &str) -> Result<TextPage, ApiError> {
    client::get(&format!("/bridge/languages/{tag}/texts{query}")).await
}

/// All of them or none; a 409 where a text is not any more what was read.
pub async fn review(
    tag: &LanguageTag,
    decisions: Vec<NewReview>,
) -> Result<LanguageReview, ApiError> {
    let path = format!("/bridge/languages/{tag}/reviews");
    client::post(&path, &NewReviews { decisions }).await
}

/// What may be shown here, by hash.
pub async fn packs() -> Result<BridgePacks, ApiError> {
    client::get("/bridge/packs").await
}
