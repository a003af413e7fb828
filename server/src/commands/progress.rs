//! A bar on a terminal for work that takes over a second; nothing where no person looks.

use indicatif::{ProgressBar, ProgressStyle};

/// On standard error, and only when that is a terminal.
pub fn bar(steps: u64, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(steps).with_message(what);
    match ProgressStyle::with_template("{msg} {bar:30} {percent:>3} %") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
