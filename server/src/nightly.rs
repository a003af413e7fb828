//! A fit of the server's own responses each night, for operators who ask for it. It writes files and
//! never adopts: that is for a person, with the report in hand.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use item_bank::Bank;
use store::Store;

use crate::clock::date_utc;
use crate::model::{Adoption, Refused, Signed, Target, dataset, fit_default};
use crate::state::AppState;

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;

/// Fewer opportunities than this say more of the priors than of the students.
const FEWEST: usize = 200;

/// A time of day by UTC, `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay {
    minutes: i64,
}

impl FromStr for TimeOfDay {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once(':');
        let number = |text: &str, below: i64| {
            let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            let number: Option<i64> = text.parse().ok().filter(|n| digits && *n < below);
            number
        };
        let read =
            parts.and_then(|(hours, minutes)| Some(number(hours, 24)? * 60 + number(minutes, 60)?));
        let minutes = read.ok_or("a time of day is HH:MM by UTC, such as 09:30")?;
        Ok(Self { minutes })
    }
}

impl TimeOfDay {
    /// From now until it is next that time; a whole day when it is that time now.
    pub fn after(self, now_ms: i64) -> Duration {
        let today = now_ms.rem_euclid(DAY_MS);
        let wait = (self.minutes * MINUTE_MS - today).rem_euclid(DAY_MS);
        let wait = if wait == 0 { DAY_MS } else { wait };
        Duration::from_millis(wait.unsigned_abs())
    }
}

/// Where a night's files went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub params: PathBuf,
    /// What adopting it would change, as `trellis model adopt --json` prints it. Absent where nothing
    /// would.
    pub report: Option<PathBuf>,
}

/// Until the server stops.
pub async fn every_night(state: AppState, at: TimeOfDay, folder: PathBuf) {
    loop {
        tokio::time::sleep(at.after(state.now_ms())).await;
        match fit_once(&*state.store, &state.bank(), &folder, state.now_ms()).await {
            Ok(Some(written)) => tracing::info!(
                params = %written.params.display(),
                "the night's fit was written; `trellis model adopt` says what it would change"
            ),
            Ok(None) => tracing::info!("too few responses for a fit tonight"),
            Err(error) => tracing::warn!(error = %format!("{error:#}"), "the night's fit failed"),
        }
    }
}

/// One fit, on one thread: the others are for students. `None` when there is too little to fit.
pub async fn fit_once(
    store: &dyn Store,
    bank: &Bank,
    folder: &Path,
    now_ms: i64,
) -> anyhow::Result<Option<Written>> {
    let data = dataset(store).await?;
    if data.responses.len() < FEWEST {
        return Ok(None);
    }
    let fitted = tokio::task::spawn_blocking(move || fit_default(&data, Some(1), "own responses"));
    let text = fitted.await??.to_json()?;
    let signed = Signed {
        by: "nightly fit".to_owned(),
        note: "proposed".to_owned(),
        at_ms: now_ms,
    };
    let proposed = Adoption::of(bank, store, Target::File(text.clone()), signed, false).await;
    let report = match proposed {
        Ok(adoption) => Some(serde_json::to_string_pretty(&adoption.report)?),
        Err(Refused::NothingChanges(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let name = |what: &str| folder.join(format!("{what}-{}.json", date_utc(now_ms)));
    let written = Written {
        params: name("params"),
        report: report.as_ref().map(|_| name("report")),
    };
    tokio::fs::create_dir_all(folder).await?;
    tokio::fs::write(&written.params, text).await?;
    if let (Some(path), Some(text)) = (&written.report, report) {
        tokio::fs::write(path, text).await?;
    }
    Ok(Some(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_and_waited_for() {
        let at: TimeOfDay = "09:30".parse().unwrap();
        let hours = |h: i64| h * 3_600_000;
        assert_eq!(at.after(hours(8)), Duration::from_mins(90));
        assert_eq!(at.after(hours(10)), Duration::from_mins(23 * 60 + 30));
        assert_eq!(
            at.after(hours(9) + 30 * MINUTE_MS),
            Duration::from_hours(24)
        );
        for bad in ["9:30", "24:00", "09:60", "0930", "-1:30", "09:3x", ""] {
            assert!(bad.parse::<TimeOfDay>().is_err(), "{bad}");
        }
    }
}
