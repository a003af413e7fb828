//! What the writer has been doing, for `/metrics`.

use std::time::Duration;

/// A snapshot. Counters run from the opening of the database.
#[derive(Clone, Debug, PartialEq)]
pub struct WriterStats {
    /// Jobs waiting now.
    pub queue_depth: usize,
    /// Rows that the waiting jobs bring.
    pub queued_rows: usize,
    /// Jobs turned away because the queue was full.
    pub refused: u64,
    /// Jobs that were committed.
    pub jobs: u64,
    /// Groups that could not be committed: disk full, read-only, locked.
    pub failed_groups: u64,
    /// Jobs in each committed group.
    pub group_size: Histogram,
    /// Seconds in `COMMIT`, the sync included.
    pub commit_seconds: Histogram,
}

/// Cumulative, as Prometheus has them.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Upper bound, and how many were at or below it.
    pub buckets: Vec<(f64, u64)>,
    pub count: u64,
    pub sum: f64,
}

impl Histogram {
    fn new(bounds: &[f64]) -> Self {
        Self {
            buckets: bounds.iter().map(|bound| (*bound, 0)).collect(),
            count: 0,
            sum: 0.0,
        }
    }

    fn record(&mut self, value: f64) {
        for (bound, count) in &mut self.buckets {
            *count += u64::from(value <= *bound);
        }
        self.count += 1;
        self.sum += value;
    }
}

/// Kept by the writer.
#[derive(Clone, Debug)]
pub(crate) struct Totals {
    pub jobs: u64,
    pub failed_groups: u64,
    pub group_size: Histogram,
    pub commit_seconds: Histogram,
}

impl Totals {
    pub fn new() -> Self {
        Self {
            jobs: 0,
            failed_groups: 0,
            group_size: Histogram::new(&[
                1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0,
            ]),
            // a fast SSD syncs in 0.25 ms, a stalling disk in hundreds (QUALITY.md section 2.2)
            commit_seconds: Histogram::new(&[
                0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0,
            ]),
        }
    }

    pub fn committed(&mut self, jobs: usize, commit: Duration) {
        self.jobs += jobs as u64;
        self.group_size.record(jobs as f64);
        self.commit_seconds.record(commit.as_secs_f64());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_cumulative_and_include_their_bound() {
        let mut histogram = Histogram::new(&[1.0, 2.0]);
        for value in [1.0, 1.5, 9.0] {
            histogram.record(value);
        }
        assert_eq!(histogram.buckets, [(1.0, 1), (2.0, 2)]);
        assert_eq!((histogram.count, histogram.sum), (3, 11.5));
    }
}
