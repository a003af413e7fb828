//! `trellis openapi`

use super::say;

pub fn run() -> anyhow::Result<()> {
    say::line(crate::http::document().to_pretty_json()?);
    Ok(())
}
