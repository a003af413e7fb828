//! One HTTP call: same origin, JSON both ways, bounded in time.

use api::Problem;
use gloo_net::http::{Request, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::AbortSignal;

use super::ApiError;
use crate::json;

const BASE: &str = "/api/v1";
/// A school's network stalls more often than it refuses; after this a call counts as unreachable.
const TIME_LIMIT_MS: u32 = 20_000;

/// What a conditional GET came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched<T> {
    New {
        value: T,
        etag: Option<String>,
    },
    /// 304: what the caller holds is still right.
    Unchanged,
}

pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, ApiError> {
    decode(&text_of(send(on(Request::get(&url(path))).build()).await?).await?)
}

/// GET that costs nothing when `etag` is still current; the body as it came.
pub async fn get_if_changed(path: &str, etag: Option<&str>) -> Result<Fetched<String>, ApiError> {
    let mut request = on(Request::get(&url(path)));
    if let Some(etag) = etag {
        request = request.header("If-None-Match", etag);
    }
    let response = send(request.build()).await?;
    if response.status() == 304 {
        return Ok(Fetched::Unchanged);
    }
    let etag = response.headers().get("etag");
    let value = text_of(response).await?;
    Ok(Fetched::New { value, etag })
}

pub async fn post<B: Serialize, T: DeserializeOwned>(path: &str, body: &B) -> Result<T, ApiError> {
    let sent = on(Request::post(&url(path))).header("Content-Type", "application/json");
    decode(&text_of(send(sent.body(encode(body)?)).await?).await?)
}

/// PUT whose reply, if any, says nothing new.
pub async fn put<B: Serialize>(path: &str, body: &B) -> Result<(), ApiError> {
    let sent = on(Request::put(&url(path))).header("Content-Type", "application/json");
    send(sent.body(encode(body)?)).await.map(drop)
}

pub async fn delete(path: &str) -> Result<(), ApiError> {
    send(on(Request::delete(&url(path))).build())
        .await
        .map(drop)
}

/// A file from the same origin, outside the API: `/content/<hash>.json`.
pub async fn text(path: &str) -> Result<String, ApiError> {
    text_of(send(on(Request::get(path)).build()).await?).await
}

fn url(path: &str) -> String {
    format!("{BASE}{path}")
}

fn on(request: RequestBuilder) -> RequestBuilder {
    let limit = AbortSignal::timeout_with_u32(TIME_LIMIT_MS);
    request
        .header("Accept", "application/json")
        .abort_signal(Some(&limit))
}

/// Sends, and turns every status that is not a success (or 304) into the problem it stands for.
async fn send(request: Result<Request, gloo_net::Error>) -> Result<Response, ApiError> {
    let unexpected = |what: String| ApiError::Unexpected { status: 0, what };
    let request = request.map_err(|error| unexpected(error.to_string()))?;
    let response = request.send().await.map_err(|_| ApiError::Unreachable)?;
    let status = response.status();
    if response.ok() || status == 304 {
        return Ok(response);
    }
    let body = text_of(response).await?;
    Err(match json::read::<Problem>(&body) {
        Ok(problem) => ApiError::Problem(Box::new(problem)),
        Err(_) => ApiError::Unexpected {
            status,
            what: body.chars().take(120).collect(),
        },
    })
}

async fn text_of(response: Response) -> Result<String, ApiError> {
    response.text().await.map_err(|_| ApiError::Unreachable)
}

fn encode<B: Serialize>(body: &B) -> Result<String, ApiError> {
    serde_json::to_string(body).map_err(|error| ApiError::Unexpected {
        status: 0,
        what: error.to_string(),
    })
}

/// What the body says; another than was expected is a proxy's page, or a newer server's.
pub fn decode<T: DeserializeOwned>(body: &str) -> Result<T, ApiError> {
    json::read(body).map_err(|error| ApiError::Unexpected {
        status: 200,
        what: error.to_string(),
    })
}
