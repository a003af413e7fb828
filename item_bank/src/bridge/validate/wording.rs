//! What of a text a check looks at.

use super::numbers::numbers;
use super::standing::{is_spaceless, stands_in};
use crate::TermId;
use crate::bridge::TermEn;
use crate::bridge::words::fold;
use crate::rich::{Inline, Rich, plain};

/// What of a text is in the home language, in lower case.
pub(crate) fn home_words(text: &Rich) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Strong(text) => text.to_lowercase(),
            Inline::Term(_) | Inline::Math(_) => " \u{B7} ".to_owned(),
        })
        .collect()
}

/// Leaves out what stands in quotation marks: words of the English text.
pub(crate) fn without_quotations(text: &str) -> String {
    let mut out = String::new();
    let mut closing: Option<char> = None;
    for c in text.chars() {
        match (closing, c) {
            (Some(end), c) if c == end => closing = None,
            (Some(_), _) => {}
            (None, '"') => closing = Some('"'),
            (None, '\u{201C}' | '\u{201E}') => closing = Some('\u{201D}'),
            (None, '\u{AB}') => closing = Some('\u{BB}'),
            (None, '\u{300C}') => closing = Some('\u{300D}'),
            (None, '\u{2018}') => closing = Some('\u{2019}'),
            (None, c) => out.push(c),
        }
    }
    out
}

/// Whether folded words are a form of the term, an article aside.
pub(crate) fn is_form(term: &TermEn, said: &str) -> bool {
    let bare = ["the ", "a ", "an "];
    let bare = bare.iter().find_map(|article| said.strip_prefix(article));
    let mut forms = [&term.en]
        .into_iter()
        .chain(&term.forms)
        .map(|form| fold(form));
    forms.any(|form| form == said || Some(form.as_str()) == bare)
}

/// All of it on one line, entries set apart.
pub(crate) fn joined(texts: &[Rich]) -> String {
    texts
        .iter()
        .map(|text| plain(text))
        .collect::<Vec<_>>()
        .join(" \u{B7} ")
}

/// Whether the mark is followed by what it means.
pub(crate) fn is_explained(text: &Rich, id: &TermId) -> bool {
    const MEANS: &[&str] = &[
        "(",
        "=",
        "means",
        "significa",
        "quiere decir",
        "es decir",
        "o sea",
        "nghĩa là",
        "có nghĩa",
        "tức là",
        "ibig sabihin",
        "ay nangangahulugan",
        "是指",
        "意思",
        "就是",
        "指的是",
        "يعني",
        "تعني",
        "أي ",
        "معناه",
        "معناها",
    ];
    text.windows(2).any(|pair| match pair {
        [Inline::Term(mark), Inline::Text(after)] if &mark.id == id => {
            let after = after
                .trim_start_matches([' ', ',', '"', '\u{201D}', '\u{BB}', '，'])
                .to_lowercase();
            MEANS.iter().any(|means| after.starts_with(means))
        }
        _ => false,
    })
}

/// Whether an answer of more than two characters stands in a text, which is in lower case. Shorter
/// ones and numbers of one or two digits stand everywhere by chance.
pub(crate) fn leaks(text: &str, answer: &str) -> bool {
    let answer = answer.trim().to_lowercase();
    let is_number = answer.chars().all(|c| c.is_numeric() || ".,-−".contains(c));
    if is_number {
        let digits = answer.chars().filter(|c| c.is_numeric()).count();
        return digits > 2
            && numbers(&answer)
                .iter()
                .all(|number| numbers(text).contains(number));
    }
    let spaceless = answer.contains(is_spaceless);
    let long = answer.chars().count() > if spaceless { 1 } else { 2 };
    long && stands_in(text, &answer)
}
