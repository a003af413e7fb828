//! Content packs by hash: compressed once at the start, then the same bytes for everyone, for ever.

use std::collections::HashMap;
use std::io::Write;

use api::PackRef;
use axum::body::Bytes;
use item_bank::{Bank, LanguageTag, PackKind};

/// Brotli's quality for packs. 11 would be a few percent smaller and delay the start by seconds.
const QUALITY: u32 = 9;
/// Brotli's window, 2^22 bytes: larger than any pack.
const WINDOW: u32 = 22;

#[derive(Debug)]
pub struct Packs {
    by_hash: HashMap<String, Pack>,
    skills: HashMap<String, PackRef>,
    languages: HashMap<String, PackRef>,
}

#[derive(Clone, Debug)]
pub struct Pack {
    pub plain: Bytes,
    pub brotli: Bytes,
}

impl Packs {
    pub fn of(bank: &Bank) -> Self {
        let mut packs = Self {
            by_hash: HashMap::new(),
            skills: HashMap::new(),
            languages: HashMap::new(),
        };
        for built in bank.packs() {
            let entry = PackRef {
                name: built.name.clone(),
                sha256: built.sha256.clone(),
            };
            let index = match built.kind {
                PackKind::Skills => &mut packs.skills,
                PackKind::Language => &mut packs.languages,
            };
            index.insert(built.name.clone(), entry);
            let plain = Bytes::copy_from_slice(built.json.as_bytes());
            let brotli = compress(&plain);
            packs
                .by_hash
                .insert(built.sha256.clone(), Pack { plain, brotli });
        }
        packs
    }

    pub fn by_hash(&self, sha256: &str) -> Option<&Pack> {
        self.by_hash.get(sha256)
    }

    /// By [`item_bank::Skill::pack`].
    pub fn skills(&self, name: &str) -> Option<&PackRef> {
        self.skills.get(name)
    }

    pub fn language(&self, language: &LanguageTag) -> Option<&PackRef> {
        self.languages.get(language.as_str())
    }
}

fn compress(plain: &[u8]) -> Bytes {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, QUALITY, WINDOW);
    match writer.write_all(plain) {
        Ok(()) => Bytes::from(writer.into_inner()),
        // Writing into memory does not fail; if it ever did, an empty body must not be served.
        Err(_) => Bytes::new(),
    }
}
