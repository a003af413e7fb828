//! A model that fails is left alone for a while.

use std::sync::{Mutex, PoisonError};

/// Calls in a row that fail before none is made for a while.
const FAILURES: u32 = 3;
/// Milliseconds of that while. Then one call is tried.
const REST_MS: i64 = 60_000;

#[derive(Debug, Default)]
pub(super) struct Breaker(Mutex<Health>);

#[derive(Debug, Default)]
struct Health {
    /// In a row.
    failures: u32,
    /// No call before this.
    rests_until_ms: Option<i64>,
}

impl Breaker {
    /// Whether a call may be made now; else the milliseconds until one may. After a rest the one that is
    /// let through begins another rest, which its success ends: if nobody hears of it, nothing is stuck.
    pub fn admit(&self, now_ms: i64) -> Result<(), i64> {
        let mut health = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match health.rests_until_ms {
            Some(until) if now_ms < until => Err(until - now_ms),
            Some(_) => {
                health.rests_until_ms = Some(now_ms + REST_MS);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// What became of a call that was let through.
    pub fn heard(&self, answered: bool, now_ms: i64) {
        let mut health = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if answered {
            *health = Health::default();
            return;
        }
        health.failures = health.failures.saturating_add(1);
        if health.failures >= FAILURES {
            health.rests_until_ms = Some(now_ms + REST_MS);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_failures_in_a_row_rest_it_for_a_minute_and_then_one_is_tried() {
        let breaker = Breaker::default();
        for now in [0, 1] {
            breaker.admit(now).unwrap();
            breaker.heard(false, now);
        }
        breaker.admit(2).unwrap();
        breaker.heard(false, 2);
        assert_eq!(breaker.admit(3), Err(59_999));
        assert_eq!(breaker.admit(60_001), Err(1));
        breaker.admit(60_002).unwrap();
        // one only, until it is heard of
        assert!(breaker.admit(60_003).is_err());
        breaker.heard(false, 60_004);
        assert!(breaker.admit(60_005).is_err());
        breaker.admit(120_004).unwrap();
        breaker.heard(true, 120_005);
        breaker.admit(120_006).unwrap();
    }

    #[test]
    fn an_answer_in_between_begins_the_count_anew() {
        let breaker = Breaker::default();
        for answered in [false, false, true, false, false] {
            breaker.admit(0).unwrap();
            breaker.heard(answered, 0);
        }
        breaker.admit(0).unwrap();
    }

    #[test]
    fn a_trial_that_nobody_hears_of_locks_nothing_for_good() {
        let breaker = Breaker::default();
        (0..3).for_each(|_| breaker.heard(false, 0));
        breaker.admit(60_000).unwrap();
        assert!(breaker.admit(119_999).is_err());
        breaker.admit(120_000).unwrap();
    }
}
