//! `trellis serve`

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use api::{BridgePolicy, PracticePolicy};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::{progress, say};
use crate::clock::{Clock, SystemClock};
use crate::config::ServeArgs;
use crate::content::Library;
use crate::database::Database;
use crate::model::Model;
use crate::state::{AppState, Parts, Timing};
use crate::{demo, http, nightly, serve, telemetry};

/// For the writer to commit what waits and the log to be moved into the file.
const CLOSE_WITHIN: Duration = Duration::from_secs(2);
const UPKEEP_EVERY: Duration = Duration::from_secs(5);

pub async fn run(args: ServeArgs) -> anyhow::Result<()> {
    telemetry::start_logging(args.log)?;
    let metrics = telemetry::start_metrics()?;
    let location = args.database.location()?;
    // The port first: a second server must not migrate or seed before it finds that out.
    let listener = bind(args.listen).await?;
    let metrics_listener = match args.metrics_listen {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    let database = Arc::new(Database::open(&location).await?);
    let served = serve_database(
        &args,
        Arc::clone(&database),
        listener,
        metrics_listener,
        metrics,
    );
    let result = served.await;
    // Whatever happened, what waits to be written is written.
    if tokio::time::timeout(CLOSE_WITHIN, database.close())
        .await
        .is_err()
    {
        tracing::warn!("the database took too long to close; it recovers at the next start");
    }
    result
}

async fn serve_database(
    args: &ServeArgs,
    database: Arc<Database>,
    listener: TcpListener,
    metrics_listener: Option<TcpListener>,
    metrics: PrometheusHandle,
) -> anyhow::Result<()> {
    let clock = Arc::new(SystemClock);
    let store = database.store();
    if args.demo {
        let bar = progress::bar(demo::STEPS, "Making the demo district");
        let seen = bar.clone();
        let step: demo::Step = Arc::new(move || seen.inc(1));
        demo::seed_if_empty(&*store, demo::DEFAULT_SEED, clock.now_ms(), &step).await?;
        bar.finish_and_clear();
    }
    let is_demo = demo::is_demo_district(&*store).await?;
    if args.demo && !is_demo {
        bail!(
            "{} holds a district of its own, so --demo does not fit: \
             leave --demo out, or name another database with --database",
            args.database.location()?
        );
    }
    let bridge = if is_demo {
        BridgePolicy::DemoDrafts
    } else {
        BridgePolicy::ApprovedOnly
    };
    let accept_changed = args.accept_changed_content;
    let library = Library::open(&*store, clock.now_ms(), accept_changed, bridge).await?;
    let model = Model::in_force(&library.current(), &*store).await?;
    let drafter = args.drafting.drafter()?;
    let (stopping, heard) = watch::channel(false);
    let state = AppState::new(Parts {
        store,
        clock,
        library: Arc::new(library),
        model,
        policy: PracticePolicy {
            bridge,
            ..PracticePolicy::default()
        },
        web_dir: args.web_dir.clone(),
        drafter,
        timing: Timing::default(),
        stopping: heard,
    })?;
    let address = listener.local_addr()?;
    say::line(format!("Trellis is at http://{address}"));
    if is_demo {
        say::line(demo::sign_ins(&format!("http://{address}")));
    }
    if let Some(drafter) = &state.drafter {
        say::line(format!(
            "Texts are drafted by the model {}, for staff only",
            drafter.model().name
        ));
    }
    if let Some(listener) = &metrics_listener {
        say::line(format!(
            "Metrics are at http://{}/metrics",
            listener.local_addr()?
        ));
    }
    let upkeep = tokio::spawn(keep_up(metrics.clone()));
    let nightly = args.fit_nightly.map(|at| {
        let work = nightly::every_night(state.clone(), at, args.fit_dir.clone());
        tokio::spawn(work)
    });
    let side = metrics_listener.map(|listener| {
        let render = move || {
            let writer = database.writer_stats().as_ref().map(telemetry::writer_text);
            metrics.render() + &writer.unwrap_or_default()
        };
        tokio::spawn(async move { axum::serve(listener, http::metrics_router(render)).await })
    });
    let drain = Duration::from_secs(u64::from(args.drain_seconds));
    let stop = stop_signal()?;
    let result = serve::run(listener, state, stopping, drain, stop).await;
    upkeep.abort();
    if let Some(nightly) = nightly {
        nightly.abort();
    }
    if let Some(side) = side {
        side.abort();
    }
    result.context("the server stopped")
}

async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => anyhow::anyhow!(
                "another program listens on {address} already: stop it, \
             or choose another port, such as --listen {}",
                SocketAddr::new(address.ip(), address.port().wrapping_add(1).max(1024))
            ),
            io::ErrorKind::PermissionDenied => anyhow::anyhow!(
                "listening on {address} is not allowed: ports under 1024 need privileges; \
             choose a higher one, such as --listen {}",
                SocketAddr::new(address.ip(), 3000)
            ),
            _ => anyhow::anyhow!("cannot listen on {address}: {error}; choose another --listen"),
        })
}

/// Done at SIGTERM or Ctrl-C. A second signal ends the process at once.
fn stop_signal() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate()).context("signals cannot be heard")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("signals cannot be heard")?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping: requests that are running may finish");
        tokio::spawn(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            tracing::warn!("stopped at once; nothing that was acknowledged is lost");
            std::process::exit(1);
        });
    })
}

/// Lets the histograms let go of what was rendered.
async fn keep_up(metrics: PrometheusHandle) {
    let mut every = tokio::time::interval(UPKEEP_EVERY);
    loop {
        every.tick().await;
        metrics.run_upkeep();
    }
}
