//! The bridge: what happens with words, and the review of its languages.

pub mod languages;
pub mod packs;
pub mod reviews;
pub mod texts;
pub mod uses;
