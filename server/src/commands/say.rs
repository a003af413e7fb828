//! Printing that outlives its reader: `trellis ... | head`, or a parent that reads one line of a
//! server's output and closes the pipe, is no reason to fail.

use std::fmt::Display;
use std::io::Write as _;

/// One line to standard output.
pub fn line(text: impl Display) {
    let mut out = std::io::stdout().lock();
    // The reader has gone, or the disk behind it is full: there is nobody left to tell.
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}
