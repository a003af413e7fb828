//! The built app: compiled into the binary, or read from a folder while developing.
//!
//! Layout, as `cargo xtask` makes it: `index.html` (students), `staff/index.html`, `sw.js`, and
//! `assets/<name>.<hash>.<ext>`, each with `.br` and `.gz` beside it where that is smaller.

mod disk;
mod embedded;
mod mime;

use std::path::PathBuf;

use axum::body::Bytes;
use axum::http::HeaderValue;

/// For names that hold the hash of what they name.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

#[derive(Debug)]
pub enum Assets {
    Embedded,
    Folder(PathBuf),
}

/// How a file's bytes are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

/// A file to answer with.
#[derive(Debug)]
pub struct Served {
    pub bytes: Bytes,
    pub encoding: Encoding,
    pub content_type: &'static str,
    pub immutable: bool,
    pub etag: String,
}

impl Encoding {
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
            Self::Identity => "",
        }
    }
}

impl Assets {
    pub fn new(web_dir: Option<PathBuf>) -> Self {
        web_dir.map_or(Self::Embedded, Self::Folder)
    }

    /// The file of a path; for a page's address, the page that knows it.
    pub async fn get(&self, path: &str, accepts: &[Encoding]) -> Option<Served> {
        let wanted = path.trim_start_matches('/');
        let name = if looks_like_a_file(path) {
            wanted
        } else if wanted == "staff" || wanted.starts_with("staff/") {
            "staff/index.html"
        } else {
            "index.html"
        };
        match self {
            Self::Embedded => embedded::get(name, accepts),
            Self::Folder(folder) => disk::get(folder, name, accepts).await,
        }
    }
}

/// Whether a path ends like a file of the app. A page's address may hold points as well: skills
/// have them in their codes.
pub fn looks_like_a_file(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    last.contains('.') && mime::content_type(last) != mime::UNKNOWN
}

/// What a client takes, best first; bytes as they are always last.
pub fn accepted(header: Option<&HeaderValue>) -> Vec<Encoding> {
    let text = header
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let takes = |name: &str| {
        text.split(',').any(|part| {
            let mut pieces = part.split(';').map(str::trim);
            let named = pieces.next().is_some_and(|n| n.eq_ignore_ascii_case(name));
            named && !pieces.any(|p| p == "q=0" || p == "q=0.0")
        })
    };
    let mut encodings = Vec::with_capacity(3);
    if takes("br") {
        encodings.push(Encoding::Brotli);
    }
    if takes("gzip") {
        encodings.push(Encoding::Gzip);
    }
    encodings.push(Encoding::Identity);
    encodings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_accepted_encoding_comes_first() {
        use Encoding::{Brotli, Gzip, Identity};
        let of = |text: &'static str| accepted(Some(&HeaderValue::from_static(text)));
        assert_eq!(of("gzip, deflate, br, zstd"), [Brotli, Gzip, Identity]);
        assert_eq!(of("br;q=0, gzip;q=0.5"), [Gzip, Identity]);
        assert_eq!(accepted(None), [Identity]);
    }

    #[test]
    fn a_point_alone_makes_no_file() {
        assert!(looks_like_a_file("/assets/app.0a1b.wasm"));
        assert!(!looks_like_a_file("/practice/6.RP.A.3b-unit-rate"));
        assert!(!looks_like_a_file("/staff/classes/0190"));
        assert!(!looks_like_a_file(
            "/staff/classes/0190/students/0191/skills/6.RP.A.3b-unit-rate"
        ));
        assert!(!looks_like_a_file("/"));
    }
}
