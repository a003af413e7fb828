//! A language model that does as the test says, good or bad.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Json;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde_json::{Value, json};
use server::drafting::Endpoint;
use tokio::net::TcpListener;

/// How it answers the next call.
#[derive(Clone, Debug)]
pub enum Act {
    /// With this as the message's content.
    Says(String),
    /// With this as the whole body.
    Body(&'static str),
    Status(u16),
    /// To this address.
    Redirects(String),
    /// So many bytes, without end in sight.
    Huge(usize),
    /// After this long.
    Sleeps(Duration),
}

impl Act {
    pub fn core(text: &str) -> Self {
        Self::Says(json!({ "core": [text], "works": null }).to_string())
    }
}

/// One call as it came.
#[derive(Clone, Debug)]
pub struct Heard {
    pub body: Value,
    pub authorization: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Shared {
    acts: Arc<Mutex<VecDeque<Act>>>,
    heard: Arc<Mutex<Vec<Heard>>>,
}

/// Lives as long as the test.
#[derive(Debug)]
pub struct Fake {
    pub address: SocketAddr,
    shared: Shared,
}

impl Fake {
    pub async fn start() -> Self {
        let shared = Shared::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new()
            .route("/v1/chat/completions", post(answer))
            .route("/elsewhere", post(answer))
            .with_state(shared.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, shared }
    }

    pub fn endpoint(&self) -> Endpoint {
        let base = format!("http://{}/v1", self.address);
        Endpoint::new(&base, "fake-1", None, Duration::from_millis(700)).unwrap()
    }

    /// What it does at the next call. With nothing left to do it answers 500.
    pub fn then(&self, act: Act) {
        self.shared.acts.lock().unwrap().push_back(act);
    }

    pub fn heard(&self) -> Vec<Heard> {
        self.shared.heard.lock().unwrap().clone()
    }
}

async fn answer(
    State(shared): State<Shared>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> Response {
    let authorization = headers.get(header::AUTHORIZATION);
    shared.heard.lock().unwrap().push(Heard {
        body,
        authorization: authorization.map(|it| it.to_str().unwrap().to_owned()),
    });
    let act = shared.acts.lock().unwrap().pop_front();
    match act {
        Some(Act::Says(content)) => envelope(&content),
        Some(Act::Body(body)) => body.into_response(),
        Some(Act::Status(status)) => StatusCode::from_u16(status).unwrap().into_response(),
        Some(Act::Redirects(to)) => {
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response()
        }
        Some(Act::Huge(bytes)) => Body::from(vec![b' '; bytes]).into_response(),
        Some(Act::Sleeps(how_long)) => {
            tokio::time::sleep(how_long).await;
            envelope("{}")
        }
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn envelope(content: &str) -> Response {
    let body = json!({
        "id": "x", "object": "chat.completion", "model": "fake-1",
        "choices": [{ "index": 0, "finish_reason": "stop",
            "message": { "role": "assistant", "content": content } }],
    });
    Json(body).into_response()
}
