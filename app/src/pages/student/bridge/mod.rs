//! The place of the Translanguaging Bridge: beside the English question, never instead of it. What
//! stands there is the module's (`crate::bridge`).

mod place;
mod toggle;

pub use place::Bridge;
pub use toggle::BridgeToggle;
