//! The task that owns the database: one operation after the other.

use futures::StreamExt;
use futures::channel::{mpsc, oneshot};

use super::database::{Database, StorageError};

pub(super) enum Operation {
    Get {
        store: &'static str,
        key: String,
    },
    Put {
        store: &'static str,
        key: String,
        json: String,
    },
    Delete {
        store: &'static str,
        keys: Vec<String>,
    },
    /// Values of all keys that begin with the prefix, in the order of the keys.
    List {
        store: &'static str,
        prefix: String,
    },
}

pub(super) struct Request {
    pub operation: Operation,
    /// What was read; empty for writes.
    pub reply: oneshot::Sender<Result<Vec<String>, StorageError>>,
}

pub(super) async fn run(mut inbox: mpsc::UnboundedReceiver<Request>) {
    let mut keeper = Keeper::new().await;
    while let Some(Request { operation, reply }) = inbox.next().await {
        // Nobody waiting for the reply is no reason to stop: the write itself still counts.
        let _ = reply.send(keeper.perform(operation).await);
    }
}

/// Where things are kept.
enum Keeper {
    Disk(Database),
    /// IndexedDB is refused (some private windows, a full disk). Kept until the page is left, and
    /// every write says that it is no more than that.
    Memory {
        kept: Vec<Kept>,
        why: StorageError,
    },
}

struct Kept {
    store: &'static str,
    key: String,
    json: String,
}

impl Keeper {
    async fn new() -> Self {
        match Database::open().await {
            Ok(database) => Self::Disk(database),
            Err(why) => Self::Memory {
                kept: Vec::new(),
                why,
            },
        }
    }

    async fn perform(&mut self, operation: Operation) -> Result<Vec<String>, StorageError> {
        match self {
            Self::Disk(disk) => match operation {
                Operation::Get { store, key } => disk.get(store, &key).await,
                Operation::Put { store, key, json } => disk.put(store, &key, &json).await,
                Operation::Delete { store, keys } => disk.delete(store, &keys).await,
                Operation::List { store, prefix } => disk.list(store, &prefix).await,
            },
            Self::Memory { kept, why } => match operation {
                Operation::Get { store, key } => Ok(find(kept, store, |k| k == key)),
                Operation::Put { store, key, json } => {
                    kept.retain(|it| it.store != store || it.key != key);
                    // In the order of the keys, as the disk has it.
                    let place = kept.partition_point(|it| it.key < key);
                    kept.insert(place, Kept { store, key, json });
                    Err(why.clone())
                }
                Operation::Delete { store, keys } => {
                    kept.retain(|it| it.store != store || !keys.contains(&it.key));
                    Ok(Vec::new())
                }
                Operation::List { store, prefix } => {
                    Ok(find(kept, store, |key| key.starts_with(&prefix)))
                }
            },
        }
    }
}

fn find(kept: &[Kept], store: &str, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let hits = kept
        .iter()
        .filter(|it| it.store == store && wanted(&it.key));
    hits.map(|it| it.json.clone()).collect()
}
