//! `GET /content/{sha256}.json`: the same bytes under the same name for ever.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue};

use crate::assets::{self, Encoding};
use crate::error::{Refusal, Reply};
use crate::http::extract::One;
use crate::state::AppState;

pub async fn get(
    State(state): State<AppState>,
    One(file): One<String>,
    headers: HeaderMap,
) -> Reply<(HeaderMap, Bytes)> {
    let pack = file
        .strip_suffix(".json")
        .and_then(|hash| state.library.pack(hash));
    let pack = pack.ok_or_else(|| {
        Refusal::new(
            api::ProblemCode::NotFound,
            "This content is not here any more.",
            "Reload the plan: it names the content of today.",
        )
    })?;
    let mut reply = HeaderMap::new();
    let mut put = |name: HeaderName, value| reply.insert(name, HeaderValue::from_static(value));
    put(CONTENT_TYPE, "application/json");
    put(CACHE_CONTROL, assets::IMMUTABLE);
    put(VARY, "accept-encoding");
    let accepts = assets::accepted(headers.get(ACCEPT_ENCODING));
    if accepts.contains(&Encoding::Brotli) {
        put(CONTENT_ENCODING, "br");
        return Ok((reply, pack.brotli));
    }
    Ok((reply, pack.plain))
}
