//! Whether words stand in a text of any language.

/// Whether `word` stands in `text` as a word of its own; in scripts without spaces, at all. Both are
/// in lower case.
pub(crate) fn stands_in(text: &str, word: &str) -> bool {
    let word = word.trim();
    if word.is_empty() {
        return false;
    }
    if word.chars().any(is_spaceless) {
        return text.contains(word);
    }
    let outside = |c: char| !c.is_alphanumeric() && !is_mark(c) || is_spaceless(c);
    let edge = |c: Option<char>| c.is_none_or(outside);
    text.match_indices(word).any(|(at, found)| {
        edge(text[..at].chars().next_back()) && edge(text[at + found.len()..].chars().next())
    })
}

/// Han, kana, Thai, Lao, Khmer, Burmese: words are not set apart.
pub(crate) fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
        || matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// Vowel signs and accents belong to the word before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{0652}' | '\u{0640}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_by_themselves_and_han_anywhere() {
        for (text, word, expected) in [
            ("la suma es", "suma", true),
            ("las sumas son", "suma", false),
            ("se asuma", "suma", false),
            ("这个分数是", "分数", true),
            ("هذا كسر بسيط", "كسر", true),
            ("هذا الكسر", "كسر", false),
            ("phân số này", "phân số", true),
            ("乘以100时", "100", true),
            ("any", " ", false),
        ] {
            assert_eq!(stands_in(text, word), expected, "{text} {word}");
        }
    }
}
