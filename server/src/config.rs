//! What can be said on the command line or in the environment.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use crate::database::{BadLocation, Location};
use crate::nightly::TimeOfDay;
use crate::telemetry::LogFormat;

/// Which database.
#[derive(Args, Clone, Debug)]
pub struct DatabaseArgs {
    /// The database: a path, or sqlite:PATH.
    #[arg(
        long,
        value_name = "PATH",
        env = "TRELLIS_DATABASE",
        default_value = "var/trellis.db"
    )]
    database: String,
}

impl DatabaseArgs {
    /// Read after the command line: clap would repeat a refused value, and with it any password.
    pub fn location(&self) -> Result<Location, BadLocation> {
        self.database.parse()
    }
}

/// `trellis serve`.
#[derive(Args, Clone, Debug)]
pub struct ServeArgs {
    #[command(flatten)]
    pub database: DatabaseArgs,
    /// Address and port to listen on. Put a proxy that speaks TLS before any other than loopback:
    /// browsers keep the session cookie only over HTTPS or on this machine.
    #[arg(
        long,
        value_name = "ADDR",
        env = "TRELLIS_LISTEN",
        default_value = "127.0.0.1:3000"
    )]
    pub listen: SocketAddr,
    /// Serve /metrics here; a loopback address.
    #[arg(long, value_name = "ADDR", env = "TRELLIS_METRICS_LISTEN", value_parser = loopback)]
    pub metrics_listen: Option<SocketAddr>,
    /// Seed an empty database with the demo district.
    #[arg(long)]
    pub demo: bool,
    /// Serve the app from this folder instead of from the binary.
    #[arg(long, value_name = "DIR")]
    pub web_dir: Option<PathBuf>,
    /// After the signal to stop, say "not ready" for so many seconds before closing the port.
    #[arg(long, value_name = "SECONDS", default_value_t = 0,
        value_parser = clap::value_parser!(u8).range(0..=3))]
    pub drain_seconds: u8,
    /// Fit the model to this server's own responses every night at this time, by UTC. The
    /// parameters and a report of what they would change go into --fit-dir; nothing is adopted.
    #[arg(long, value_name = "HH:MM")]
    pub fit_nightly: Option<TimeOfDay>,
    /// Where nightly fits go.
    #[arg(
        long,
        value_name = "DIR",
        default_value = "var/fits",
        requires = "fit_nightly"
    )]
    pub fit_dir: PathBuf,
    /// Content that is not any more what it was at the same version takes its place: answers that
    /// were given to it before are read with the new one. For authors, before students have met it.
    #[arg(long)]
    pub accept_changed_content: bool,
    /// How logs are written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub log: LogFormat,
}

fn loopback(text: &str) -> Result<SocketAddr, String> {
    let address: SocketAddr = text.parse().map_err(|error| format!("{error}"))?;
    if address.ip().is_loopback() {
        return Ok(address);
    }
    Err(
        "metrics are for this machine only: use a loopback address, such as 127.0.0.1:9464"
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metrics_stay_on_this_machine() {
        assert!(loopback("127.0.0.1:9464").is_ok());
        assert!(loopback("[::1]:9464").is_ok());
        assert!(loopback("0.0.0.0:9464").is_err());
    }
}
