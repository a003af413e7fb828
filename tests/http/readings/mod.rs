//! Texts that teachers prepare with the bridge.

mod analyses;
mod approve;
mod edit;
mod needed_cards;
mod review;

use api::{ReadingDetail, ReadingId, UserId};
use item_bank::LanguageTag;
use serde_json::{Value, json};

use crate::support::{Client, Running};

pub const TEXT: &str = "A store sells rice in bags of two sizes. The unit rate of the small bag is \
    $3 per pound. The unit rate says how much one pound costs, so you can compare the two offers.\n\n\
    Which bag is the better buy?";

pub const IDEA: &str = "skill/6.RP.A.3b-unit-rate";
pub const SPANISH: &str =
    "Un [[unit rate]] dice cuánto cuesta uno solo, y así puedes [[compare]] las ofertas.";

/// Ms. Okafor's draft.
pub async fn draft(okafor: &mut Client) -> ReadingDetail {
    let body = json!({ "title": "Rice", "text": TEXT });
    let reply = okafor.post("/api/v1/readings", &body).await;
    reply.expect_status(201).json()
}

/// With the idea confirmed and, where there is one, a text in Spanish.
pub fn edit(of: &ReadingDetail, spanish: Option<&str>) -> Value {
    let cores: Vec<Value> = spanish
        .into_iter()
        .map(|text| json!({ "language": "es", "core": [text], "works": null }))
        .collect();
    json!({
        "revision": of.revision, "title": of.title, "text": of.text, "key_sentences": null,
        "removed_terms": [], "topics": [IDEA], "cores": cores,
    })
}

pub async fn save(client: &mut Client, of: &ReadingDetail, spanish: Option<&str>) -> ReadingDetail {
    let reply = client.put(&path(of.id, ""), &edit(of, spanish)).await;
    reply.expect_status(200).json()
}

pub fn path(id: ReadingId, rest: &str) -> String {
    format!("/api/v1/readings/{id}{rest}")
}

pub async fn approve(client: &mut Client, of: &ReadingDetail) -> ReadingDetail {
    let step = json!({ "revision": of.revision });
    let reply = client.post(&path(of.id, "/approve"), &step).await;
    reply.expect_status(200).json()
}

pub async fn name_reader(server: &Running, who: UserId, language: &str) {
    let language: LanguageTag = language.parse().unwrap();
    server
        .store()
        .set_reader(who, language, true)
        .await
        .unwrap();
}
