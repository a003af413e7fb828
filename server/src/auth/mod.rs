//! Who is asking: hashing, limits on guessing, tokens, sessions and names.

pub mod cookie;
pub mod hasher;
pub mod limiter;
pub mod names;
pub mod sessions;
pub mod token;
