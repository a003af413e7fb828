//! Content packs: immutable, named by their hash.

use api::PackRef;

use super::{ApiError, client};

/// The pack's JSON, as the server stores it.
pub async fn pack(pack: &PackRef) -> Result<String, ApiError> {
    client::text(&pack.url()).await
}
