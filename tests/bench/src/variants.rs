//! What the server is compared with, each over the same HTTP stack.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use api::{BatchReply, Outcome, OutcomeStatus, PracticePolicy, ResponseBatch};
use axum::routing::post;
use axum::{Json, Router};
use clap::ValueEnum;
use server::clock::SystemClock;
use server::state::{AppState, Parts, Timing};
use store_sqlite::{OpenOptions, SqliteStore};
use tokio::net::TcpListener;
use tokio::sync::watch;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Variant {
    /// Reads a batch's JSON and replies: what HTTP and JSON alone cost
    ParseOnly,
    /// The very server, with a transaction for each batch in place of group commit
    TransactionEach,
}

impl Variant {
    pub fn name(self) -> &'static str {
        match self {
            Self::ParseOnly => "parse-only",
            Self::TransactionEach => "transaction-each",
        }
    }
}

/// Serves until killed, on a free port that it prints as `trellis serve` does.
pub async fn serve(variant: Variant, database: PathBuf) -> anyhow::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("Trellis is at http://{}", listener.local_addr()?);
    match variant {
        Variant::ParseOnly => {
            let router = Router::new().route("/api/v1/responses", post(parse_only));
            axum::serve(listener, router).await.context("serving")
        }
        Variant::TransactionEach => transaction_each(listener, database).await,
    }
}

async fn parse_only(Json(batch): Json<ResponseBatch>) -> Json<BatchReply> {
    let duplicate = |id| Outcome {
        id,
        status: OutcomeStatus::Duplicate,
    };
    Json(BatchReply {
        outcomes: batch
            .responses
            .iter()
            .map(|record| duplicate(record.id))
            .collect(),
        estimates: Vec::new(),
        ability: engine::Ability::new(&engine::AbilityPrior::default()),
        server_time_ms: batch.sent_at_ms,
        clock: None,
    })
}

async fn transaction_each(listener: TcpListener, database: PathBuf) -> anyhow::Result<()> {
    let options = OpenOptions {
        group_jobs: std::num::NonZeroUsize::MIN,
        ..OpenOptions::default()
    };
    let store = Arc::new(SqliteStore::open(database, options).await?);
    let (stopping, heard) = watch::channel(false);
    let clock = SystemClock;
    let at_ms = server::clock::Clock::now_ms(&clock);
    let policy = PracticePolicy::default();
    let library = server::content::Library::open(&*store, at_ms, false, policy.bridge).await?;
    let state = AppState::new(Parts {
        store,
        clock: Arc::new(clock),
        library: Arc::new(library),
        model: server::model::Model::of_content(),
        policy,
        web_dir: None,
        drafter: None,
        timing: Timing::default(),
        stopping: heard,
    })?;
    let (at_once, forever) = (std::time::Duration::ZERO, std::future::pending());
    server::serve::run(listener, state, stopping, at_once, forever)
        .await
        .context("serving")
}
