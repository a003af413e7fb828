//! Numbers of a text, however its language writes them.

/// All numbers in Latin digits with a decimal point, sorted: `١٫٥`, `1,5` and `1.5` are the same, and
/// so are `1,200` and `1200`.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().map(latin_digit).collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let mut number = String::new();
        while at < chars.len() {
            let c = chars[at];
            let run = (at + 1..chars.len()).take_while(|n| digit(*n)).count();
            match c {
                c if c.is_ascii_digit() => number.push(c),
                // between thousands
                ',' | '\u{066C}' | '\u{202F}' | '\u{A0}' if run == 3 => {}
                ',' | '.' | '\u{066B}' if run > 0 && !number.contains('.') => number.push('.'),
                _ => break,
            }
            at += 1;
        }
        found.push(number);
    }
    found.sort_unstable();
    found
}

/// Arabic-Indic, Persian and full-width digits as Latin ones.
fn latin_digit(c: char) -> char {
    let base = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        _ => return c,
    };
    char::from_digit(c as u32 - base, 10).unwrap_or(c)
}

/// A number, a sign between, a number: what a reader from right to left would see reordered.
pub(crate) fn has_plain_mathematics(text: &str) -> bool {
    const SIGNS: &[char] = &[
        '+', '-', '−', '–', '×', '*', '÷', '/', '=', '<', '>', '≤', '≥', ':', '^',
    ];
    let chars: Vec<char> = text
        .chars()
        .map(latin_digit)
        .filter(|c| !c.is_whitespace())
        .collect();
    chars.windows(3).any(|w| {
        w[0].is_ascii_digit() && SIGNS.contains(&w[1]) && (w[2].is_ascii_digit() || w[2] == '?')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_in_every_dress() {
        for text in ["1.5 y 1200", "1,5 và 1,200", "١٫٥ و ١٬٢٠٠", "１.５ 1200"] {
            assert_eq!(numbers(text), ["1.5", "1200"], "{text}");
        }
        assert_eq!(numbers("3/4, 5."), ["3", "4", "5"]);
        assert_eq!(numbers("nada"), [""; 0]);
    }

    #[test]
    fn plain_mathematics_is_seen() {
        assert!(has_plain_mathematics("هذا 3/4 كبير"));
        assert!(has_plain_mathematics("١ + ٢"));
        assert!(!has_plain_mathematics("في 3 و 4 أيام، 5."));
    }
}
