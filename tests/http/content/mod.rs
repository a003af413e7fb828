//! Packs, and what teachers write, review and publish.

mod archive;
mod attribution;
mod earlier;
mod import;
mod list;
mod pack;
mod passages;
mod preview;
mod publish;
mod review;
mod size;
mod skills;

use api::{TemplateDetail, TemplateDraft};
use item_bank::{Bank, Template};
use serde_json::{Value, json};

use crate::support::Client;

const TEMPLATES: &str = "/api/v1/content/templates";
/// Of the pathway that the district has assigned.
const SKILL: &str = "6.RP.A.3b-unit-rate";

/// A template that comes with the program.
fn ours() -> &'static Template {
    Bank::embedded().templates_of(&SKILL.parse().unwrap())[0]
}

/// The same question under another name.
fn new_template(id: &str) -> Template {
    Template {
        id: id.parse().unwrap(),
        ..ours().clone()
    }
}

fn path(id: &str, step: &str) -> String {
    format!("{TEMPLATES}/{id}/{step}")
}

async fn begin(author: &mut Client, template: &Template) -> TemplateDraft {
    let reply = author
        .post(TEMPLATES, &json!({ "template": template }))
        .await;
    let detail: TemplateDetail = reply.expect_status(201).json();
    detail.draft.unwrap()
}

fn at(revision: u32) -> Value {
    json!({ "revision": revision, "note": null })
}

/// From nothing to live: one writes, another approves.
async fn publish(
    author: &mut Client,
    reviewer: &mut Client,
    template: &Template,
) -> TemplateDetail {
    let id = template.id.as_str();
    let draft = begin(author, template).await;
    let revision = at(draft.revision);
    for step in ["submit", "approve", "publish"] {
        let who = if step == "approve" {
            &mut *reviewer
        } else {
            &mut *author
        };
        who.post(&path(id, step), &revision)
            .await
            .expect_status(200);
    }
    author.get(&format!("{TEMPLATES}/{id}")).await.json()
}
