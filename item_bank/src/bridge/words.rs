//! Words as students type them, on any keyboard, made comparable with the bank's.

/// Lower case, one space between words; hyphens count as spaces, marks around words go. Letters of
/// full width (Chinese keyboards) become plain, direction marks (Arabic keyboards) go. What is
/// compared with it is English, so that no wider normalisation is needed.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            c => c,
        };
        match c {
            // apostrophes, soft hyphens, marks of direction and width
            '\''
            | '\u{2018}'
            | '\u{2019}'
            | '\u{02BC}'
            | '\u{00AD}'
            | '\u{061C}'
            | '\u{FEFF}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' => {}
            c if is_letter(c) => out.extend(c.to_lowercase()),
            _ => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Letters, digits and the marks that stand on letters.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{0300}'..='\u{036F}')
}

/// Whether `words` stand in `text` one after the other. Both are folded.
pub(crate) fn has_words(text: &str, words: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| c == ' ');
    !words.is_empty()
        && text.match_indices(words).any(|(at, found)| {
            edge(text[..at].chars().next_back()) && edge(text[at + found.len()..].chars().next())
        })
}

/// Letters to insert, leave out, change or swap with their neighbour, to come from one to the other
/// (optimal string alignment). Anything over 3 is given as 4.
pub(crate) fn edits(one: &str, other: &str) -> usize {
    const FAR: usize = 4;
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) >= FAR {
        return FAR;
    }
    let width = other.len() + 1;
    let mut rows = vec![0; (one.len() + 1) * width];
    for (j, cell) in rows.iter_mut().take(width).enumerate() {
        *cell = j;
    }
    for i in 1..=one.len() {
        rows[i * width] = i;
        for j in 1..width {
            let change = usize::from(one[i - 1] != other[j - 1]);
            let mut best = (rows[(i - 1) * width + j] + 1)
                .min(rows[i * width + j - 1] + 1)
                .min(rows[(i - 1) * width + j - 1] + change);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                best = best.min(rows[(i - 2) * width + j - 2] + 1);
            }
            rows[i * width + j] = best;
        }
    }
    rows[rows.len() - 1].min(FAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keyboards_differ_and_words_are_the_same() {
        for typed in [
            "Common Denominator",
            " common\u{3000}denominator. ",
            "common-denominator",
            "\u{200F}common denominator\u{200E}",
            "\u{FF43}\u{FF4F}mmon denominator",
        ] {
            assert_eq!(fold(typed), "common denominator", "{typed:?}");
        }
        assert_eq!(fold("It’s 3/4!"), "its 3 4");
        assert_eq!(fold("分数 كسر"), "分数 كسر");
        assert_eq!(fold(" … "), "");
    }

    #[test]
    fn whole_words_only() {
        assert!(has_words("the unit rate is", "unit rate"));
        assert!(has_words("sum", "sum"));
        assert!(!has_words("summer", "sum"));
        assert!(!has_words("the unit rates", "unit rate"));
        assert!(!has_words("any", ""));
    }

    #[test]
    fn edits_are_counted() {
        for (one, other, expected) in [
            ("ratio", "ratio", 0),
            ("ratoi", "ratio", 1),
            ("ration", "ratio", 1),
            ("rtio", "ratio", 1),
            ("rasio", "ratio", 1),
            ("denomenater", "denominator", 2),
            ("sum", "product", 4),
            ("", "abc", 3),
        ] {
            assert_eq!(edits(one, other), expected, "{one} {other}");
            assert_eq!(edits(other, one), expected, "{other} {one}");
        }
    }
}
