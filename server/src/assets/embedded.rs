//! Files compiled into the binary by `build.rs`.

use axum::body::Bytes;

use super::{Encoding, Served};

/// One file of the app, packed in up to three ways.
#[derive(Debug)]
struct File {
    path: &'static str,
    content_type: &'static str,
    immutable: bool,
    /// Of the plain bytes, and weak: however they are packed, it is the same file.
    etag: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

// `static FILES: &[File]`, sorted by path.
include!(concat!(env!("OUT_DIR"), "/web.rs"));

pub fn get(name: &str, accepts: &[Encoding]) -> Option<Served> {
    let at = FILES.binary_search_by(|file| file.path.cmp(name)).ok()?;
    let file = &FILES[at];
    let (encoding, bytes) = accepts.iter().find_map(|encoding| {
        let bytes = match encoding {
            Encoding::Brotli => file.brotli,
            Encoding::Gzip => file.gzip,
            Encoding::Identity => Some(file.plain),
        };
        Some((*encoding, bytes?))
    })?;
    Some(Served {
        bytes: Bytes::from_static(bytes),
        encoding,
        content_type: file.content_type,
        immutable: file.immutable,
        etag: file.etag.to_owned(),
    })
}
