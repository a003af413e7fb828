//! A pack as it is served: plain and compressed, the same bytes for everyone, for ever.

use std::io::Write;

use axum::body::Bytes;

/// Brotli's quality for packs. 11 would be a few percent smaller and delay the start by seconds.
const QUALITY: u32 = 9;
/// Brotli's windows, as powers of two: one that holds the pack, and no larger, or a start would need
/// megabytes for each.
const WINDOWS: (u32, u32) = (16, 22);

#[derive(Clone, Debug)]
pub struct Pack {
    pub plain: Bytes,
    pub brotli: Bytes,
}

impl Pack {
    pub fn of(json: &str) -> Self {
        let plain = Bytes::copy_from_slice(json.as_bytes());
        let brotli = compress(&plain);
        Self { plain, brotli }
    }
}

fn compress(plain: &[u8]) -> Bytes {
    let window = (usize::BITS - plain.len().leading_zeros()).clamp(WINDOWS.0, WINDOWS.1);
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, QUALITY, window);
    match writer.write_all(plain) {
        Ok(()) => Bytes::from(writer.into_inner()),
        // Writing into memory does not fail; if it ever did, an empty body must not be served.
        Err(_) => Bytes::new(),
    }
}
