//! Where the model is, as the operator says it.

use std::path::Path;
use std::time::Duration;

/// Bytes of a key file.
const LONGEST_KEY: usize = 4_096;

/// An OpenAI-compatible endpoint: Ollama, vLLM, llama.cpp.
#[derive(Clone)]
pub struct Endpoint {
    /// With `/chat/completions` at its end.
    pub(super) url: reqwest::Url,
    pub(super) model: String,
    pub(super) key: Option<String>,
    /// For everything from the connection to the last byte.
    pub(super) timeout: Duration,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadEndpoint {
    #[error(
        "--drafting-url '{0}' is no address: give the base of an OpenAI-compatible endpoint, such as \
         http://127.0.0.1:11434/v1"
    )]
    Url(String),
    #[error(
        "--drafting-url begins with https, and this Trellis speaks no TLS to the model: run the model on \
         this machine or in the district's own network, or put a local proxy before it, and give its \
         http address"
    )]
    Tls,
    #[error(
        "--drafting-url holds a user name, a password, a query or a fragment: put a key into \
         --drafting-key-file"
    )]
    Parts,
    #[error("--drafting-model is missing or empty: say which model the endpoint shall use")]
    Model,
    #[error("--drafting-key-file {path}: {reason}")]
    Key { path: String, reason: String },
    #[error("the client of the language model cannot start: {0}")]
    Client(String),
}

impl std::fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // never the key
        f.debug_struct("Endpoint")
            .field("url", &self.url.as_str())
            .field("model", &self.model)
            .finish_non_exhaustive()
    }
}

impl Endpoint {
    pub fn new(
        base: &str,
        model: &str,
        key_file: Option<&Path>,
        timeout: Duration,
    ) -> Result<Self, BadEndpoint> {
        let joined = format!("{}/chat/completions", base.trim_end_matches('/'));
        let url: reqwest::Url = joined
            .parse()
            .map_err(|_| BadEndpoint::Url(base.to_owned()))?;
        match url.scheme() {
            "http" => {}
            "https" => return Err(BadEndpoint::Tls),
            _ => return Err(BadEndpoint::Url(base.to_owned())),
        }
        let more = !url.username().is_empty()
            || url.password().is_some()
            || url.query().is_some()
            || url.fragment().is_some();
        if more {
            return Err(BadEndpoint::Parts);
        }
        let model = model.trim();
        if model.is_empty() || model.len() > 200 {
            return Err(BadEndpoint::Model);
        }
        Ok(Self {
            url,
            model: model.to_owned(),
            key: key_file.map(read_key).transpose()?,
            timeout,
        })
    }
}

/// The first line of the file.
fn read_key(path: &Path) -> Result<String, BadEndpoint> {
    let bad = |reason: String| BadEndpoint::Key {
        path: path.display().to_string(),
        reason,
    };
    let text = std::fs::read_to_string(path).map_err(|error| bad(error.to_string()))?;
    let key = text.lines().next().unwrap_or_default().trim();
    let sound =
        !key.is_empty() && key.len() <= LONGEST_KEY && key.chars().all(|c| c.is_ascii_graphic());
    if sound {
        Ok(key.to_owned())
    } else {
        Err(bad(
            "its first line must be the key, in visible ASCII characters".to_owned(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(base: &str, model: &str) -> Result<Endpoint, BadEndpoint> {
        Endpoint::new(base, model, None, Duration::from_secs(1))
    }

    #[test]
    fn the_address_of_completions_is_under_the_base() {
        for base in ["http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1/"] {
            let found = endpoint(base, "m").unwrap();
            assert_eq!(
                found.url.as_str(),
                "http://127.0.0.1:11434/v1/chat/completions"
            );
        }
    }

    #[test]
    fn what_cannot_be_used_is_refused_in_the_operators_words() {
        assert_eq!(
            endpoint("https://models.example/v1", "m").unwrap_err(),
            BadEndpoint::Tls
        );
        assert_eq!(
            endpoint("http://me:secret@127.0.0.1/v1", "m").unwrap_err(),
            BadEndpoint::Parts
        );
        assert!(matches!(
            endpoint("127.0.0.1:11434", "m"),
            Err(BadEndpoint::Url(_))
        ));
        assert!(matches!(
            endpoint("file:///etc", "m"),
            Err(BadEndpoint::Url(_))
        ));
        assert_eq!(
            endpoint("http://127.0.0.1/v1", " ").unwrap_err(),
            BadEndpoint::Model
        );
    }

    #[test]
    fn a_key_is_the_first_line_and_never_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        std::fs::write(&path, "sk-secret\n").unwrap();
        let second = Duration::from_secs(1);
        let found = Endpoint::new("http://127.0.0.1/v1", "m", Some(&path), second).unwrap();
        assert_eq!(found.key.as_deref(), Some("sk-secret"));
        assert!(!format!("{found:?}").contains("secret"));
        std::fs::write(&path, "\n").unwrap();
        assert!(Endpoint::new("http://127.0.0.1/v1", "m", Some(&path), second).is_err());
        let gone = folder.path().join("gone");
        assert!(Endpoint::new("http://127.0.0.1/v1", "m", Some(&gone), second).is_err());
    }
}
