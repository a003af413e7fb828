//! The English side of the bridge: its pictures, and what all of it weighs on the wire.

use std::io::Write as _;

use item_bank::Bank;

/// Bytes, as a student's device fetches them at the highest quality of Brotli.
const HEAVIEST: usize = 40_000;
/// A card is 240 units wide; labels beside a shape may make its picture a fifth wider.
const WIDEST: u16 = 288;

#[test]
fn the_english_pack_is_light() {
    let json = serde_json::to_vec(Bank::embedded().english()).unwrap();
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(&json).unwrap();
    let size = writer.into_inner().len();
    assert!(size <= HEAVIEST, "{size} bytes of {}", json.len());
}

#[test]
fn every_picture_is_drawn_and_fits_a_card() {
    let terms = &Bank::embedded().english().terms;
    let pictures = terms.iter().filter(|(_, term)| term.picture.is_some());
    let mut count = 0;
    for (id, term) in pictures {
        let figure = term.drawn().unwrap();
        assert!(figure.width <= WIDEST, "{id}: {} units wide", figure.width);
        assert!(figure.alt.ends_with('.'), "{id}: {}", figure.alt);
        count += 1;
    }
    assert!(count >= 60, "{count} pictures");
}
