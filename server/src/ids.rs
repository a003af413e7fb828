//! Making UUIDv7s, whose first 48 bits are the time they were made.

use rand::TryRng;
use rand::rngs::SysRng;
use uuid::{Builder, Uuid};

use crate::auth::token::NoEntropy;
use crate::error::Refusal;

/// From the time and ten random bytes.
pub fn from_parts(at_ms: i64, random: [u8; 10]) -> Uuid {
    Builder::from_unix_timestamp_millis(u64::try_from(at_ms).unwrap_or(0), &random).into_uuid()
}

/// With randomness from the operating system.
pub fn new(at_ms: i64) -> Result<Uuid, NoEntropy> {
    let mut random = [0; 10];
    SysRng
        .try_fill_bytes(&mut random)
        .map_err(NoEntropy::from)?;
    Ok(from_parts(at_ms, random))
}

impl From<NoEntropy> for Refusal {
    fn from(error: NoEntropy) -> Self {
        tracing::error!(%error, "no id can be made");
        Self::internal()
    }
}
