//! The pictures of word cards.

use item_bank::Bank;

/// A card is 240 units wide; labels beside a shape may make its picture a fifth wider.
const WIDEST: u16 = 288;

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
