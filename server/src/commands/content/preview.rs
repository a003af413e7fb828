//! `trellis content preview`

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;
use tokio::net::TcpListener;

use crate::commands::say;
use crate::preview;

#[derive(Args, Debug)]
pub struct PreviewArgs {
    /// A content folder, a folder of templates, or one file of templates.
    #[arg(value_name = "DIR|FILE")]
    path: PathBuf,
    /// On this machine only.
    #[arg(long, value_name = "P", default_value_t = 3001)]
    port: u16,
}

pub async fn run(args: PreviewArgs) -> anyhow::Result<()> {
    if !args.path.exists() {
        bail!("{} is not there", args.path.display());
    }
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("port {} is taken: choose another --port", args.port))?;
    say::line(format!(
        "The preview is at http://{}",
        listener.local_addr()?
    ));
    axum::serve(listener, preview::router(args.path)).await?;
    Ok(())
}
