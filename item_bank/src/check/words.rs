//! Words from a closed list. Case, spaces, a leading article and final punctuation do not count;
//! a letter off is said and not graded.

use super::{almost, unreadable, wrong};
use crate::item::{Almost, Foreseen, Misconception, RawAnswer, Unreadable, Verdict};

/// Shorter words are too near each other to guess which was meant.
const LONG_ENOUGH: usize = 5;

pub(super) fn verdict(accept: &[String], foreseen: &[Misconception], text: &str) -> Verdict {
    if text.chars().count() > RawAnswer::MAX_CHARS {
        return unreadable(Unreadable::TooLong);
    }
    let given = normal(text);
    if given.is_empty() {
        return unreadable(Unreadable::Empty);
    }
    if accept.iter().any(|right| normal(right) == given) {
        return Verdict::Correct;
    }
    let is_given =
        |m: &Misconception| matches!(&m.answer, Foreseen::Text(text) if normal(text) == given);
    if let Some(hit) = foreseen.iter().position(is_given) {
        return wrong(Some(hit));
    }
    // a sign or a digit off is another formula, not a slip of the pen
    let near = |right: &&String| !right.contains(is_formula);
    if accept
        .iter()
        .filter(near)
        .any(|right| one_off(&normal(right), &given))
    {
        return almost(Almost::Spelling);
    }
    wrong(None)
}

/// A sign that words have not: a text with one is compared sign for sign.
fn is_formula(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '=' | '+' | '^' | '√' | '<' | '>' | '≤' | '≥' | '(')
}

fn normal(text: &str) -> String {
    if text.contains(is_formula) {
        let signs = text.chars().filter(|c| !c.is_whitespace() && *c != '*');
        let signs = signs.map(|c| match c {
            '\u{2212}' | '\u{2010}'..='\u{2015}' => '-',
            c => c,
        });
        return signs.collect::<String>().to_lowercase();
    }
    let plain = text.chars().filter_map(|c| match c {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => Some('\''),
        '-' | '\u{2010}'..='\u{2015}' | '\u{ad}' => Some(' '),
        '"' | '\u{201c}' | '\u{201d}' => None,
        c => Some(c),
    });
    let lower = plain.collect::<String>().to_lowercase();
    let lower = lower
        .trim()
        .trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let words: Vec<&str> = lower.split_whitespace().collect();
    let article = matches!(words.first(), Some(&("a" | "an" | "the"))) && words.len() > 1;
    words[usize::from(article)..].join(" ")
}

/// One letter more, less, other, or two neighbors swapped.
fn one_off(right: &str, given: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (right.chars().collect(), given.chars().collect());
    if a.len() < LONG_ENOUGH || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (a, b) = (&a[..a.len() - back], &b[..b.len() - back]);
    a.len().max(b.len()) <= 1 || (a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let accept = ["evaporation".to_owned(), "the water cycle".to_owned()];
        let foreseen = [Misconception {
            answer: Foreseen::Text("condensation".to_owned()),
            feedback: Vec::new(),
        }];
        match verdict(&accept, &foreseen, text) {
            Verdict::Correct => "right".to_owned(),
            Verdict::Almost { .. } => "spelling".to_owned(),
            Verdict::Wrong { feedback } => format!("wrong {feedback:?}"),
            Verdict::Unreadable { .. } => "nothing".to_owned(),
        }
    }

    #[test]
    fn words_are_read_as_a_kind_teacher_would() {
        for text in [
            "evaporation",
            " Evaporation. ",
            "\u{201c}evaporation\u{201d}",
            "the evaporation",
            "Water  cycle",
            "water-cycle",
        ] {
            assert_eq!(said(text), "right", "{text}");
        }
        for text in ["evaporatoin", "evaporration", "evaporaton", "water cicle"] {
            assert_eq!(said(text), "spelling", "{text}");
        }
        assert_eq!(said("Condensation"), "wrong Some(0)");
        let formula = |right: &str, text: &str| verdict(&[right.to_owned()], &[], text);
        assert_eq!(formula("-22b", " \u{2212}22 b"), Verdict::Correct);
        for (right, text) in [
            ("-22b", "22b"),
            ("x = -3", "x = 3"),
            ("ln(12)", "ln(22)"),
            ("n=-7, n=3", "n=-8, n=3"),
        ] {
            assert_eq!(
                formula(right, text),
                Verdict::Wrong { feedback: None },
                "{right}"
            );
        }
        assert_eq!(said("rain"), "wrong None");
        assert_eq!(said(" . "), "nothing");
    }
}
