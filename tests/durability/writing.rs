//! Students who post answers, remember what was acknowledged, and post again what was not.

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Arc, Mutex};

use api::{
    BatchReply, BridgeUse, DeviceId, OutcomeStatus, ResponseBatch, ResponseId, ResponseRecord,
    UseBatch, UseId, UseKind, UsesReply,
};
use item_bank::{Bank, Key, RawAnswer, Template, instantiate};
use serde_json::{Value, json};

/// Answers a post carries.
const BATCH: usize = 5;

/// What the devices together know.
#[derive(Default)]
pub struct Ledger {
    pub acknowledged: Mutex<HashSet<ResponseId>>,
    pub posted: Mutex<HashSet<ResponseId>>,
    /// What happened with words, likewise.
    pub acknowledged_uses: Mutex<HashSet<UseId>>,
}

pub struct Device {
    http: reqwest::Client,
    cookie: String,
    id: DeviceId,
    template: &'static Template,
    next_seed: u32,
    /// Posted and not acknowledged: posted again, first.
    outbox: Option<ResponseBatch>,
    /// Likewise, of what happened with words.
    uses: Option<UseBatch>,
    ledger: Arc<Ledger>,
}

/// Sign-ins of the demo's students: class code, name, PIN.
pub fn sign_ins(count: usize) -> Vec<Value> {
    let output = super::process::run(&["demo", "--list", "--json"]);
    let list: Value = serde_json::from_slice(&output.stdout).unwrap();
    let class = &list["classes"][0];
    let students = class["students"].as_array().unwrap().iter().take(count);
    students
        .map(|student| {
            json!({ "class_code": class["code"], "name": student["name"], "pin": student["pin"] })
        })
        .collect()
}

impl Device {
    pub async fn sign_in(origin: &str, sign_in: &Value, ledger: &Arc<Ledger>) -> Self {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let path = format!("{origin}/api/v1/session/student");
        let reply = http.post(path).json(sign_in).send().await.unwrap();
        assert_eq!(reply.status(), 200, "{sign_in}");
        let cookie = reply.headers()["set-cookie"].to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        let numbers = Bank::embedded().templates().find(|template| {
            instantiate(template, 0).is_ok_and(|item| matches!(item.key, Key::Number { .. }))
        });
        Self {
            http,
            cookie,
            id: DeviceId(uuid::Uuid::now_v7()),
            template: numbers.unwrap(),
            next_seed: 1,
            outbox: None,
            uses: None,
            ledger: Arc::clone(ledger),
        }
    }

    /// What every item is answered with, right or wrong.
    pub const ANSWER: &str = "31415.9265";

    /// What the cookie carries.
    pub fn token(&self) -> &str {
        self.cookie.split_once('=').unwrap().1
    }

    /// A sign-in of staff, whatever comes of it.
    pub async fn try_staff(&self, origin: &str, sign_in: &Value) {
        let path = format!("{origin}/api/v1/session/staff");
        self.http.post(path).json(sign_in).send().await.unwrap();
    }

    /// Posts until the server is gone.
    pub async fn write(&mut self, origin: &str) {
        while self.post(origin).await && self.post_uses(origin).await {}
    }

    /// One post of what happened with words, and whether it was acknowledged.
    pub async fn post_uses(&mut self, origin: &str) -> bool {
        let batch = self.uses.take().unwrap_or_else(next_uses);
        self.uses = Some(batch.clone());
        let path = format!("{origin}/api/v1/bridge/uses");
        let request = self.http.post(path).header("cookie", &self.cookie);
        let Ok(reply) = request.json(&batch).send().await else {
            return false;
        };
        if !reply.status().is_success() {
            return false;
        }
        let Ok(reply) = reply.json::<UsesReply>().await else {
            return false;
        };
        let mut acknowledged = self.ledger.acknowledged_uses.lock().unwrap();
        for outcome in reply.outcomes {
            assert_eq!(outcome.refused, None);
            acknowledged.insert(outcome.id);
        }
        self.uses = None;
        true
    }

    /// One post, and whether it was acknowledged.
    pub async fn post(&mut self, origin: &str) -> bool {
        let batch = match self.outbox.take() {
            Some(batch) => batch,
            None => self.next_batch(),
        };
        self.outbox = Some(batch.clone());
        let path = format!("{origin}/api/v1/responses");
        let request = self
            .http
            .post(path)
            .header("cookie", &self.cookie)
            .json(&batch);
        let Ok(reply) = request.send().await else {
            return false;
        };
        if !reply.status().is_success() {
            return false;
        }
        let Ok(reply) = reply.json::<BatchReply>().await else {
            return false;
        };
        let mut acknowledged = self.ledger.acknowledged.lock().unwrap();
        for outcome in reply.outcomes {
            match outcome.status {
                OutcomeStatus::Stored { .. } | OutcomeStatus::Duplicate => {
                    acknowledged.insert(outcome.id);
                }
                other @ OutcomeStatus::Rejected { .. } => panic!("{other:?}"),
            }
        }
        self.outbox = None;
        true
    }

    fn next_batch(&mut self) -> ResponseBatch {
        let responses: Vec<ResponseRecord> = (0..BATCH).map(|_| self.answer()).collect();
        let ids = responses.iter().map(|record| record.id);
        self.ledger.posted.lock().unwrap().extend(ids);
        ResponseBatch {
            device: self.id,
            sent_at_ms: server_now(),
            responses,
        }
    }

    fn answer(&mut self) -> ResponseRecord {
        self.next_seed += 1;
        let item = instantiate(self.template, self.next_seed).unwrap();
        ResponseRecord {
            id: ResponseId(uuid::Uuid::now_v7()),
            template: item.template,
            seed: self.next_seed,
            attempt: 1,
            answer: RawAnswer::Text(Self::ANSWER.to_owned()),
            hints: 0,
            bridge: false,
            answered_at_ms: server_now(),
            elapsed_ms: 5_000,
        }
    }
}

fn next_uses() -> UseBatch {
    let one = |what| BridgeUse {
        id: UseId(uuid::Uuid::now_v7()),
        term: "ratio".parse().unwrap(),
        what,
        at_ms: server_now(),
    };
    UseBatch {
        sent_at_ms: server_now(),
        uses: vec![one(UseKind::Met), one(UseKind::Asked)],
    }
}

fn server_now() -> i64 {
    server::clock::Clock::now_ms(&server::clock::SystemClock)
}

/// Ids on the disk, read beside whoever writes; a panic when any is there twice.
pub fn on_disk(database: &Path) -> HashSet<ResponseId> {
    let ids = ids_of(database, "SELECT id FROM response");
    ids.into_iter().map(ResponseId).collect()
}

/// The same of what happened with words.
pub fn uses_on_disk(database: &Path) -> HashSet<UseId> {
    let ids = ids_of(database, "SELECT id FROM bridge_use");
    ids.into_iter().map(UseId).collect()
}

fn ids_of(database: &Path, query: &str) -> HashSet<uuid::Uuid> {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = rusqlite::Connection::open_with_flags(database, flags).unwrap();
    let mut statement = connection.prepare(query).unwrap();
    let rows = statement
        .query_map([], |row| row.get::<_, Vec<u8>>(0))
        .unwrap();
    let mut ids = HashSet::new();
    for bytes in rows {
        let id = uuid::Uuid::from_slice(&bytes.unwrap()).unwrap();
        assert!(ids.insert(id), "{id} is on the disk twice");
    }
    ids
}
