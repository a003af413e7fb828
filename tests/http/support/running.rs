//! One server, in this process, stopped when the test ends.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use api::{BridgePolicy, PracticePolicy};
use item_bank::Bank;
use server::clock::ManualClock;
use server::content::Library;
use server::database::{Database, Location};
use server::drafting::{Drafter, Endpoint};
use server::model::Model;
use server::serve;
use server::state::{AppState, Parts, Timing};
use store::Store;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::{oneshot, watch};

use super::client::Client;
use super::district::District;

/// Where the server's clock stands when a test begins: a school morning in September 2026.
pub const NOW_MS: i64 = 1_789_000_000_000;

pub struct Running {
    pub address: SocketAddr,
    pub clock: ManualClock,
    pub district: District,
    /// What it serves as content.
    pub library: Arc<Library>,
    folder: TempDir,
    database: Database,
    setup: Setup,
    stop: Option<oneshot::Sender<()>>,
}

/// What a test may want otherwise.
pub struct Setup {
    /// Where the app is read from.
    pub web_dir: Option<PathBuf>,
    pub bridge: BridgePolicy,
    /// The language model.
    pub drafting: Option<Endpoint>,
    pub request: Duration,
    pub drain: Duration,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            web_dir: None,
            bridge: BridgePolicy::DemoDrafts,
            drafting: None,
            request: Timing::default().request,
            drain: Duration::ZERO,
        }
    }
}

impl Running {
    /// A server with the small district of [`District`].
    pub async fn start() -> Self {
        Self::start_with(Setup::default()).await
    }

    pub async fn start_with(setup: Setup) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trellis.db");
        let database = Database::open(&Location::Sqlite(path)).await.unwrap();
        let clock = ManualClock::at(NOW_MS);
        let district = District::seed(&*database.store()).await;
        let (address, library, stop) = serve_on(&database, &clock, &setup).await;
        Self {
            address,
            clock,
            district,
            library,
            folder,
            database,
            setup,
            stop: Some(stop),
        }
    }

    /// Stops, and serves the same database again at another address: everyone signs in anew.
    pub async fn restart(&mut self) {
        self.stop();
        let (address, library, stop) = serve_on(&self.database, &self.clock, &self.setup).await;
        (self.address, self.library, self.stop) = (address, library, Some(stop));
    }

    /// What the server writes to, for what is done beside it.
    pub fn store(&self) -> Arc<dyn Store> {
        self.database.store()
    }

    /// Someone at a browser of their own, not signed in.
    pub fn client(&self) -> Client {
        Client::new(self.address)
    }

    pub async fn student(&self, class_code: &str, name: &str, pin: &str) -> Client {
        let mut client = self.client();
        client
            .sign_in_student(class_code, name, pin)
            .await
            .expect_status(200);
        client
    }

    pub async fn ana(&self) -> Client {
        self.student("MAPLE-27", "Ana R", "1234").await
    }

    /// In a class of another teacher.
    pub async fn bao(&self) -> Client {
        self.student("CEDAR-31", "Bao", "4321").await
    }

    pub async fn teacher(&self, username: &str) -> Client {
        let mut client = self.client();
        client
            .sign_in_staff(username, District::PASSWORD)
            .await
            .expect_status(200);
        client
    }

    pub async fn okafor(&self) -> Client {
        self.teacher("okafor").await
    }

    pub fn database_path(&self) -> PathBuf {
        self.folder.path().join("trellis.db")
    }

    /// Rows of a query with one text column, read beside the server.
    pub fn query(&self, sql: &str) -> Vec<String> {
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
        let connection =
            rusqlite::Connection::open_with_flags(self.database_path(), flags).unwrap();
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap();
        rows.map(Result::unwrap).collect()
    }

    pub fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

async fn serve_on(
    database: &Database,
    clock: &ManualClock,
    setup: &Setup,
) -> (SocketAddr, Arc<Library>, oneshot::Sender<()>) {
    let (stopping, heard) = watch::channel(false);
    let library = Library::open(&*database.store(), NOW_MS, false, setup.bridge)
        .await
        .unwrap();
    let library = Arc::new(library);
    let state = AppState::new(Parts {
        store: database.store(),
        library: Arc::clone(&library),
        clock: Arc::new(clock.clone()),
        model: Model::in_force(Bank::embedded(), &*database.store())
            .await
            .unwrap(),
        policy: PracticePolicy {
            bridge: setup.bridge,
            ..PracticePolicy::default()
        },
        web_dir: setup.web_dir.clone(),
        drafter: setup
            .drafting
            .clone()
            .map(|to| Arc::new(Drafter::new(to).unwrap())),
        timing: Timing {
            keep_alive: Duration::from_millis(200),
            slow_down: Duration::from_millis(1),
            request: setup.request,
        },
        stopping: heard,
    })
    .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let until = async move {
        let _ = stopped.await;
    };
    tokio::spawn(serve::run(listener, state, stopping, setup.drain, until));
    (address, library, stop)
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}
