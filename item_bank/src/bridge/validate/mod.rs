//! Whether a drafted text of a home language may go before a reader at all: ten kinds of check, all
//! deterministic, each with its reason. Whoever drafted it, a person approves it afterwards.

#[cfg(feature = "author")]
mod against;
mod found;
#[cfg(feature = "author")]
pub(crate) mod language;
#[cfg(feature = "author")]
pub(crate) mod numbers;
#[cfg(feature = "author")]
mod run;
#[cfg(feature = "author")]
mod safety;
#[cfg(feature = "author")]
pub(crate) mod standing;
#[cfg(test)]
#[cfg(feature = "embedded")]
mod tests;
#[cfg(feature = "author")]
pub(crate) mod wording;

#[cfg(feature = "author")]
pub use against::{Against, DraftText};
#[cfg(feature = "author")]
pub(crate) use against::{MAX_CORE, MAX_SENTENCES, MAX_WORKS};
pub use found::{Finding, Reason};
#[cfg(feature = "author")]
pub(crate) use run::examine;
#[cfg(feature = "author")]
pub use run::validate;
