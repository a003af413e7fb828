//! The secret of a session: 256 bits from the operating system, opaque to everyone.

use std::fmt;

use rand::TryRng;
use rand::rngs::SysRng;
use sha2::{Digest, Sha256};
use store::TokenHash;

/// What the cookie carries. Never stored, never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken([u8; 32]);

/// The operating system gave no randomness; nobody can be signed in safely.
#[derive(Debug, thiserror::Error)]
#[error("the operating system's random number source failed: {0}")]
pub struct NoEntropy(#[from] rand::rngs::SysError);

impl SessionToken {
    pub fn generate() -> Result<Self, NoEntropy> {
        let mut bytes = [0; 32];
        SysRng.try_fill_bytes(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// From a cookie's value; `None` when it is not one of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    pub fn expose(&self) -> String {
        hex::encode(self.0)
    }

    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_the_cookie_and_never_shows_in_debug() {
        let token = SessionToken::generate().unwrap();
        assert_eq!(SessionToken::parse(&token.expose()), Some(token.clone()));
        assert_ne!(token, SessionToken::generate().unwrap());
        assert_eq!(format!("{token:?}"), "SessionToken(..)");
        assert_eq!(token.expose().len(), 64);
    }

    #[test]
    fn what_is_not_a_token_is_refused() {
        let (short, odd) = ("ab".repeat(31), "g".repeat(64));
        assert!(
            ["", "zz", &short, &odd]
                .iter()
                .all(|text| SessionToken::parse(text).is_none())
        );
    }
}
