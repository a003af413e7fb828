//! `GET /api/v1/classes/{class}/events`

use std::convert::Infallible;

use api::{CellUpdate, ClassId, Problem};
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Sse;
use axum::response::sse::Event;
use futures::Stream;
use store::{AuditAction, TokenHash};
use tokio::sync::{broadcast, watch};

use super::access;
use crate::auth::sessions::Lookup;
use crate::error::Reply;
use crate::http::extract::{One, Teacher};
use crate::state::AppState;

/// Server-sent events named `cell`, each a [`CellUpdate`] in JSON, from now on. The stream ends when
/// the sign-in does, when the server stops and when the reader falls far behind; a reader that
/// connects again should read the table anew.
#[utoipa::path(
    get, path = "/api/v1/classes/{class}/events", tag = "classes",
    params(("class" = ClassId, Path)),
    responses(
        (status = 200, description = "Events named `cell`", body = CellUpdate,
            content_type = "text/event-stream"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a class of this teacher", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
    One(class): One<ClassId>,
) -> Reply<(
    [(HeaderName, HeaderValue); 1],
    Sse<impl Stream<Item = Result<Event, Infallible>>>,
)> {
    let class = access::class(&state, &teacher, class).await?;
    access::note(
        &state,
        &teacher,
        AuditAction::ReadClass,
        class.id,
        Some("events"),
    )
    .await?;
    let watcher = Watcher {
        updates: state.live.watch(class.id),
        stopping: state.stopping.clone(),
        token: teacher.0.token,
        state,
        greeted: false,
    };
    let events = futures::stream::unfold(watcher, Watcher::next);
    // Proxies that collect a response before passing it on would hold events back.
    let unbuffered = (
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    Ok(([unbuffered], Sse::new(events)))
}

struct Watcher {
    state: AppState,
    updates: broadcast::Receiver<CellUpdate>,
    stopping: watch::Receiver<bool>,
    token: TokenHash,
    greeted: bool,
}

impl Watcher {
    /// The next event, or the end.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        if !self.greeted {
            self.greeted = true;
            // Sent at once, so that the reader knows the line is open.
            return Some((Ok(Event::default().comment("watching")), self));
        }
        let keep_alive = self.state.timing.keep_alive;
        let event = tokio::select! {
            update = self.updates.recv() => cell(&update.ok()?)?,
            () = tokio::time::sleep(keep_alive) => Event::default().comment("still here"),
            _ = self.stopping.wait_for(|stopping| *stopping) => return None,
        };
        let session = self
            .state
            .sessions
            .look_up(self.token, self.state.now_ms())
            .await;
        match session {
            Ok(Lookup::Live(_)) => Some((Ok(event), self)),
            _ => None,
        }
    }
}

fn cell(update: &CellUpdate) -> Option<Event> {
    let event = Event::default().event("cell").json_data(update);
    event
        .inspect_err(|error| tracing::error!(%error, "a cell cannot be written as JSON"))
        .ok()
}
