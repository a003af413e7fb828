//! What practice needs of the server: the plan, preferences, and a place to send answers.

use api::{BatchReply, LanguageChoice, Preferences, ResponseBatch};

use super::{ApiError, Fetched, client};

/// The plan's JSON: it is kept as it came, see `storage`.
pub async fn plan(etag: Option<String>) -> Result<Fetched<String>, ApiError> {
    client::get_if_changed("/plan", etag).await
}

/// What can be spoken here, also before signing in.
pub async fn languages() -> Result<Vec<LanguageChoice>, ApiError> {
    client::fetch("/languages").await
}

pub async fn set_preferences(preferences: &Preferences) -> Result<(), ApiError> {
    client::put("/plan/preferences", preferences).await
}

pub async fn send_responses(batch: &ResponseBatch) -> Result<BatchReply, ApiError> {
    client::submit("/responses", batch).await
}

/// An `api::UseBatch` as JSON; the reply's JSON is the bridge's to read.
pub async fn send_uses(batch: String) -> Result<String, ApiError> {
    client::post_text("/bridge/uses", batch).await
}
