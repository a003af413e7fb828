//! A device's clock may be years off; the school's time is what counts.

use api::ClockNotice;

/// Off by more than this, the device is told.
const TOLERATED_MS: i64 = 10 * 60_000;

/// What must be added to a device's times to get the school's.
#[derive(Clone, Copy, Debug)]
pub struct Offset {
    ms: i64,
    received_at_ms: i64,
}

impl Offset {
    /// From the moment a batch was sent by the device's clock and received by the school's. The
    /// journey itself, seconds at most, counts as offset.
    pub fn new(received_at_ms: i64, sent_at_ms: i64) -> Self {
        Self {
            ms: received_at_ms.saturating_sub(sent_at_ms),
            received_at_ms,
        }
    }

    /// The school's time of a device's time: never in the future, never before 1970.
    pub fn apply(self, device_ms: i64) -> i64 {
        device_ms
            .saturating_add(self.ms)
            .min(self.received_at_ms)
            .max(0)
    }

    pub fn notice(self) -> Option<ClockNotice> {
        let off_by_ms = self.ms.saturating_neg();
        if off_by_ms.saturating_abs() <= TOLERATED_MS {
            return None;
        }
        let side = if off_by_ms < 0 { "behind" } else { "ahead" };
        Some(ClockNotice {
            off_by_ms,
            detail: format!(
                "This device's clock is {} {side}.",
                span(off_by_ms.unsigned_abs())
            ),
            remedy: "Set its date and time to automatic. \
                     Your answers are saved, with the school's time."
                .to_owned(),
        })
    }
}

/// "3 years", "12 days", "25 minutes": the largest whole unit.
fn span(ms: u64) -> String {
    const MINUTE: u64 = 60_000;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    let (count, unit) = match ms {
        _ if ms >= 365 * DAY => (ms / (365 * DAY), "year"),
        _ if ms >= DAY => (ms / DAY, "day"),
        _ if ms >= HOUR => (ms / HOUR, "hour"),
        _ => (ms / MINUTE, "minute"),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_790_000_000_000;
    const YEAR: i64 = 365 * 86_400_000;

    #[test]
    fn a_clock_years_off_is_corrected_and_told() {
        let offset = Offset::new(NOW, NOW - 3 * YEAR);
        assert_eq!(offset.apply(NOW - 3 * YEAR - 5_000), NOW - 5_000);
        let notice = offset.notice().unwrap();
        assert_eq!(notice.off_by_ms, -3 * YEAR);
        assert_eq!(notice.detail, "This device's clock is 3 years behind.");
        let ahead = Offset::new(NOW, NOW + 26 * 3_600_000).notice().unwrap();
        assert_eq!(ahead.detail, "This device's clock is 1 day ahead.");
    }

    #[test]
    fn a_good_clock_is_left_alone() {
        let offset = Offset::new(NOW, NOW - 800);
        assert!(offset.notice().is_none());
        assert_eq!(offset.apply(NOW - 60_000), NOW - 59_200);
    }

    #[test]
    fn the_future_the_past_and_nonsense_are_bounded() {
        let offset = Offset::new(NOW, NOW);
        assert_eq!(offset.apply(NOW + YEAR), NOW);
        assert_eq!(offset.apply(i64::MIN), 0);
        for sent in [i64::MIN, i64::MAX] {
            let offset = Offset::new(NOW, sent);
            assert!((0..=NOW).contains(&offset.apply(sent)));
            assert!(offset.notice().is_some());
        }
    }
}
