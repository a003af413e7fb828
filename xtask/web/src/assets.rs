//! The folder being built: names with a hash, and compressed siblings.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

/// One served file with its sizes in bytes.
#[derive(Clone, Debug)]
pub struct Asset {
    /// From the root of the site: `/assets/student.1a2b3c4d.js`.
    pub url: String,
    pub raw: usize,
    /// Equal to `raw` for kinds that are compressed already.
    pub brotli: usize,
}

#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    quality: u32,
    pub assets: Vec<Asset>,
}

impl Site {
    pub fn new(root: &Path, quality: u32) -> Result<Self> {
        fs::create_dir_all(root).with_context(|| format!("creating {}", root.display()))?;
        Ok(Self {
            root: root.to_owned(),
            quality,
            assets: Vec::new(),
        })
    }

    /// Adds a file under `/assets/` whose name changes with its content, so that it may be cached
    /// for ever.
    pub fn add_hashed(&mut self, stem: &str, extension: &str, bytes: &[u8]) -> Result<Asset> {
        let hash = &hash(bytes)[..8];
        self.add(&format!("assets/{stem}.{hash}.{extension}"), bytes)
    }

    /// Adds a file at a path from the root of the site, without a leading slash.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<Asset> {
        let file = self.root.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut brotli = bytes.len();
        if compresses(path) {
            let dense = to_brotli(bytes, self.quality)?;
            brotli = dense.len();
            write(&with_suffix(&file, "br"), &dense)?;
            write(&with_suffix(&file, "gz"), &to_gzip(bytes)?)?;
        }
        write(&file, bytes)?;
        let asset = Asset {
            url: format!("/{path}"),
            raw: bytes.len(),
            brotli,
        };
        self.assets.push(asset.clone());
        Ok(asset)
    }

    /// Changes when any file so far changes.
    pub fn build_id(&self) -> String {
        let urls: Vec<&str> = self.assets.iter().map(|asset| asset.url.as_str()).collect();
        hash(urls.join("\n").as_bytes())[..12].to_owned()
    }
}

pub fn hash(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn compresses(path: &str) -> bool {
    let kinds = [
        "css",
        "html",
        "js",
        "json",
        "svg",
        "txt",
        "wasm",
        "webmanifest",
    ];
    Path::new(path)
        .extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| kinds.contains(&extension))
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    PathBuf::from(name)
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("writing {}", file.display()))
}

fn to_brotli(bytes: &[u8], quality: u32) -> Result<Vec<u8>> {
    const BUFFER: usize = 1 << 16;
    // The largest window that every browser takes.
    const WINDOW: u32 = 24;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, quality, WINDOW);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

fn to_gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_name_follows_its_content() {
        let folder = tempfile::tempdir().unwrap();
        let mut site = Site::new(folder.path(), 5).unwrap();
        let one = site.add_hashed("a", "js", b"one").unwrap();
        let two = site.add_hashed("a", "js", b"two").unwrap();
        assert_ne!(one.url, two.url);
        assert_eq!(one.url.len(), "/assets/a.12345678.js".len());
    }

    #[test]
    fn siblings_unpack_to_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let text = "all work and no play ".repeat(100);
        let mut site = Site::new(folder.path(), 11).unwrap();
        let asset = site.add("a.html", text.as_bytes()).unwrap();
        assert!(asset.brotli < asset.raw);

        let mut unpacked = String::new();
        let dense = fs::File::open(folder.path().join("a.html.br")).unwrap();
        brotli::Decompressor::new(dense, 4096)
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);

        unpacked.clear();
        let dense = fs::File::open(folder.path().join("a.html.gz")).unwrap();
        flate2::read::GzDecoder::new(dense)
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
    }

    #[test]
    fn pictures_get_no_siblings() {
        let folder = tempfile::tempdir().unwrap();
        let mut site = Site::new(folder.path(), 11).unwrap();
        site.add("icons/a.png", &[1, 2, 3]).unwrap();
        assert!(folder.path().join("icons/a.png").exists());
        assert!(!folder.path().join("icons/a.png.br").exists());
    }
}
