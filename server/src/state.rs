//! What every handler may reach.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use api::PracticePolicy;
use store::Store;
use tokio::sync::watch;

use crate::assets::Assets;
use crate::auth::hasher::{HashError, Hasher};
use crate::auth::limiter::Limiter;
use crate::auth::sessions::Sessions;
use crate::clock::Clock;
use crate::content::{Content, Library};
use crate::drafting::Drafter;
use crate::live::Live;
use crate::model::Model;

/// Cheap to clone: everything within is shared.
#[derive(Clone)]
pub struct AppState {
    pub store: Arc<dyn Store>,
    pub clock: Arc<dyn Clock>,
    pub library: Arc<Library>,
    pub hasher: Arc<Hasher>,
    pub limiter: Arc<Limiter>,
    pub sessions: Arc<Sessions>,
    pub live: Arc<Live>,
    pub assets: Arc<Assets>,
    /// In force for every answer from now on.
    pub model: Arc<Model>,
    pub policy: PracticePolicy,
    /// The language model that drafts for teachers; off unless the operator has set one.
    pub drafter: Option<Arc<Drafter>>,
    pub timing: Timing,
    /// Turns true when the server is asked to stop.
    pub stopping: watch::Receiver<bool>,
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppState")
            .field("timing", &self.timing)
            .finish_non_exhaustive()
    }
}

/// How long things may take.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// A request that is not answered by then is given up.
    pub request: Duration,
    /// A silent event stream says that it lives this often, and looks whether it still may.
    pub keep_alive: Duration,
    /// Wrong tries from an address that tries many accounts are answered this much later.
    pub slow_down: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            request: Duration::from_secs(20),
            keep_alive: Duration::from_secs(15),
            slow_down: Duration::from_secs(2),
        }
    }
}

/// What a state is made of; the rest follows.
#[derive(Clone)]
pub struct Parts {
    pub store: Arc<dyn Store>,
    pub clock: Arc<dyn Clock>,
    pub library: Arc<Library>,
    pub model: Model,
    /// The prior of ability is the model's, whatever it says here.
    pub policy: PracticePolicy,
    /// Serve the app from this folder instead of from the binary.
    pub web_dir: Option<PathBuf>,
    pub drafter: Option<Arc<Drafter>>,
    pub timing: Timing,
    pub stopping: watch::Receiver<bool>,
}

impl std::fmt::Debug for Parts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parts")
            .field("web_dir", &self.web_dir)
            .finish_non_exhaustive()
    }
}

impl AppState {
    pub fn new(parts: Parts) -> Result<Self, HashError> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self {
            sessions: Arc::new(Sessions::new(Arc::clone(&parts.store))),
            store: parts.store,
            clock: parts.clock,
            library: parts.library,
            hasher: Arc::new(Hasher::new(cores)?),
            limiter: Arc::default(),
            live: Arc::default(),
            assets: Arc::new(Assets::new(parts.web_dir)),
            policy: PracticePolicy {
                ability: parts.model.prior,
                ..parts.policy
            },
            model: Arc::new(parts.model),
            drafter: parts.drafter,
            timing: parts.timing,
            stopping: parts.stopping,
        })
    }

    /// The content in force. To be asked once for each request: it may be another the next time.
    pub fn bank(&self) -> Arc<Content> {
        self.library.current()
    }

    pub fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }
}
