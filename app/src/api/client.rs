//! One HTTP call: same origin, JSON both ways, bounded in time.

use api::Problem;
use gloo_net::http::{Method, RequestBuilder};
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::AbortSignal;
use wire_read::Read;

use super::ApiError;
use crate::json::{self, Unreadable};

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

/// One call, before it is made.
struct Call {
    method: Method,
    url: String,
    body: Option<String>,
    etag: Option<String>,
    limit_ms: u32,
}

impl Call {
    fn new(method: Method, path: &str) -> Self {
        Self {
            method,
            url: format!("{BASE}{path}"),
            body: None,
            etag: None,
            limit_ms: TIME_LIMIT_MS,
        }
    }

    /// Makes it, and turns every status that is not a success (or 304) into the problem it stands
    /// for.
    async fn make(self) -> Result<Reply, ApiError> {
        let unexpected = |error: gloo_net::Error| ApiError::Unexpected {
            status: 0,
            what: error.to_string(),
        };
        let limit = AbortSignal::timeout_with_u32(self.limit_ms);
        let mut request = RequestBuilder::new(&self.url)
            .method(self.method)
            .header("Accept", "application/json")
            .abort_signal(Some(&limit));
        if let Some(etag) = &self.etag {
            request = request.header("If-None-Match", etag);
        }
        let request = match self.body {
            Some(body) => request
                .header("Content-Type", "application/json")
                .body(body),
            None => request.build(),
        };
        let sent = request.map_err(unexpected)?.send().await;
        let response = sent.map_err(|_| ApiError::Unreachable)?;
        let (status, ok, etag) = (
            response.status(),
            response.ok(),
            response.headers().get("etag"),
        );
        let body = response.text().await.map_err(|_| ApiError::Unreachable)?;
        if ok || status == 304 {
            return Ok(Reply { status, etag, body });
        }
        Err(match json::wire::<Problem>(&body) {
            Ok(problem) => ApiError::Problem(Box::new(problem)),
            Err(_) => ApiError::Unexpected {
                status,
                what: body.chars().take(120).collect(),
            },
        })
    }
}

struct Reply {
    status: u16,
    etag: Option<String>,
    body: String,
}

/// GET for whoever has room for serde's way of reading: staff.
pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, ApiError> {
    let body = text_of(path).await?;
    json::read(&body).map_err(unexpected)
}

/// GET in little code, for the student's shell (docs/adr/0011).
pub async fn fetch<T: Read>(path: &str) -> Result<T, ApiError> {
    decode(&text_of(path).await?)
}

async fn text_of(path: &str) -> Result<String, ApiError> {
    let reply = Call::new(Method::GET, path).make().await?;
    Ok(reply.body)
}

/// GET that costs nothing when `etag` is still current; the body as it came.
pub async fn get_if_changed(path: &str, etag: Option<String>) -> Result<Fetched<String>, ApiError> {
    let reply = Call {
        etag,
        ..Call::new(Method::GET, path)
    }
    .make()
    .await?;
    Ok(match reply.status {
        304 => Fetched::Unchanged,
        _ => Fetched::New {
            value: reply.body,
            etag: reply.etag,
        },
    })
}

/// POST for whoever has room for serde's way of reading: staff.
pub async fn post<B: Serialize, T: DeserializeOwned>(path: &str, body: &B) -> Result<T, ApiError> {
    post_within(path, body, TIME_LIMIT_MS).await
}

/// POST whose reply is read in little code, for the student's shell.
pub async fn submit<B: Serialize, T: Read>(path: &str, body: &B) -> Result<T, ApiError> {
    decode(&post_text(path, encode(body)?).await?)
}

/// As [`post`], of JSON that is written already.
pub async fn post_text(path: &str, body: String) -> Result<String, ApiError> {
    let body = Some(body);
    let call = Call {
        body,
        ..Call::new(Method::POST, path)
    };
    call.make().await.map(|reply| reply.body)
}

/// As [`post`], for a call that may take its time.
pub async fn post_within<B: Serialize, T: DeserializeOwned>(
    path: &str,
    body: &B,
    limit_ms: u32,
) -> Result<T, ApiError> {
    let call = Call {
        body: Some(encode(body)?),
        limit_ms,
        ..Call::new(Method::POST, path)
    };
    decode_any(&call.make().await?.body)
}

/// POST that has nothing more to say than its address.
pub async fn post_bare<T: DeserializeOwned>(path: &str) -> Result<T, ApiError> {
    decode_any(&Call::new(Method::POST, path).make().await?.body)
}

/// POST whose reply, if any, says nothing new.
pub async fn post_quietly<B: Serialize>(path: &str, body: &B) -> Result<(), ApiError> {
    let call = Call {
        body: Some(encode(body)?),
        ..Call::new(Method::POST, path)
    };
    call.make().await.map(drop)
}

/// PUT that replies with what it made.
pub async fn put_for<B: Serialize, T: DeserializeOwned>(
    path: &str,
    body: &B,
) -> Result<T, ApiError> {
    let call = Call {
        body: Some(encode(body)?),
        ..Call::new(Method::PUT, path)
    };
    decode_any(&call.make().await?.body)
}

/// PUT whose reply, if any, says nothing new.
pub async fn put<B: Serialize>(path: &str, body: &B) -> Result<(), ApiError> {
    let body = Some(encode(body)?);
    Call {
        body,
        ..Call::new(Method::PUT, path)
    }
    .make()
    .await
    .map(drop)
}

pub async fn delete(path: &str) -> Result<(), ApiError> {
    Call::new(Method::DELETE, path).make().await.map(drop)
}

/// A file from the same origin, outside the API: `/content/<hash>.json`.
pub async fn text(path: &str) -> Result<String, ApiError> {
    let call = Call {
        url: path.to_owned(),
        ..Call::new(Method::GET, "")
    };
    call.make().await.map(|reply| reply.body)
}

fn encode<B: Serialize>(body: &B) -> Result<String, ApiError> {
    serde_json::to_string(body).map_err(|error| ApiError::Unexpected {
        status: 0,
        what: error.to_string(),
    })
}

/// What the body says, read in little code; another than was expected is a proxy's page, or a newer
/// server's.
pub fn decode<T: Read>(body: &str) -> Result<T, ApiError> {
    json::wire(body).map_err(unexpected)
}

/// As [`decode`], of what only staff read.
pub fn decode_any<T: DeserializeOwned>(body: &str) -> Result<T, ApiError> {
    json::read(body).map_err(unexpected)
}

fn unexpected(error: Unreadable) -> ApiError {
    ApiError::Unexpected {
        status: 200,
        what: error.to_string(),
    }
}
