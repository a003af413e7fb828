//! argon2id in a bounded queue.
//!
//! A bell that rings for 5,000 students asks for more hashing than two cores have (`shared/QUALITY.md`
//! section 3.1), so at most one hash a core runs, a bounded number waits, and the rest are told
//! when to come back.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use store::CredentialHash;
use tokio::sync::Semaphore;

/// 12 MiB, 3 passes, 1 lane: the OWASP choice that suits small servers.
const MEMORY_KIB: u32 = 12_288;
const PASSES: u32 = 3;
const LANES: u32 = 1;
/// Waiting hashes for each one running: at some 12 ms each, the last of 256 waits about 3 s.
const WAITING_PER_CORE: usize = 256;

#[derive(Debug)]
pub struct Hasher {
    running: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    /// Checked when nobody has the name, so that a stranger's reply takes as long as a student's.
    dummy: CredentialHash,
}

#[derive(Debug, thiserror::Error)]
pub enum HashError {
    #[error("too many sign-ins are waiting")]
    Busy,
    #[error("hashing failed: {0}")]
    Failed(String),
}

impl Hasher {
    pub fn new(cores: usize) -> Result<Self, HashError> {
        Self::with_queue(cores, cores * WAITING_PER_CORE)
    }

    /// At most `cores` hashes run and `waiting` more wait.
    pub fn with_queue(cores: usize, waiting: usize) -> Result<Self, HashError> {
        Ok(Self {
            running: Arc::new(Semaphore::new(cores)),
            queue: Arc::new(Semaphore::new(cores + waiting)),
            dummy: hash("nobody has this password")?,
        })
    }

    /// Whether the secret fits. Without a credential the same work is done and the answer is no.
    pub async fn verify(
        &self,
        secret: String,
        credential: Option<CredentialHash>,
    ) -> Result<bool, HashError> {
        let known = credential.is_some();
        let credential = credential.unwrap_or_else(|| self.dummy.clone());
        self.run(move || verify(&secret, &credential))
            .await
            .map(|fits| fits && known)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, HashError> {
        let place = Arc::clone(&self.queue)
            .try_acquire_owned()
            .map_err(|_| HashError::Busy)?;
        let permit = Arc::clone(&self.running)
            .acquire_owned()
            .await
            .map_err(|_| HashError::Busy)?;
        let task = tokio::task::spawn_blocking(move || {
            // Held by the work itself: a client that goes away must not make room before its
            // hash is done.
            let _held = (place, permit);
            work()
        });
        task.await
            .map_err(|error| HashError::Failed(error.to_string()))?
    }
}

fn argon() -> Result<Argon2<'static>, HashError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .map_err(|error| HashError::Failed(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes with a salt from the operating system. Takes some 12 ms: never on an async thread.
pub fn hash(secret: &str) -> Result<CredentialHash, HashError> {
    let hashed = argon()?
        .hash_password(secret.as_bytes())
        .map_err(|error| HashError::Failed(error.to_string()))?;
    Ok(CredentialHash(hashed.to_string()))
}

/// Hashes with a given salt, so that a seeded demo is the same every time.
pub fn hash_with_salt(secret: &str, salt: &[u8; 16]) -> Result<CredentialHash, HashError> {
    let hashed = argon()?
        .hash_password_with_salt(secret.as_bytes(), salt)
        .map_err(|error| HashError::Failed(error.to_string()))?;
    Ok(CredentialHash(hashed.to_string()))
}

fn verify(secret: &str, credential: &CredentialHash) -> Result<bool, HashError> {
    let parsed = PasswordHash::new(&credential.0)
        .map_err(|error| HashError::Failed(format!("a stored credential is damaged: {error}")))?;
    Ok(argon()?.verify_password(secret.as_bytes(), &parsed).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn tells_right_from_wrong_from_unknown() {
        let hasher = Hasher::new(1).unwrap();
        let stored = hash("1234").unwrap();
        assert!(stored.0.starts_with("$argon2id$v=19$m=12288,t=3,p=1$"));
        assert!(
            hasher
                .verify("1234".into(), Some(stored.clone()))
                .await
                .unwrap()
        );
        assert!(!hasher.verify("1235".into(), Some(stored)).await.unwrap());
        assert!(
            !hasher
                .verify("nobody has this password".into(), None)
                .await
                .unwrap()
        );
    }

    #[tokio::test]
    async fn a_full_queue_says_so_at_once() {
        let hasher = Hasher::with_queue(1, 0).unwrap();
        let held = Arc::clone(&hasher.queue).try_acquire_owned().unwrap();
        let refused = hasher.verify("1234".into(), None).await;
        assert!(matches!(refused, Err(HashError::Busy)));
        drop(held);
        assert!(!hasher.verify("1234".into(), None).await.unwrap());
    }

    #[test]
    fn a_given_salt_gives_the_same_hash() {
        let salt = [7; 16];
        assert_eq!(
            hash_with_salt("1234", &salt).unwrap(),
            hash_with_salt("1234", &salt).unwrap()
        );
        assert_ne!(hash("1234").unwrap(), hash("1234").unwrap());
    }
}
