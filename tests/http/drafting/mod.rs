//! Drafts by a language model that behaves, and by one that does not.

mod fake;
mod kept;
mod misbehaves;
mod outgoing;

use api::{DraftOutcome, DraftReply, ReadingDetail};
use serde_json::json;

use crate::readings::{draft, path, save};
use crate::support::{Client, Running, Setup};
use fake::Fake;

pub const GOOD: &str =
    "Un [[unit rate]] dice cuánto cuesta uno solo, y así puedes [[compare]] las ofertas.";

/// A server whose language model is the fake, and a reading whose idea is confirmed.
async fn start() -> (Running, Fake, Client, ReadingDetail) {
    let fake = Fake::start().await;
    let server = Running::start_with(Setup {
        drafting: Some(fake.endpoint()),
        ..Setup::default()
    })
    .await;
    let mut okafor = server.okafor().await;
    let begun = draft(&mut okafor).await;
    let saved = save(&mut okafor, &begun, None).await;
    (server, fake, okafor, saved)
}

/// Asks for a draft in Spanish.
async fn ask(client: &mut Client, of: &ReadingDetail) -> DraftReply {
    let body = json!({ "revision": of.revision, "language": "es" });
    let reply = client.post(&path(of.id, "/drafts"), &body).await;
    reply.expect_status(200).json()
}

/// Codes of what was found.
fn codes(reply: &DraftReply) -> Vec<&str> {
    let found = reply.findings.iter();
    found.map(|finding| finding.reason.as_str()).collect()
}

fn outcomes(server: &Running) -> Vec<String> {
    server.query("SELECT outcome FROM drafting_call ORDER BY position")
}

#[track_caller]
fn nothing_kept(server: &Running, reply: &DraftReply, outcome: DraftOutcome) {
    assert_eq!(
        reply.outcome, outcome,
        "{} {:?}",
        reply.message, reply.findings
    );
    assert!(!reply.message.is_empty() && reply.reading.cores.is_empty());
    assert!(server.query("SELECT core FROM reading_core").is_empty());
}
