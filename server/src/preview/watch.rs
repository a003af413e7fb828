//! Says when a file changed.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures::Stream;
use futures::stream::unfold;

/// Fast enough for a person, cheap for some hundred files.
const LOOK_EVERY: Duration = Duration::from_millis(500);

pub async fn events(
    State(root): State<Arc<PathBuf>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let first = times(&root);
    let changes = unfold((root, first), |(root, seen)| async move {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            let now = times(&root);
            if now != seen {
                let changed = Event::default().event("changed").data("");
                return Some((Ok(changed), (root, now)));
            }
        }
    });
    Sse::new(changes).keep_alive(KeepAlive::default())
}

type Times = BTreeMap<PathBuf, Option<SystemTime>>;

fn times(root: &Path) -> Times {
    let mut found = Times::new();
    look(root, &mut found);
    found
}

/// What cannot be read just now counts as gone.
fn look(path: &Path, found: &mut Times) {
    if path.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            look(&entry.path(), found);
        }
    } else if path.extension().is_some_and(|it| it == "toml") {
        let time = fs::metadata(path).and_then(|it| it.modified()).ok();
        found.insert(path.to_owned(), time);
    }
}
