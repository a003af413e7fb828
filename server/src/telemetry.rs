//! Logs and metrics. Logs name ids, never people: no name, answer or secret is ever formatted.

use std::fmt::Write as _;
use std::io::IsTerminal as _;

use anyhow::Context as _;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use store_sqlite::{Histogram, WriterStats};
use tracing_subscriber::EnvFilter;

/// How logs are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// For a person at a terminal.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Starts logging to standard error; `RUST_LOG` chooses what.
pub fn start_logging(format: LogFormat) -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let started = match format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
    started.map_err(|error| anyhow::anyhow!("logging cannot start: {error}"))
}

/// Upper bounds of the latency histograms, in seconds.
const SECONDS: &[f64] = &[
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0,
];

/// Starts counting; the handle renders what was counted.
pub fn start_metrics() -> anyhow::Result<PrometheusHandle> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), SECONDS)
        .and_then(PrometheusBuilder::install_recorder)
        .context("metrics cannot start")?;
    metrics::describe_counter!("trellis_responses_total", "Answers by what became of them");
    metrics::describe_counter!("trellis_sign_ins_total", "Tries to sign in by their result");
    metrics::describe_counter!(
        "trellis_http_requests_total",
        "Requests by route and status"
    );
    metrics::describe_histogram!("trellis_http_request_seconds", "Time to answer by route");
    Ok(handle)
}

/// The writer's own counts in Prometheus' text form: it counts where it works, without a lock.
pub fn writer_text(stats: &WriterStats) -> String {
    let mut out = String::new();
    let mut number = |name: &str, kind: &str, help: &str, value: u64| {
        let _ = writeln!(
            out,
            "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}"
        );
    };
    let depth = stats.queue_depth as u64;
    number(
        "trellis_write_queue_jobs",
        "gauge",
        "Writes that wait",
        depth,
    );
    let rows = stats.queued_rows as u64;
    number(
        "trellis_write_queue_rows",
        "gauge",
        "Rows that waiting writes bring",
        rows,
    );
    number(
        "trellis_writes_total",
        "counter",
        "Writes committed",
        stats.jobs,
    );
    let refused = stats.refused;
    number(
        "trellis_writes_refused_total",
        "counter",
        "Writes refused by a full queue",
        refused,
    );
    let failed = stats.failed_groups;
    number(
        "trellis_commits_failed_total",
        "counter",
        "Commits that the disk refused",
        failed,
    );
    histogram(
        &mut out,
        "trellis_commit_writes",
        "Writes in a commit",
        &stats.group_size,
    );
    histogram(
        &mut out,
        "trellis_commit_seconds",
        "Seconds to sync a commit",
        &stats.commit_seconds,
    );
    out
}

fn histogram(out: &mut String, name: &str, help: &str, histogram: &Histogram) {
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} histogram");
    for (bound, count) in &histogram.buckets {
        let _ = writeln!(out, "{name}_bucket{{le=\"{bound}\"}} {count}");
    }
    let Histogram { count, sum, .. } = histogram;
    let _ = writeln!(out, "{name}_bucket{{le=\"+Inf\"}} {count}");
    let _ = writeln!(out, "{name}_sum {sum}\n{name}_count {count}");
}
