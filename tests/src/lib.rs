//! Suites that more than one whole-system test runs.

#[expect(
    clippy::unwrap_used,
    reason = "a suite is test code: a failed step is a failed test"
)]
pub mod conformance;
