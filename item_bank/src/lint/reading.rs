//! Is a text within its grade? By the Flesch-Kincaid grade level (Kincaid and others 1975), which
//! counts words, sentences and syllables and nothing else: a warning, never a failure.

use super::Sink;
use crate::rich::plain;
use crate::template::Template;
use crate::{Bank, instantiate};

/// Grades over the skill's own before it is said: the formula is rough on short texts.
const MARGIN: f64 = 3.0;
/// Shorter texts give no level.
const WORDS: usize = 25;
const SEEDS: u32 = 10;

pub(super) fn check(bank: &Bank, template: &Template, sink: &mut Sink) {
    let Some(skill) = bank.skill(&template.skill) else {
        return;
    };
    let items = (0..SEEDS).filter_map(|seed| instantiate(template, seed).ok());
    let levels: Vec<f64> = items.filter_map(|item| level(&plain(&item.stem))).collect();
    if levels.is_empty() {
        return;
    }
    let mean = levels.iter().sum::<f64>() / levels.len() as f64;
    if mean > f64::from(skill.grade) + MARGIN {
        sink.warn(format!(
            "reads like grade {mean:.1}; the skill is of grade {}",
            skill.grade
        ));
    }
}

/// 0.39 words a sentence + 11.8 syllables a word - 15.59; numbers are read as one syllable.
pub(crate) fn level(text: &str) -> Option<f64> {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '.' | '/')))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    if words.len() < WORDS {
        return None;
    }
    let ends = |pair: &[char]| matches!(pair[0], '.' | '!' | '?') && pair[1].is_whitespace();
    let chars: Vec<char> = text.chars().chain([' ']).collect();
    let sentences = chars.windows(2).filter(|pair| ends(pair)).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    Some(0.39 * count / sentences as f64 + 11.8 * syllables as f64 / count - 15.59)
}

/// Groups of vowels, a silent e at the end left out.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_those_of_the_formula() {
        assert_eq!(
            (
                syllables("make"),
                syllables("table"),
                syllables("evaporation")
            ),
            (1, 2, 5)
        );
        assert_eq!(level("Too short."), None);
        let easy = "The cat sat on the mat. It was a big red cat. The dog ran to the cat. The cat ran up a tree and sat there all day.";
        let hard = "Notwithstanding considerable experimental uncertainty, investigators consistently demonstrated statistically significant relationships between environmental temperature and photosynthetic activity throughout numerous geographically separated populations of microscopic organisms across several neighboring continents.";
        assert!(level(easy).unwrap() < 2.0);
        assert!(level(hard).unwrap() > 14.0);
    }
}
