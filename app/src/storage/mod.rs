//! What this device keeps: answers and uses of words that are not at school yet, the plan, content
//! packs.
//!
//! One long-lived task ([`actor`]) owns IndexedDB; [`Storage`] is a cheap handle that sends it
//! operations. Answers are kept per student, so that on a shared Chromebook nobody sees or sends
//! another's. No name is ever stored: only opaque ids, answers and what the school says of skills.

mod actor;
mod database;

use api::{DeviceId, Plan, ResponseId, UseId, UserId};
use futures::channel::{mpsc, oneshot};
use serde::Serialize;
use wire_read::Read;

use crate::json;
use crate::state::Given;
use crate::sync::Pending;
use actor::{Operation, Request};
pub use database::StorageError;

/// Object stores of the database.
const OUTBOX: &str = "outbox";
const KEPT: &str = "kept";
const PACKS: &str = "packs";
const USES: &str = "uses";
const STORES: [&str; 4] = [OUTBOX, KEPT, PACKS, USES];

/// Who was last signed in here, for starting without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LastSession {
    pub user: UserId,
    pub expires_at_ms: i64,
}

wire_read::object!(LastSession {
    user,
    expires_at_ms
});

/// A handle to the task that owns the database.
#[derive(Clone, Debug)]
pub struct Storage {
    requests: mpsc::UnboundedSender<Request>,
}

impl Storage {
    /// Starts the task. It runs for as long as the page does.
    pub fn start() -> Self {
        let (requests, inbox) = mpsc::unbounded();
        wasm_bindgen_futures::spawn_local(actor::run(inbox));
        Self { requests }
    }

    /// Done when the answer is on the disk.
    pub async fn keep_answer(&self, student: UserId, answer: &Pending) -> Result<(), StorageError> {
        let key = format!("{student}/{}", answer.record.id);
        self.put(OUTBOX, key, answer).await
    }

    /// In the order they were given.
    pub async fn answers(&self, student: UserId) -> Result<Vec<Pending>, StorageError> {
        let answers = self.list(OUTBOX, student).await?;
        Ok(answers.iter().filter_map(|json| decode(json)).collect())
    }

    /// Done when the use, an `api::BridgeUse` as JSON, is on the disk.
    pub async fn keep_use(
        &self,
        student: UserId,
        id: UseId,
        json: String,
    ) -> Result<(), StorageError> {
        let key = format!("{student}/{id}");
        self.put_text(USES, key, json).await
    }

    /// As JSON, in the order they happened.
    pub async fn uses(&self, student: UserId) -> Vec<String> {
        self.list(USES, student).await.unwrap_or_default()
    }

    pub async fn forget_uses(&self, student: UserId, ids: &[UseId]) -> Result<(), StorageError> {
        let keys = ids.iter().map(|id| format!("{student}/{id}")).collect();
        self.ask(Operation::Delete { store: USES, keys })
            .await
            .map(drop)
    }

    pub async fn forget_answers(
        &self,
        student: UserId,
        ids: &[ResponseId],
    ) -> Result<(), StorageError> {
        let keys = ids.iter().map(|id| format!("{student}/{id}")).collect();
        self.ask(Operation::Delete {
            store: OUTBOX,
            keys,
        })
        .await
        .map(drop)
    }

    pub async fn last_session(&self) -> Option<LastSession> {
        self.get(KEPT, "session".into()).await
    }

    pub async fn keep_session(&self, session: LastSession) -> Result<(), StorageError> {
        self.put(KEPT, "session".into(), &session).await
    }

    /// Whether somebody signed out and the server could not be told.
    pub async fn is_leaving(&self) -> bool {
        self.get(KEPT, "leaving".into()).await.unwrap_or(false)
    }

    pub async fn set_leaving(&self, leaving: bool) -> Result<(), StorageError> {
        self.put(KEPT, "leaving".into(), &leaving).await
    }

    /// The name of this browser profile, made once.
    pub async fn device(&self, otherwise: DeviceId) -> DeviceId {
        if let Some(device) = self.get(KEPT, "device".into()).await {
            return device;
        }
        // A device that cannot keep its name gets a new one each time; nothing depends on it.
        let _ = self.put(KEPT, "device".into(), &otherwise).await;
        otherwise
    }

    /// The plan as it last was, without the student's name.
    pub async fn plan(&self, student: UserId) -> Option<(Plan, String)> {
        let key = format!("{student}/plan");
        let json = self
            .ask(Operation::Get { store: KEPT, key })
            .await
            .ok()?
            .pop()?;
        Some((decode(&json)?, json))
    }

