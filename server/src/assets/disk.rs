//! Files of a folder, read at each request: for developing with `trellis serve --web-dir`.

use std::path::{Component, Path, PathBuf};

use axum::body::Bytes;
use sha2::{Digest, Sha256};

use super::mime::content_type;
use super::{Encoding, Served};

pub async fn get(folder: &Path, name: &str, accepts: &[Encoding]) -> Option<Served> {
    let path = within(folder, name)?;
    for encoding in accepts {
        let mut packed = path.clone().into_os_string();
        packed.push(encoding.suffix());
        if let Ok(bytes) = tokio::fs::read(PathBuf::from(packed)).await {
            let etag = format!("\"{}\"", hex::encode(&Sha256::digest(&bytes)[..8]));
            return Some(Served {
                bytes: Bytes::from(bytes),
                encoding: *encoding,
                content_type: content_type(name),
                immutable: name.starts_with("assets/"),
                etag,
            });
        }
    }
    None
}

/// The path, unless it would leave the folder.
fn within(folder: &Path, name: &str) -> Option<PathBuf> {
    let inside = Path::new(name)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_the_folder() {
        let folder = Path::new("/srv/web");
        assert!(within(folder, "assets/app.js").is_some());
        for name in ["../secret.txt", "assets/../../x.js", "/etc/passwd.txt"] {
            assert_eq!(within(folder, name), None, "{name}");
        }
    }
}
