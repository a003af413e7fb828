//! From bytes to text: gzip, byte order mark, UTF-8.

use std::io::Read;

use super::{Problem, ReadError};

const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];
const UTF8_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// The file's text without its byte order mark. Line ends are left as they are.
pub(super) fn decode(file: &str, bytes: Vec<u8>) -> Result<String, ReadError> {
    let bytes = if bytes.starts_with(&GZIP_MAGIC) {
        let mut plain = Vec::new();
        flate2::read::MultiGzDecoder::new(&bytes[..])
            .read_to_end(&mut plain)
            .map_err(|error| ReadError::of_file(file, Problem::BadGzip(error)))?;
        plain
    } else {
        bytes
    };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ReadError::of_file(file, Problem::Utf16));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let start = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..start].split(|byte| *byte == b'\n').count() as u64;
        ReadError::at_line(file, line, Problem::NotUtf8(bytes[start]))
    })?;
    let unmarked = if text.as_bytes().starts_with(&UTF8_MARK) {
        text[UTF8_MARK.len()..].to_owned()
    } else {
        text
    };
    if unmarked.trim().is_empty() {
        return Err(ReadError::of_file(file, Problem::Empty));
    }
    Ok(unmarked)
}