    /// Keeps the JSON as it came. Writing the plan anew would need the code to write every type
    /// in it, some 5 % of the app, to say the same.
    pub async fn keep_plan(
        &self,
        student: UserId,
        plan: &Plan,
        json: &str,
    ) -> Result<(), StorageError> {
        let json = without_name(json, &plan.student.given_name)
            .ok_or_else(|| StorageError::Refused("the plan's name was not found".into()))?;
        self.put_text(KEPT, format!("{student}/plan"), json).await
    }

    pub async fn recent(&self, student: UserId) -> Vec<Given> {
        self.get(KEPT, format!("{student}/recent"))
            .await
            .unwrap_or_default()
    }

    pub async fn keep_recent(&self, student: UserId, recent: &[Given]) -> Result<(), StorageError> {
        self.put(KEPT, format!("{student}/recent"), &recent).await
    }

    /// A content pack's JSON.
    pub async fn pack(&self, sha256: &str) -> Option<String> {
        let get = Operation::Get {
            store: PACKS,
            key: sha256.to_owned(),
        };
        self.ask(get).await.ok()?.pop()
    }

    pub async fn keep_pack(&self, sha256: &str, json: String) -> Result<(), StorageError> {
        self.put_text(PACKS, sha256.to_owned(), json).await
    }

    /// Signing out: everything of this student but answers and uses that are not at school yet.
    pub async fn forget_student(&self, student: UserId) -> Result<(), StorageError> {
        let keys = vec![
            "session".to_owned(),
            format!("{student}/plan"),
            format!("{student}/recent"),
        ];
        self.ask(Operation::Delete { store: KEPT, keys })
            .await
            .map(drop)
    }

    async fn get<T: Read>(&self, store: &'static str, key: String) -> Option<T> {
        let json = self.ask(Operation::Get { store, key }).await.ok()?.pop()?;
        decode(&json)
    }

    async fn put<T: Serialize + ?Sized>(
        &self,
        store: &'static str,
        key: String,
        value: &T,
    ) -> Result<(), StorageError> {
        let json = serde_json::to_string(value)
            .map_err(|error| StorageError::Refused(error.to_string()))?;
        self.put_text(store, key, json).await
    }

    async fn put_text(
        &self,
        store: &'static str,
        key: String,
        json: String,
    ) -> Result<(), StorageError> {
        self.ask(Operation::Put { store, key, json })
            .await
            .map(drop)
    }

    /// A student's, in their order: keys come so, and ids sort by the time they were made.
    async fn list(
        &self,
        store: &'static str,
        student: UserId,
    ) -> Result<Vec<String>, StorageError> {
        let prefix = format!("{student}/");
        self.ask(Operation::List { store, prefix }).await
    }

    async fn ask(&self, operation: Operation) -> Result<Vec<String>, StorageError> {
        let (reply, answer) = oneshot::channel();
        self.requests
            .unbounded_send(Request { operation, reply })
            .map_err(|_| StorageError::Gone)?;
        answer.await.map_err(|_| StorageError::Gone)?
    }
}

/// What an earlier version of the app wrote and this one cannot read is as good as absent.
fn decode<T: Read>(json: &str) -> Option<T> {
    json::wire(json).ok()
}

/// The plan's JSON with the one name in it taken out; `None` when the name is not where it should
/// be, in which case nothing is kept.
fn without_name(json: &str, name: &str) -> Option<String> {
    const KEY: &str = "\"given_name\":";
    let named = format!("{KEY}{}", serde_json::to_string(name).ok()?);
    json.contains(&named)
        .then(|| json.replacen(&named, &format!("{KEY}\"\""), 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::fixtures::{answered, plan};

    #[test]
    fn no_name_reaches_the_disk() {
        for name in ["Ana", "Zo\"e\\", "Núria"] {
            let mut plan = plan();
            plan.student.given_name = name.into();
            let json = serde_json::to_string(&plan).unwrap();
            let kept: Plan = decode(&without_name(&json, name).unwrap()).unwrap();
            plan.student.given_name.clear();
            assert_eq!(kept, plan);
        }
        assert_eq!(without_name("{\"given_name\": \"Ana\"}", "Ana"), None);
    }

    #[test]
    fn an_answer_survives_being_written_down() {
        let answer = answered(9, "a", true);
        let json = serde_json::to_string(&answer).unwrap();
        assert_eq!(decode::<Pending>(&json), Some(answer));
        assert_eq!(decode::<Pending>("{\"record\":1}"), None);
    }
}
