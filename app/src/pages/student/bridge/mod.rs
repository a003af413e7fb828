//! The Translanguaging Bridge: beside the English question, never instead of it.

mod card;
mod language;
mod panel;
mod toggle;

pub use panel::Bridge;
pub use toggle::BridgeToggle;
