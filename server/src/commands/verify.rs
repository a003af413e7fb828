//! `trellis verify`

use anyhow::bail;
use clap::Args;

use super::say;
use crate::config::DatabaseArgs;
use crate::database::Database;
use crate::model::verify;

#[derive(Args, Debug)]
pub struct VerifyArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Replace estimates and abilities by the rebuilt ones. No server may be running on the database.
    #[arg(long)]
    rebuild: bool,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

pub async fn run(args: VerifyArgs) -> anyhow::Result<()> {
    let location = args.database.location()?;
    let database = if args.rebuild {
        Database::open(&location).await?
    } else {
        Database::open_read_only(&location).await?
    };
    let result = verify(&*database.store(), args.rebuild).await;
    database.close().await;
    let report = result?;
    if args.json {
        say::line(serde_json::to_string(&report)?);
    } else {
        say::line(format!(
            "{} estimates and {} abilities rebuilt from {} opportunities: \
             {} different, {} missing, {} unfounded.",
            report.estimates,
            report.abilities,
            report.opportunities,
            report.different,
            report.missing,
            report.unfounded
        ));
    }
    match (report.agrees(), report.rebuilt) {
        (true, _) => Ok(()),
        (false, true) => {
            eprintln!("The stored estimates were replaced by the rebuilt ones.");
            Ok(())
        }
        (false, false) => bail!(
            "the stored estimates are not what the responses say: \
             stop the server and run `trellis verify --rebuild`"
        ),
    }
}
