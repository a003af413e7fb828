//! Answering on a port until asked to stop.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::http;
use crate::state::AppState;

/// Time for requests that are running to finish after the signal to stop. The database is closed
/// after that; all together stay under the 10 s that service managers wait.
const GRACE: Duration = Duration::from_secs(5);
const SWEEP_EVERY: Duration = Duration::from_mins(10);
/// Students come first: a server that has just started waits this long before it makes its packs
/// smaller, and then looks as often for new ones.
const POLISH_AFTER: Duration = Duration::from_secs(30);

/// Answers on the listener until `stop` is done, then lets running requests finish. `stopping` is
/// the other end of the state's: readiness and event streams hear of the stop through it. New
/// connections are still taken for `drain` after that, so that a balancer can see it.
pub async fn run(
    listener: TcpListener,
    state: AppState,
    stopping: watch::Sender<bool>,
    drain: Duration,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let sweeper = tokio::spawn(sweep(state.clone()));
    let polisher = tokio::spawn(polish(state.clone()));
    let service = http::router(state).into_make_service_with_connect_info::<SocketAddr>();
    // Answers are small and a student waits for each: they are not held back to fill a packet.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection kept its delay");
        }
    });
    let mut heard = stopping.subscribe();
    let stopped = async move {
        stop.await;
        // Nobody may be listening any more; then there is nobody to tell.
        let _ = stopping.send(true);
        tokio::time::sleep(drain).await;
    };
    let serving = axum::serve(listener, service).with_graceful_shutdown(stopped);
    let late = async move {
        let _ = heard.wait_for(|stopping| *stopping).await;
        tokio::time::sleep(drain + GRACE).await;
    };
    let result = tokio::select! {
        result = async { serving.await } => result,
        () = late => {
            tracing::warn!("some requests did not finish in time and were cut off");
            Ok(())
        }
    };
    sweeper.abort();
    polisher.abort();
    result
}

async fn sweep(state: AppState) {
    let mut every = tokio::time::interval(SWEEP_EVERY);
    loop {
        every.tick().await;
        match state.sessions.sweep(state.now_ms()).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "ended sessions were removed"),
            Err(error) => tracing::warn!(%error, "ended sessions could not be removed"),
        }
    }
}

/// Packs of the bridge, one at a time and one core at the most.
async fn polish(state: AppState) {
    loop {
        tokio::time::sleep(POLISH_AFTER).await;
        loop {
            match state.library.polish_one().await {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::warn!(%error, "a pack could not be made smaller");
                    break;
                }
            }
        }
    }
}
