//! What can be said on the command line or in the environment.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;

use crate::database::{BadLocation, Location};
use crate::drafting::{BadEndpoint, Drafter, Endpoint};
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
    #[command(flatten)]
    pub drafting: DraftingArgs,
    /// How logs are written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub log: LogFormat,
}

/// The language model that drafts texts for teachers. Off unless a URL is given.
#[derive(Args, Clone, Debug)]
pub struct DraftingArgs {
    /// Have texts in home languages drafted by a model that the district runs: the base of an
    /// OpenAI-compatible endpoint, such as http://127.0.0.1:11434/v1. Asked for by staff only, never
    /// with student data; every draft is checked, and a reader of the language approves it.
    #[arg(
        id = "drafting-url",
        long,
        value_name = "URL",
        env = "TRELLIS_DRAFTING_URL"
    )]
    url: Option<String>,
    /// The model to ask there.
    #[arg(
        id = "drafting-model",
        long,
        value_name = "NAME",
        env = "TRELLIS_DRAFTING_MODEL"
    )]
    model: Option<String>,
    /// A file whose first line is the endpoint's key, where it wants one.
    #[arg(
        id = "drafting-key-file",
        long,
        value_name = "FILE",
        env = "TRELLIS_DRAFTING_KEY_FILE"
    )]
    key_file: Option<PathBuf>,
    /// A draft that takes longer is given up.
    #[arg(long = "drafting-timeout", value_name = "SECONDS", env = "TRELLIS_DRAFTING_TIMEOUT", default_value_t = 30,
        value_parser = clap::value_parser!(u16).range(1..=300))]
    timeout: u16,
}

impl DraftingArgs {
    /// `None` where no URL is given.
    pub fn drafter(&self) -> Result<Option<Arc<Drafter>>, BadEndpoint> {
        let Some(url) = &self.url else {
            return Ok(None);
        };
        let endpoint = Endpoint::new(
            url,
            self.model.as_deref().unwrap_or_default(),
            self.key_file.as_deref(),
            Duration::from_secs(u64::from(self.timeout)),
        )?;
        let drafter = Drafter::new(endpoint)?;
        Ok(Some(Arc::new(drafter)))
    }
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

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        serve: ServeArgs,
    }

    fn drafter(line: &[&str]) -> Result<Option<Arc<Drafter>>, BadEndpoint> {
        use clap::Parser as _;
        let line = Line::try_parse_from([&["trellis"], line].concat()).unwrap();
        line.serve.drafting.drafter()
    }

    #[test]
    fn drafting_is_off_unless_the_operator_names_an_endpoint_and_a_model() {
        assert!(drafter(&[]).unwrap().is_none());
        assert!(drafter(&["--drafting-model", "m"]).unwrap().is_none());
        let url = ["--drafting-url", "http://127.0.0.1:11434/v1"];
        assert_eq!(drafter(&url).unwrap_err(), BadEndpoint::Model);
        let both = [
            &url[..],
            &["--drafting-model", "m", "--drafting-timeout", "5"],
        ]
        .concat();
        assert_eq!(drafter(&both).unwrap().unwrap().model().name, "m");
        let https = [
            "--drafting-url",
            "https://127.0.0.1/v1",
            "--drafting-model",
            "m",
        ];
        assert_eq!(drafter(&https).unwrap_err(), BadEndpoint::Tls);
    }
}
