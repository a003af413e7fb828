//! A reading of Ms. Okafor's, and what is sent to its routes.

use api::{CoreOrigin, ReadingId};
use serde_json::{Value, json};
use store::{AuditAction, AuditEntry, CoreRow, NewReadingRow, ReadingBody, ReadingChoices};

use crate::support::{NOW_MS, Running};

const TEXT: &str = "A unit rate compares two quantities.";

pub fn id() -> ReadingId {
    ReadingId(server::ids::from_parts(NOW_MS, [70; 10]))
}

/// A draft with a text in Spanish.
pub async fn seed(server: &Running) {
    let author = server.district.okafor;
    let core = CoreRow {
        language: "es".parse().unwrap(),
        core: vec!["Un [[unit rate]] dice cuánto hay para uno solo.".to_owned()],
        works: None,
        origin: CoreOrigin::Written,
        by: author,
        by_name: String::new(),
        at_ms: NOW_MS,
        sha256: "ab".repeat(32),
    };
    let new = NewReadingRow {
        id: id(),
        author,
        copy_of: None,
        body: ReadingBody {
            title: "Rates".to_owned(),
            text: TEXT.to_owned(),
            words: 6,
            choices: ReadingChoices::default(),
            cores: vec![core],
        },
        created_at_ms: NOW_MS,
    };
    let audit = AuditEntry {
        at_ms: NOW_MS,
        actor: Some(author),
        action: AuditAction::EditReading,
        subject: None,
        detail: None,
    };
    server.store().create_reading(new, audit).await.unwrap();
}

pub fn body_of(path: &str) -> Option<Value> {
    match path.rsplit('/').next()? {
        "readings" => Some(json!({ "title": "Rates", "text": TEXT })),
        "approve" | "retire" => Some(json!({ "revision": 1 })),
        "assignments" => Some(json!({ "class": server::ids::from_parts(NOW_MS, [40; 10]) })),
        "review" => Some(json!({ "sha256": "ab".repeat(32), "decision": "approve" })),
        "drafts" => Some(json!({ "revision": 1, "language": "es" })),
        "copies" => None,
        _ => Some(json!({
            "revision": 1, "title": "Rates", "text": TEXT, "key_sentences": null,
            "removed_terms": [], "topics": [], "cores": [],
        })),
    }
}
