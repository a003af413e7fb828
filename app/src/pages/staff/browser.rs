//! The few things of the browser that only the staff app needs.

use crate::dom;

/// Opens the print dialog; nothing happens where there is none.
pub fn print() {
    if let Some(window) = dom::window() {
        let _ = window.print();
    }
}

/// Where students find Trellis: "http://trellis.school".
pub fn origin() -> String {
    dom::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}
