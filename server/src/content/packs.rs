//! A pack as it is served: plain and compressed, the same bytes for everyone, for ever.

use std::io::Write;

use axum::body::Bytes;

/// Brotli's quality for packs at first. 11 would be a tenth smaller and delay the start by seconds.
const QUALITY: u32 = 9;
/// For what every English learner fetches, once the server is up.
const BEST_QUALITY: u32 = 11;
/// Brotli's windows, as powers of two: one that holds the pack, and no larger, or a start would need
/// megabytes for each.
const WINDOWS: (u32, u32) = (16, 22);

#[derive(Clone, Debug)]
pub struct Pack {
    pub plain: Bytes,
    pub brotli: Bytes,
    /// It gets no smaller.
    pub polished: bool,
}

impl Pack {
    pub fn of(json: &str) -> Self {
        let plain = Bytes::copy_from_slice(json.as_bytes());
        let brotli = compress(&plain, QUALITY);
        Self {
            plain,
            brotli,
            polished: false,
        }
    }

    /// As small as it gets: half a second of one core for a language.
    #[must_use]
    pub fn polished(self) -> Self {
        Self {
            brotli: compress(&self.plain, BEST_QUALITY),
            polished: true,
            ..self
        }
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
