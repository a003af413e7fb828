//! `GET /api/v1/openapi.json`

use axum::Json;
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;

use super::{
    assignments, bridge, classes, content, languages, pathways, plan, readings, responses, session,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Trellis",
        description = "Adaptive practice for K-12 districts. Sign in first: the session is a cookie. \
            Every refusal is an RFC 9457 problem that names what to do.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(
        session::staff::post,
        session::student::post,
        session::get::get,
        session::delete::delete,
        plan::get::get,
        plan::preferences::put,
        responses::post::post,
        bridge::uses::post,
        languages::list::get,
        pathways::list::get,
        classes::list::get,
        classes::mastery::get,
        classes::events::get,
        classes::settings::get,
        classes::settings::put,
        classes::trace::get,
        classes::pin::put,
        classes::pin::delete,
        classes::bridge::get,
        classes::support::put,
        classes::support::delete,
        assignments::create::post,
        assignments::delete::delete,
        bridge::languages::get,
        bridge::texts::get,
        bridge::reviews::post,
        bridge::packs::get,
        readings::analyses::post,
        readings::needed_cards::get,
        readings::needed_cards::post,
        readings::needed_cards::delete,
        readings::list::get,
        readings::create::post,
        readings::create::copy,
        readings::one::get,
        readings::one::put,
        readings::steps::approve,
        readings::steps::retire,
        readings::preview::get,
        readings::assignments::post,
        readings::assignments::delete,
        readings::cores::review,
        readings::drafts::post,
        content::list::get,
        content::create::post,
        content::detail::get,
        content::earlier::version,
        content::earlier::revision,
        content::draft::put,
        content::review::submit,
        content::review::approve,
        content::review::give_back,
        content::review::publish,
        content::review::retire,
        content::preview::post,
        content::skills::get,
        content::attribution::get,
        content::passages::get,
        get,
    ),
    tags(
        (name = "session", description = "Signing in and out"),
        (name = "practice", description = "What a student's device needs"),
        (name = "classes", description = "What a teacher sees and assigns"),
        (name = "bridge", description = "The bridge's languages: read side by side, and approved"),
        (name = "readings", description = "Texts that teachers prepare with the bridge"),
        (name = "content", description = "What teachers write, review and publish"),
        (name = "about", description = "This description"),
    )
)]
struct Description;

/// The description of this version.
pub fn document() -> Document {
    Description::openapi()
}

/// This description.
#[utoipa::path(
    get, path = "/api/v1/openapi.json", tag = "about",
    responses((status = 200, description = "OpenAPI 3.1"))
)]
pub async fn get() -> Json<Document> {
    Json(document())
}
