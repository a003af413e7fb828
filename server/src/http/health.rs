//! `GET /healthz` and `GET /readyz`, for whoever runs the server.

use std::time::Duration;

use api::ProblemCode;
use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::error::{Refusal, Reply};
use crate::state::AppState;

/// The writer must commit within this to be called ready.
const PATIENCE: Duration = Duration::from_secs(1);

/// The process runs.
pub async fn healthz() -> Json<Value> {
    Json(json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }))
}

/// The server takes work: it is not stopping, and the database took a write just now.
pub async fn readyz(State(state): State<AppState>) -> Reply<Json<Value>> {
    if *state.stopping.borrow() {
        let stopping = Refusal::new(
            ProblemCode::Busy,
            "This server is stopping.",
            "Ask another one, or this one when it is back.",
        );
        return Err(stopping.retry_after(10));
    }
    match tokio::time::timeout(PATIENCE, state.store.ping()).await {
        Ok(result) => result?,
        Err(_) => return Err(Refusal::busy()),
    }
    Ok(Json(json!({ "status": "ready" })))
}
