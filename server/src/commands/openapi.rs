//! `trellis openapi`

use std::io::Write as _;

pub fn run() -> anyhow::Result<()> {
    let document = crate::http::document().to_pretty_json()?;
    writeln!(std::io::stdout(), "{document}")?;
    Ok(())
}
