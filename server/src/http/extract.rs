//! What handlers take from a request, with refusals that say what to do.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;

use api::{ProblemCode, Role, UserId};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use store::{SessionRow, TokenHash};

use crate::auth::cookie;
use crate::auth::sessions::Lookup;
use crate::error::Refusal;
use crate::state::AppState;

/// Whoever is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub session: Arc<SessionRow>,
    pub token: TokenHash,
}

/// A signed-in student.
#[derive(Clone, Debug)]
pub struct Student(pub SignedIn);

/// A signed-in teacher.
#[derive(Clone, Debug)]
pub struct Teacher(pub SignedIn);

impl SignedIn {
    pub fn user(&self) -> UserId {
        self.session.user
    }

    fn must_be(self, role: Role, who: &str) -> Result<Self, Refusal> {
        if self.session.role == role {
            return Ok(self);
        }
        Err(Refusal::new(
            ProblemCode::Forbidden,
            format!("This is for {who}."),
            "Sign out, then sign in with the right account.",
        ))
    }
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let Some(token) = cookie::read(&parts.headers) else {
            return Err(Refusal::new(
                ProblemCode::NotSignedIn,
                "Nobody is signed in here.",
                "Sign in, then try again.",
            ));
        };
        let token = token.hash();
        match state.sessions.look_up(token, state.now_ms()).await? {
            Lookup::Live(session) => Ok(Self { session, token }),
            Lookup::Expired | Lookup::Unknown => Err(Refusal::new(
                ProblemCode::SessionExpired,
                "This sign-in has ended.",
                "Sign in again; answers on this device are kept and will be sent then.",
            )),
        }
    }
}

impl FromRequestParts<AppState> for Student {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let who = SignedIn::from_request_parts(parts, state).await?;
        who.must_be(Role::Student, "students").map(Self)
    }
}

impl FromRequestParts<AppState> for Teacher {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let who = SignedIn::from_request_parts(parts, state).await?;
        who.must_be(Role::Teacher, "teachers").map(Self)
    }
}

/// A JSON body of at most [`super::layers::BODY_LIMIT`] bytes.
#[derive(Debug)]
pub struct JsonBody<T>(pub T);

impl<T: DeserializeOwned> FromRequest<AppState> for JsonBody<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            return Err(Refusal::new(
                ProblemCode::WrongMediaType,
                "The body is not marked as JSON.",
                "Send it with the header Content-Type: application/json.",
            ));
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|error| unread(&error))?;
        parse(&bytes).map(Self)
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = value
        .and_then(|value| value.split(';').next())
        .unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

fn unread(error: &BytesRejection) -> Refusal {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Refusal::new(
            ProblemCode::TooLarge,
            format!(
                "The body is larger than {} kB.",
                super::layers::BODY_LIMIT / 1024
            ),
            "Send less at once: answers go in batches of at most 400.",
        );
    }
    Refusal::malformed("The body could not be read to its end.", "Send it again.")
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let parsed = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let refusal = Refusal::malformed(
            format!("The body does not fit: {}.", error.inner()),
            "Compare it with /api/v1/openapi.json.",
        );
        if path == "." {
            refusal
        } else {
            refusal.field(path)
        }
    })?;
    json.end().map_err(|_| {
        Refusal::malformed(
            "Something follows the JSON value.",
            "Send one JSON value only.",
        )
    })?;
    Ok(parsed)
}

/// One id or code of the path. What cannot be one is simply not there.
#[derive(Debug)]
pub struct One<T>(pub T);

impl<T: FromStr> FromRequestParts<AppState> for One<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let text = path.map_err(|_| Refusal::not_found("address"))?.0;
        text.parse()
            .map(Self)
            .map_err(|_| Refusal::not_found("address"))
    }
}

/// What stands behind the `?` of an address.
#[derive(Debug)]
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<AppState> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let query = Query::<T>::from_request_parts(parts, state).await;
        query.map(|Query(asked)| Self(asked)).map_err(|error| {
            Refusal::malformed(
                format!("The address does not fit: {}.", error.body_text()),
                "Compare what stands behind the ? with /api/v1/openapi.json.",
            )
        })
    }
}

/// Where a request comes from, as far as the connection tells; forwarded headers are not trusted.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

impl FromRequestParts<AppState> for Peer {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        _state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(
            peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip()),
        ))
    }
}
