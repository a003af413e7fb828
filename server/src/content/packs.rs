//! A pack as it is served: plain and compressed, the same bytes for everyone, for ever.

use std::io::Write;

use axum::body::Bytes;
use item_bank::{BuiltPack, PackKind};

/// Brotli's quality for packs. 11 for all would be a few percent smaller and delay the start by
/// seconds.
const QUALITY: u32 = 9;
/// For what every English learner fetches, and that rarely changes: a tenth smaller.
const BEST_QUALITY: u32 = 11;
/// Brotli's windows, as powers of two: one that holds the pack, and no larger, or a start would need
/// megabytes for each.
const WINDOWS: (u32, u32) = (16, 22);

#[derive(Clone, Debug)]
pub struct Pack {
    pub plain: Bytes,
    pub brotli: Bytes,
}

impl Pack {
    pub fn of(built: &BuiltPack) -> Self {
        let plain = Bytes::copy_from_slice(built.json.as_bytes());
        let quality = match built.kind {
            PackKind::English | PackKind::Language => BEST_QUALITY,
            PackKind::Skills | PackKind::Interface | PackKind::Reading => QUALITY,
        };
        let brotli = compress(&plain, quality);
        Self { plain, brotli }
    }
}

fn compress(plain: &[u8], quality: u32) -> Bytes {
    let window = (usize::BITS - plain.len().leading_zeros()).clamp(WINDOWS.0, WINDOWS.1);
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, quality, window);
    match writer.write_all(plain) {
        Ok(()) => Bytes::from(writer.into_inner()),
        // Writing into memory does not fail; if it ever did, an empty body must not be served.
        Err(_) => Bytes::new(),
    }
}
