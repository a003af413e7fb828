//! Content as teachers write, review and publish it.

use api::{
    Attribution, EditTemplate, NewTemplate, PassageDetail, PreviewReply, PreviewRequest,
    ReviewStep, SkillGraph, TemplateDetail, TemplateList,
};
use item_bank::{PassageId, Template, TemplateId};

use super::{ApiError, client};

pub async fn templates() -> Result<TemplateList, ApiError> {
    client::get("/content/templates").await
}

pub async fn template(id: &TemplateId) -> Result<TemplateDetail, ApiError> {
    client::get(&format!("/content/templates/{id}")).await
}

/// A version that was ever live.
pub async fn version(id: &TemplateId, version: u32) -> Result<Template, ApiError> {
    client::get(&format!("/content/templates/{id}/versions/{version}")).await
}

/// What a draft was at a revision.
pub async fn revision(id: &TemplateId, revision: u32) -> Result<Template, ApiError> {
    client::get(&format!("/content/templates/{id}/revisions/{revision}")).await
}

/// Begins a draft: of a new template, or of the next version of a live one.
pub async fn create(template: Template) -> Result<TemplateDetail, ApiError> {
    client::post("/content/templates", &NewTemplate { template }).await
}

/// A 409 when another has saved since `revision`; otherwise the draft's revision is one more.
pub async fn save(revision: u32, template: Template) -> Result<(), ApiError> {
    let path = format!("/content/templates/{}/draft", template.id);
    client::put(&path, &EditTemplate { revision, template }).await
}

/// `verb` is the last part of the address: `submit`, `approve`, `return`, `publish`, `retire`.
pub async fn step(
    id: &TemplateId,
    verb: &str,
    step: &ReviewStep,
) -> Result<TemplateDetail, ApiError> {
    client::post(&format!("/content/templates/{id}/{verb}"), step).await
}

pub async fn preview(template: Template, seeds: Vec<u32>) -> Result<PreviewReply, ApiError> {
    let body = PreviewRequest { template, seeds };
    client::post("/content/preview", &body).await
}

pub async fn skills() -> Result<SkillGraph, ApiError> {
    client::get("/content/skills").await
}

pub async fn attribution() -> Result<Attribution, ApiError> {
    client::get("/content/attribution").await
}

pub async fn passage(id: &PassageId) -> Result<PassageDetail, ApiError> {
    client::get(&format!("/content/passages/{id}")).await
}
