//! What an acknowledgement is worth: the real binary, killed, stopped and given bad files.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on stops where it stands"
)]

mod kill;
mod logs;
mod model;
mod process;
mod start;
mod stop;
mod writing;
