//! How wide a text will be, without a font: on the wide side for any face a page may use.

use super::model::TextClass;

/// Tenths of a unit.
pub(super) fn width(text: &str, class: TextClass) -> i32 {
    let hundredths: i32 = text.chars().map(advance).sum();
    let bold = if class == TextClass::Title { 108 } else { 100 };
    hundredths * class.size() * bold / 1000
}

/// Hundredths of an em.
fn advance(c: char) -> i32 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | ':' | ';' | '|' | '!' => 32,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '/' | '-' | '°' => 40,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 95,
        'A'..='Z' => 72,
        c if c.is_ascii() => 61,
        '\u{2212}' | '×' | '÷' | '²' | '³' => 64,
        'À'..='\u{24f}' => 66,
        '\u{300}'..='\u{36f}' => 0,
        _ => 100,
    }
}
