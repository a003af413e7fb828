//! `GET /api/v1/content/attribution`

use std::collections::{BTreeMap, BTreeSet, HashMap};

use api::{Attribution, ImportedSource, Problem};
use axum::Json;
use axum::extract::State;
use item_bank::{LicenseFrom, Template, TemplateId};

use crate::error::Reply;
use crate::http::extract::Teacher;
use crate::state::AppState;

type Work = (Option<String>, Option<String>, String, LicenseFrom);

/// What comes from other projects, and by which licence: live, or waiting for a review.
#[utoipa::path(
    get, path = "/api/v1/content/attribution", tag = "content",
    responses(
        (status = 200, description = "By work and licence", body = Attribution),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(State(state): State<AppState>, _teacher: Teacher) -> Reply<Json<Attribution>> {
    let bank = state.bank();
    let newest = state.store.newest_revisions().await?;
    let mut all: HashMap<&TemplateId, &Template> = newest
        .iter()
        .map(|it| (&it.template.id, &it.template))
        .collect();
    all.extend(bank.templates().map(|template| (&template.id, template)));
    let mut works: BTreeMap<Work, (u32, BTreeSet<String>)> = BTreeMap::new();
    for template in all.into_values() {
        let Some(from) = &template.imported else {
            continue;
        };
        let work = (
            from.book.clone(),
            from.url.clone(),
            template.license.clone(),
            from.license_from,
        );
        let (count, titles) = works.entry(work).or_default();
        *count += 1;
        titles.extend(from.lesson.clone().or_else(|| from.course.clone()));
    }
    let source = |((book, url, license, license_from), (templates, titles)): (
        Work,
        (u32, BTreeSet<String>),
    )| {
        ImportedSource {
            book,
            url,
            license,
            license_from,
            templates,
            titles: titles.into_iter().collect(),
        }
    };
    let sources = works.into_iter().map(source).collect();
    Ok(Json(Attribution { sources }))
}
