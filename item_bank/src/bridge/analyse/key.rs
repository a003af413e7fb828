//! Which sentences carry the idea: chosen, never rewritten.

use super::found::{SentenceFound, TermFound};
use super::lexicon::Lexicon;
use super::segment::{Span, Word};

/// One in so many sentences at most is a key sentence.
const ONE_IN: usize = 3;
/// Words from which on a sentence is hard to keep in mind.
const LONG: usize = 30;
/// Sentences a word problem has at most.
const PROBLEM: usize = 10;

/// "X is the process by which ...": a definition, or a step of reasoning.
const CUES: &[&str] = &[
    "is called",
    "are called",
    "is known as",
    "is the process",
    "means that",
    "this means",
    "which means",
    "is defined as",
    "refers to",
    "in other words",
    "is a kind of",
    "is a type of",
    "is when",
    "is made of",
    "is made up of",
    "therefore",
    "as a result",
    "because of this",
    "this is why",
    "that is why",
    "consists of",
    "the most important",
    "the main",
    "in conclusion",
    "thus",
];
/// A sentence that starts with these leans on the one before it.
const PRONOUNS: &[&str] = &[
    "it", "they", "he", "she", "this", "these", "those", "that", "its", "their", "his", "her",
    "such", "there",
];

pub(super) fn sentences(
    text: &str,
    spans: &[Span],
    words: &[Word],
    terms: &[TermFound],
    lexicon: &Lexicon<'_>,
) -> Vec<SentenceFound> {
    let is_problem = is_problem(text, spans, words);
    let mut found: Vec<SentenceFound> = spans
        .iter()
        .enumerate()
        .map(|(n, span)| {
            let own: Vec<&Word> = words.iter().filter(|word| word.sentence == n).collect();
            let own_terms: Vec<&TermFound> = terms.iter().filter(|t| t.sentence == n).collect();
            let mut sheet = Sheet::default();
            sheet.terms(&own_terms, own.len(), lexicon);
            sheet.place(n, spans, is_problem);
            sheet.wording(&text[span.start..span.end], &own, is_problem);
            SentenceFound {
                paragraph: span.paragraph,
                start: span.start,
                end: span.end,
                key: false,
                score: sheet.score,
                reasons: sheet.reasons,
            }
        })
        .collect();
    choose(&mut found);
    found
}

/// A short text that ends in asking, with numbers to work with.
fn is_problem(text: &str, spans: &[Span], words: &[Word]) -> bool {
    let asks = spans
        .iter()
        .rev()
        .take(2)
        .any(|span| text[span.start..span.end].contains('?'));
    let numbers = words.iter().filter(|word| is_number(&word.lower)).count();
    asks && numbers >= 2 && spans.len() <= PROBLEM
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// A third at most and one at least: those with the best scores, the earlier of equals.
fn choose(found: &mut [SentenceFound]) {
    let many = (found.len() / ONE_IN).max(1);
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by(|a, b| found[*b].score.total_cmp(&found[*a].score));
    for (n, at) in order.into_iter().take(many).enumerate() {
        // after the first, a sentence without anything for it is no key sentence
        found[at].key = n == 0 || found[at].score > 0.5;
    }
}

#[derive(Default)]
struct Sheet {
    score: f32,
    reasons: Vec<String>,
}

impl Sheet {
    fn add(&mut self, points: f32, reason: impl Into<String>) {
        self.score += points;
        self.reasons.push(reason.into());
    }

    fn terms(&mut self, terms: &[&TermFound], words: usize, lexicon: &Lexicon<'_>) {
        let mut names: Vec<&str> = Vec::new();
        for term in terms {
            let name = lexicon.english.terms[&term.term].en.as_str();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            return;
        }
        // each more says less, and in a long sentence less again
        let points = 1.5 * (names.len() as f32).sqrt() * (12.0 / words.max(12) as f32).sqrt();
        let names: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        self.add(points, format!("has {}", names.join(", ")));
    }

    fn place(&mut self, n: usize, spans: &[Span], is_problem: bool) {
        let paragraph = |at: usize| spans.get(at).map(|span| span.paragraph);
        if is_problem {
            return;
        }
        if n == 0 {
            self.add(1.0, "opens the text");
        } else if n + 1 == spans.len() {
            self.add(0.75, "closes the text");
        } else if paragraph(n) != paragraph(n - 1) {
            self.add(0.5, "opens its paragraph");
        }
    }

    fn wording(&mut self, sentence: &str, words: &[&Word], is_problem: bool) {
        let lower = sentence.to_lowercase();
        if let Some(cue) = CUES.iter().find(|cue| lower.contains(*cue)) {
            self.add(1.0, format!("explains: \"{cue}\""));
        }
        let numbers = words.iter().filter(|word| is_number(&word.lower)).count();
        if is_problem && sentence.contains('?') {
            self.add(3.0, "asks the question");
        } else if is_problem && numbers > 0 {
            self.add(1.0 + 0.25 * numbers as f32, "gives quantities");
        }
        let first = words.first().map_or("", |word| word.lower.as_str());
        if PRONOUNS.contains(&first) && !is_problem {
            self.add(-0.75, format!("leans on the sentence before: \"{first}\""));
        }
        if words.len() > LONG {
            self.add(-0.75, format!("is long: {} words", words.len()));
        }
        // a heading, a caption
        if words.len() < 4 && !sentence.contains('?') || sentence.ends_with(char::is_alphanumeric) {
            self.add(-2.0, "is no whole sentence");
        }
    }
}
