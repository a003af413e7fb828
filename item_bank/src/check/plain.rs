//! Characters of any common script as the plain ones they stand for.

/// One character as the plain ones it stands for.
pub(crate) fn plain_chars(c: char) -> Vec<char> {
    match c {
        '\u{2212}' | '\u{2010}'..='\u{2015}' | '\u{FE63}' | '\u{FF0D}' => vec!['-'],
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' => vec!['/'],
        '\u{FF0E}' | '\u{066B}' => vec!['.'],
        '\u{FF0C}' | '\u{066C}' => vec![','],
        '\u{FF05}' | '\u{066A}' => vec!['%'],
        '0'..='9' => vec![c],
        // full-width, Arabic-Indic, Persian, Devanagari, Gurmukhi
        '\u{FF10}'..='\u{FF19}' => digit(c, '\u{FF10}'),
        '\u{0660}'..='\u{0669}' => digit(c, '\u{0660}'),
        '\u{06F0}'..='\u{06F9}' => digit(c, '\u{06F0}'),
        '\u{0966}'..='\u{096F}' => digit(c, '\u{0966}'),
        '\u{0A66}'..='\u{0A6F}' => digit(c, '\u{0A66}'),
        '½' => vec![' ', '1', '/', '2'],
        '⅓' => vec![' ', '1', '/', '3'],
        '⅔' => vec![' ', '2', '/', '3'],
        '¼' => vec![' ', '1', '/', '4'],
        '¾' => vec![' ', '3', '/', '4'],
        '⅕' => vec![' ', '1', '/', '5'],
        '⅖' => vec![' ', '2', '/', '5'],
        '⅗' => vec![' ', '3', '/', '5'],
        '⅘' => vec![' ', '4', '/', '5'],
        '⅙' => vec![' ', '1', '/', '6'],
        '⅚' => vec![' ', '5', '/', '6'],
        '⅛' => vec![' ', '1', '/', '8'],
        '⅜' => vec![' ', '3', '/', '8'],
        '⅝' => vec![' ', '5', '/', '8'],
        '⅞' => vec![' ', '7', '/', '8'],
        c if c.is_whitespace() => vec![' '],
        c if c.is_control() => vec![],
        c => vec![c],
    }
}

fn digit(c: char, zero: char) -> Vec<char> {
    char::from_digit(u32::from(c) - u32::from(zero), 10)
        .into_iter()
        .collect()
}
