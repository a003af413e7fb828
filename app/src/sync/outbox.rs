//! The outbox as a state machine: told of the queue, replies and failures, it says what to send.
//! It knows what waits by its ids, in the order it happened: answers have one, uses of words another.
//!
//! Promise: nothing leaves the device before its id came back in a reply. Batches go out in that
//! order, one at a time.

use uuid::Uuid;

use crate::api::ApiError;

/// First pause after a failure; each further one doubles it.
const FIRST_PAUSE_MS: i64 = 2_000;
/// A school day must not pass because a device waits too long after the network is back.
const LONGEST_PAUSE_MS: i64 = 60_000;

/// What to do now.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Everything is at school, or waits for a person to sign in.
    Rest,
    /// Ask again at this time, or when something changes.
    WaitUntil(i64),
    Send(Vec<Uuid>),
}

/// Why a batch did not go through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No network, or a server that is busy: the same batch later.
    Passing { retry_after_s: Option<u32> },
    /// The session ended: nothing goes until somebody signs in.
    SignedOut,
    /// The server refuses this batch as it is.
    Refused,
}

impl From<&ApiError> for Failure {
    fn from(error: &ApiError) -> Self {
        if error.is_signed_out() {
            Self::SignedOut
        } else if error.is_passing() {
            Self::Passing {
                retry_after_s: error.retry_after_s(),
            }
        } else {
            Self::Refused
        }
    }
}

#[derive(Clone, Debug)]
pub struct Outbox {
    /// Most that the server takes at once.
    most: usize,
    failures: u32,
    not_before_ms: i64,
    signed_out: bool,
    /// Most to send at once: halved when a batch is refused, to find the one at fault.
    limit: Option<usize>,
    /// Refused even alone. Kept on the device, not sent again before the app is started anew.
    aside: Vec<Uuid>,
}

impl Outbox {
    pub fn new(most: usize) -> Self {
        Self {
            most,
            failures: 0,
            not_before_ms: 0,
            signed_out: false,
            limit: None,
            aside: Vec::new(),
        }
    }

    /// What to do with `queue`, oldest first, at `now_ms`.
    pub fn next(&self, queue: &[Uuid], now_ms: i64) -> Step {
        let batch: Vec<Uuid> = queue
            .iter()
            .filter(|id| !self.aside.contains(id))
            .take(self.limit())
            .copied()
            .collect();
        if batch.is_empty() || self.signed_out {
            Step::Rest
        } else if now_ms < self.not_before_ms {
            // A clock set back must not stop the outbox for a year.
            Step::WaitUntil(self.not_before_ms.min(now_ms + LONGEST_PAUSE_MS))
        } else {
            Step::Send(batch)
        }
    }

    /// A reply came. What it speaks of may be forgotten, whatever it says of it.
    pub fn replied(&mut self) {
        self.failures = 0;
        self.not_before_ms = 0;
        self.limit = None;
    }

    /// `sent` did not go through. `chance` in [0, 1) spreads a room of devices over time.
    pub fn failed(&mut self, sent: &[Uuid], why: Failure, now_ms: i64, chance: f64) {
        match why {
            Failure::SignedOut => self.signed_out = true,
            Failure::Passing { retry_after_s } => {
                self.failures = self.failures.saturating_add(1);
                let asked = retry_after_s.map_or(0, |s| i64::from(s) * 1_000);
                self.not_before_ms = now_ms + asked.max(pause(self.failures, chance));
            }
            Failure::Refused => match sent {
                [alone] => {
                    self.aside.push(*alone);
                    self.limit = None;
                }
                several => self.limit = Some((several.len() / 2).max(1)),
            },
        }
    }

    /// Something changed for the better: the network is back, or a person asks for it.
    pub fn hurry(&mut self) {
        self.not_before_ms = 0;
    }

    pub fn signed_in(&mut self) {
        self.signed_out = false;
        self.hurry();
    }

    /// Whether the last word from the network was a failure.
    pub fn is_failing(&self) -> bool {
        self.failures > 0
    }

    /// How many the server would not take.
    pub fn set_aside(&self) -> usize {
        self.aside.len()
    }

    fn limit(&self) -> usize {
        self.limit.unwrap_or(self.most)
    }
}

/// Half fixed, half by chance (AWS Architecture Blog, "Exponential backoff and jitter", 2015).
fn pause(failures: u32, chance: f64) -> i64 {
    let doubled = FIRST_PAUSE_MS << failures.saturating_sub(1).min(5);
    let ceiling = doubled.min(LONGEST_PAUSE_MS);
    ceiling / 2 + (ceiling as f64 / 2.0 * chance) as i64
}

#[cfg(test)]
mod tests;
