//! Steps and their making.

use serde::{Deserialize, Serialize};

use super::facts::{facts, letters};
use super::scan::{Kind, Piece, scan, text_of};
use super::split::{Found, plan};
use super::verbs::Verbs;
use crate::bridge::English;
use crate::rich::{Inline, Rich};

/// One thing to read or to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub parts: Vec<StepPart>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepPart {
    Plain(Inline),
    /// A task verb, as it stands in the instruction; `id` names it in [`English::verbs`].
    Verb {
        id: String,
        text: String,
    },
}

/// Splits an instruction into steps. `None` when there is nothing to distil, or when any number,
/// name, negation, term or mathematics would not be the same: then the instruction stands as it is.
pub fn distill(instruction: &[Inline], english: &English) -> Option<Vec<Step>> {
    let pieces = scan(instruction);
    let verbs = Verbs::of(english);
    let plan = plan(instruction, &pieces, &verbs);
    let mut steps: Vec<Vec<StepPart>> = Vec::new();
    let mut start = 0;
    for end in plan.cuts.into_iter().chain([pieces.len()]) {
        let has_more = pieces[end..].iter().any(has_words);
        // a formula by itself belongs to the sentence before it
        if end > start
            && pieces[start..end].iter().any(has_words)
            && (has_more || end == pieces.len())
        {
            steps.push(parts(instruction, &pieces, start..end, &plan.verbs));
            start = end;
        }
    }
    let steps: Vec<Step> = steps.into_iter().map(|parts| Step { parts }).collect();
    let nothing_done = steps.len() < 2 && plan.verbs.is_empty();
    (!nothing_done && is_faithful(instruction, &steps)).then_some(steps)
}

fn has_words(piece: &Piece<'_>) -> bool {
    piece.kind == Kind::Word
        && piece
            .text
            .chars()
            .filter(|c| c.is_alphabetic())
            .nth(1)
            .is_some()
}

fn parts(
    instruction: &[Inline],
    pieces: &[Piece<'_>],
    range: std::ops::Range<usize>,
    verbs: &[Found<'_>],
) -> Vec<StepPart> {
    let is_space = |n: &usize| pieces[*n].kind == Kind::Space;
    let first = range.clone().find(|n| !is_space(n)).unwrap_or(range.end);
    let last = range.clone().rev().find(|n| !is_space(n)).unwrap_or(first);
    let mut parts = Vec::new();
    let mut at = first;
    while at <= last && at < range.end {
        let piece = pieces[at];
        let source = &instruction[piece.inline];
        let Some(text) = text_of(source) else {
            parts.push(StepPart::Plain(source.clone()));
            at += 1;
            continue;
        };
        let verb = verbs.iter().find(|verb| verb.piece == at);
        // up to the verb, to the next inline, or to the end of the step
        let stops = |n: &usize| {
            let piece = pieces[*n];
            let done = verb.is_some_and(|verb| piece.start >= pieces[at].start + verb.length);
            let begins = verb.is_none() && verbs.iter().any(|verb| verb.piece == *n);
            piece.inline != pieces[at].inline || done || begins
        };
        let next = (at + 1..=last).find(stops).unwrap_or(last + 1);
        let end = pieces[next - 1].start + pieces[next - 1].text.len();
        let run = text[piece.start..end].to_owned();
        parts.push(match (verb, source) {
            (Some(verb), _) => StepPart::Verb {
                id: verb.id.to_owned(),
                text: run,
            },
            (None, Inline::Strong(_)) => StepPart::Plain(Inline::Strong(run)),
            (None, _) => StepPart::Plain(Inline::Text(run)),
        });
        at = next;
    }
    parts
}

/// Whether the steps, read one after the other, say what the instruction says.
fn is_faithful(instruction: &[Inline], steps: &[Step]) -> bool {
    let said = read_in_order(steps);
    letters(&said) == letters(instruction) && facts(&said) == facts(instruction)
}

pub(super) fn read_in_order(steps: &[Step]) -> Rich {
    let mut said = Rich::new();
    for step in steps {
        said.extend(step.parts.iter().map(|part| match part {
            StepPart::Plain(inline) => inline.clone(),
            StepPart::Verb { text, .. } => Inline::Text(text.clone()),
        }));
        said.push(Inline::Text(" ".to_owned()));
    }
    said
}
