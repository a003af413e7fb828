//! The routes. One file an endpoint: wire in, store, wire out.

mod assignments;
mod bridge;
mod classes;
mod content;
mod extract;
mod health;
mod languages;
mod layers;
mod metrics;
mod openapi;
mod page;
mod pathways;
mod plan;
mod readings;
mod responses;
mod session;

use axum::Router;
use axum::routing::{delete, get, post, put};

pub use layers::SECURITY_HEADERS;
pub use metrics::metrics_router;
pub use openapi::document;

use crate::error::Refusal;
use crate::state::AppState;

/// Everything that the public port answers.
pub fn router(state: AppState) -> Router {
    let api = Router::new()
        .route(
            "/session",
            get(session::get::get).delete(session::delete::delete),
        )
        .route("/session/staff", post(session::staff::post))
        .route("/session/student", post(session::student::post))
        .route("/plan", get(plan::get::get))
        .route("/plan/preferences", put(plan::preferences::put))
        .route("/responses", post(responses::post::post))
        .route("/languages", get(languages::list::get))
        .route("/pathways", get(pathways::list::get))
        .route("/classes", get(classes::list::get))
        .route("/classes/{class}/mastery", get(classes::mastery::get))
        .route("/classes/{class}/events", get(classes::events::get))
        .route(
            "/classes/{class}/settings",
            get(classes::settings::get).put(classes::settings::put),
        )
        .route(
            "/classes/{class}/assignments",
            post(assignments::create::post),
        )
        .route(
            "/classes/{class}/students/{student}/skills/{skill}",
            get(classes::trace::get),
        )
        .route(
            "/classes/{class}/students/{student}/skills/{skill}/pin",
            put(classes::pin::put).delete(classes::pin::delete),
        )
        .route("/classes/{class}/bridge", get(classes::bridge::get))
        .route(
            "/classes/{class}/students/{student}/support",
            put(classes::support::put).delete(classes::support::delete),
        )
        .route(
            "/assignments/{assignment}",
            delete(assignments::delete::delete),
        )
        .nest("/bridge", bridged())
        .nest("/readings", read())
        .nest("/content", authoring())
        .route("/openapi.json", get(openapi::get));
    let router = Router::new()
        .nest("/api/v1", api)
        .route("/api", axum::routing::any(no_such_route))
        .route("/api/{*rest}", axum::routing::any(no_such_route))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/content/{file}", get(content::pack::get))
        .fallback(page::get)
        .method_not_allowed_fallback(layers::method_not_allowed);
    layers::apply(router, state)
}

/// What teachers write, review and publish.
fn authoring() -> Router<AppState> {
    Router::new()
        .route(
            "/templates",
            get(content::list::get).post(content::create::post),
        )
        .route("/templates/{template}", get(content::detail::get))
        .route(
            "/templates/{template}/versions/{version}",
            get(content::earlier::version),
        )
        .route(
            "/templates/{template}/revisions/{revision}",
            get(content::earlier::revision),
        )
        .route("/templates/{template}/draft", put(content::draft::put))
        .route(
            "/templates/{template}/submit",
            post(content::review::submit),
        )
        .route(
            "/templates/{template}/approve",
            post(content::review::approve),
        )
        .route(
            "/templates/{template}/return",
            post(content::review::give_back),
        )
        .route(
            "/templates/{template}/publish",
            post(content::review::publish),
        )
        .route(
            "/templates/{template}/retire",
            post(content::review::retire),
        )
        .route("/preview", post(content::preview::post))
        .route("/skills", get(content::skills::get))
        .route("/attribution", get(content::attribution::get))
        .route("/passages/{passage}", get(content::passages::get))
}

/// What happens with words, and the bridge's languages.
fn bridged() -> Router<AppState> {
    Router::new()
        .route("/uses", post(bridge::uses::post))
        .route("/packs", get(bridge::packs::get))
        .route("/languages", get(bridge::languages::get))
        .route("/languages/{language}/texts", get(bridge::texts::get))
        .route("/languages/{language}/reviews", post(bridge::reviews::post))
        .route("/analyses", post(readings::analyses::post))
        .route(
            "/needed-cards",
            get(readings::needed_cards::get).post(readings::needed_cards::post),
        )
        .route(
            "/needed-cards/{word}",
            delete(readings::needed_cards::delete),
        )
}

/// Teachers' own texts.
fn read() -> Router<AppState> {
    Router::new()
        .route("/", get(readings::list::get).post(readings::create::post))
        .route(
            "/{reading}",
            get(readings::one::get).put(readings::one::put),
        )
        .route("/{reading}/copies", post(readings::create::copy))
        .route("/{reading}/approve", post(readings::steps::approve))
        .route("/{reading}/retire", post(readings::steps::retire))
        .route("/{reading}/preview", get(readings::preview::get))
        .route("/{reading}/assignments", post(readings::assignments::post))
        .route(
            "/{reading}/assignments/{class}",
            delete(readings::assignments::delete),
        )
        .route(
            "/{reading}/cores/{language}/review",
            post(readings::cores::review),
        )
        .route("/{reading}/drafts", post(readings::drafts::post))
}

async fn no_such_route() -> Refusal {
    Refusal::not_found("address")
}
