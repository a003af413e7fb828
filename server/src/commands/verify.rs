//! `trellis verify`

use std::collections::HashMap;

use anyhow::bail;
use clap::Args;
use serde::Serialize;
use store::{EstimateKey, EstimateRow, Store, StoreResult};

use super::say;
use crate::config::DatabaseArgs;
use crate::database::Database;

#[derive(Args, Debug)]
pub struct VerifyArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Replace the estimates by the rebuilt ones. No server may be running on the database.
    #[arg(long)]
    rebuild: bool,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

/// What the comparison found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    pub opportunities: u64,
    pub estimates: u64,
    /// In both, with other bits.
    pub different: u64,
    /// Rebuilt from responses, but not stored.
    pub missing: u64,
    /// Stored, without a response behind it.
    pub unfounded: u64,
    pub rebuilt: bool,
}

impl Report {
    pub fn agrees(&self) -> bool {
        self.different + self.missing + self.unfounded == 0
    }
}

/// Responses read at once.
const PAGE: u32 = 5_000;

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
            "{} estimates rebuilt from {} opportunities: {} different, {} missing, {} unfounded.",
            report.estimates,
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

/// Folds every response again and compares with what is stored.
pub async fn verify(store: &dyn Store, rebuild: bool) -> StoreResult<Report> {
    let mut report = Report::default();
    let rebuilt = fold(store, &mut report).await?;
    report.estimates = rebuilt.len() as u64;
    let stored = store.all_estimates().await?;
    let mut unseen = rebuilt.len() as u64;
    for row in &stored {
        let key = EstimateKey {
            student: row.student,
            skill: row.skill.clone(),
        };
        match rebuilt.get(&key) {
            Some(own) => {
                unseen -= 1;
                report.different += u64::from(!same_bits(own, row));
            }
            None => report.unfounded += 1,
        }
    }
    report.missing = unseen;
    if rebuild && !report.agrees() {
        store
            .replace_estimates(rebuilt.into_values().collect())
            .await?;
        report.rebuilt = true;
    }
    Ok(report)
}

async fn fold(
    store: &dyn Store,
    report: &mut Report,
) -> StoreResult<HashMap<EstimateKey, EstimateRow>> {
    let mut rebuilt: HashMap<EstimateKey, EstimateRow> = HashMap::new();
    let mut position = 0;
    loop {
        let page = store.opportunities_after(position, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(rebuilt);
        };
        position = last.position;
        for response in page {
            let Some(scored) = response.opportunity else {
                continue;
            };
            report.opportunities += 1;
            let key = EstimateKey {
                student: response.student,
                skill: response.skill.clone(),
            };
            let row = rebuilt.entry(key).or_insert_with(|| {
                EstimateRow::before_any(response.student, response.skill, &scored.params)
            });
            row.fold(&scored, response.effective_at_ms);
        }
    }
}

/// Equal in every bit: `==` would call 0.0 and -0.0 the same.
fn same_bits(a: &EstimateRow, b: &EstimateRow) -> bool {
    a == b
        && a.state.odds.to_bits() == b.state.odds.to_bits()
        && a.state.stability.to_bits() == b.state.stability.to_bits()
}
