//! Where an instruction may be cut, and where its task verbs stand.

use super::facts::is_negation;
use super::scan::{Kind, Piece, text_of};
use super::verbs::Verbs;
use crate::bridge::abbreviation::{is_abbreviation, is_title};
use crate::rich::Inline;

/// Pieces before which a step begins, and the verbs.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    /// In order; the first step begins at 0 without saying so.
    pub cuts: Vec<usize>,
    pub verbs: Vec<Found<'a>>,
}

#[derive(Debug)]
pub(super) struct Found<'a> {
    pub id: &'a str,
    /// The piece it starts at.
    pub piece: usize,
    /// Bytes of the inline's text.
    pub length: usize,
}

/// After these a condition or a place comes first and the command after a comma.
const LEAD_INS: &[&str] = &[
    "if", "when", "unless", "suppose", "since", "because", "to", "after", "before", "using", "for",
    "in", "on", "with", "without", "at", "from", "as", "while", "until",
];
/// What hangs on these stays with its main clause.
const CONDITIONS: &[&str] = &[
    "if", "when", "unless", "suppose", "while", "until", "whenever",
];
/// Words that an instruction is ordered with.
const ORDER: &[&str] = &[
    "first", "then", "next", "now", "finally", "lastly", "also", "please",
];
/// After these a verb of the list is a noun or a name: "the order of", "Mark has".
const NOT_A_COMMAND: &[&str] = &[
    "of", "is", "are", "was", "were", "has", "had", "have", "can", "does", "did", "will", "says",
];
/// After these, "and" may join what hangs on them.
const OPENS_A_CLAUSE: &[&str] = &[
    "that", "which", "who", "how", "what", "to", "where", "when", "whether", "why", "if", "because",
];
/// Words that a clause of its own begins with.
const SUBJECTS: &[&str] = &[
    "it", "he", "she", "they", "we", "you", "the", "a", "an", "this", "these", "each",
];
/// Words that begin a sentence after a quotation or a lone letter.
const STARTERS: &[&str] = &[
    "what", "which", "who", "whose", "how", "why", "when", "where", "is", "are", "was", "were",
    "do", "does", "did", "can", "could", "the", "a", "it", "in", "if", "then", "this", "these",
    "put", "there", "you", "he", "she", "they", "we", "each", "an",
];

pub(super) fn plan<'v>(inlines: &[Inline], pieces: &[Piece<'_>], verbs: &Verbs<'v>) -> Plan<'v> {
    let mut splitter = Splitter {
        inlines,
        pieces,
        verbs,
        plan: Plan::default(),
        sentence: Sentence::default(),
        open: Vec::new(),
    };
    let mut at = 0;
    while at < pieces.len() {
        at = splitter.step(at);
    }
    splitter.plan
}

struct Splitter<'p, 'v> {
    inlines: &'p [Inline],
    pieces: &'p [Piece<'p>],
    verbs: &'p Verbs<'v>,
    plan: Plan<'v>,
    sentence: Sentence,
    /// Brackets and quotation marks that stand open, by what closes them.
    open: Vec<char>,
}

/// What is known of the sentence so far.
#[derive(Default)]
struct Sentence {
    /// Words so far.
    words: usize,
    /// Only order words stand before this place.
    leads: bool,
    /// It began with a word of [`LEAD_INS`].
    led_in: bool,
    /// It holds a condition, a negation or a list: nothing is cut off it.
    whole: bool,
    /// The piece after the last command.
    command: Option<usize>,
    /// Since the last command a clause was opened.
    in_clause: bool,
}

impl<'v> Splitter<'_, 'v> {
    /// Reads the piece at `at`; gives the next one to read.
    fn step(&mut self, at: usize) -> usize {
        let piece = self.pieces[at];
        match piece.kind {
            Kind::Space => {}
            Kind::Whole => self.word_passed(),
            Kind::Sign(sign) => self.sign(at, sign),
            Kind::Word if !self.open.is_empty() => {}
            Kind::Word => return self.word(at),
        }
        at + 1
    }

    fn sign(&mut self, at: usize, sign: char) {
        if self.open.last() == Some(&sign) {
            self.open.pop();
            let inside = self.before(at).map(|n| self.pieces[n].kind);
            let ended = matches!(inside, Some(Kind::Sign('.' | '!' | '?')));
            if self.open.is_empty() && ended && self.starter_after(at) {
                self.end_sentence(at);
            }
            return;
        }
        let closing = match sign {
            '(' => Some(')'),
            '[' => Some(']'),
            '{' => Some('}'),
            '"' => Some('"'),
            '\u{201C}' => Some('\u{201D}'),
            '\u{2018}' => Some('\u{2019}'),
            '\u{AB}' => Some('\u{BB}'),
            _ => None,
        };
        if let Some(closing) = closing {
            self.open.push(closing);
        }
        if !self.open.is_empty() {
            return;
        }
        match sign {
            '.' | '!' | '?' if self.ends_here(at, sign) => self.end_sentence(at),
            ':' => {
                // what follows is a list or one command: nothing is cut off it
                self.sentence.whole = true;
                self.sentence.leads = true;
            }
            ';' if !self.sentence.whole => self.end_sentence(at),
            _ => {}
        }
    }

    /// The step ends with the sign at `at`.
    fn end_sentence(&mut self, at: usize) {
        self.cut(at + 1);
        self.sentence = Sentence::default();
    }

    fn cut(&mut self, before: usize) {
        if self.plan.cuts.last().is_none_or(|last| *last < before) {
            self.plan.cuts.push(before);
        }
    }

    fn ends_here(&self, at: usize, sign: char) -> bool {
        let Some(next) = self.after(at) else {
            return true;
        };
        if next == at + 1 && self.pieces[next].inline == self.pieces[at].inline {
            return false;
        }
        let begins = match self.pieces[next].kind {
            Kind::Whole => true,
            Kind::Word => {
                let first = self.pieces[next].text.chars().next();
                first.is_some_and(|c| c.is_uppercase() || c.is_numeric())
            }
            Kind::Sign(c) => matches!(c, '"' | '(' | '[' | '$' | '\u{201C}' | '\u{2018}'),
            Kind::Space => false,
        };
        let Some(before) = at.checked_sub(1).map(|n| self.pieces[n]) else {
            return begins;
        };
        if sign != '.' || before.kind != Kind::Word {
            return begins;
        }
        let lone =
            before.text.chars().nth(1).is_none() && before.text.starts_with(char::is_alphabetic);
        // "1. Read": the number of a step in a list
        let numbered = self.sentence.words == 1 && before.text.starts_with(char::is_numeric);
        let doubtful = lone || is_abbreviation(before.text);
        let goes_on = numbered || is_title(before.text);
        begins && !goes_on && (!doubtful || self.starter_after(at))
    }

    /// Whether what follows can only be a new sentence.
    fn starter_after(&self, at: usize) -> bool {
        let Some(next) = self.after(at) else {
            return true;
        };
        let word = self.pieces[next].text;
        word.starts_with(char::is_uppercase)
            && (is_one_of(STARTERS, word) || self.verb_at(next).is_some())
    }

    fn word(&mut self, at: usize) -> usize {
        let word = self.pieces[at].text;
        let first = self.sentence.words == 0;
        if first {
            self.sentence.leads = true;
            self.sentence.led_in = is_one_of(LEAD_INS, word);
        }
        self.sentence.whole |= is_one_of(CONDITIONS, word) && first || is_negation(word);
        self.cut_before_order_word(at);
        if let Some((id, length)) = self.verb_at(at).filter(|_| self.commands_at(at)) {
            return self.command(at, id, length);
        }
        let leads = self.sentence.leads && is_one_of(ORDER, word) || is_then(word);
        self.sentence.in_clause |= is_one_of(OPENS_A_CLAUSE, word);
        self.word_passed();
        self.sentence.leads = leads;
        at + 1
    }

    fn word_passed(&mut self) {
        self.sentence.words += 1;
        self.sentence.leads = false;
    }

    fn command(&mut self, at: usize, id: &'v str, length: usize) -> usize {
        self.plan.verbs.push(Found {
            id,
            piece: at,
            length,
        });
        let end = self.pieces[at].start + length;
        let inline = self.pieces[at].inline;
        let mut next = at + 1;
        while next < self.pieces.len()
            && self.pieces[next].inline == inline
            && self.pieces[next].start < end
        {
            next += 1;
        }
        if self.joined_by_and(at) {
            self.cut_off_second_command(at, next);
        }
        self.word_passed();
        let is_aim = self.before(at).is_some_and(|n| is_to(self.pieces[n].text));
        if !is_aim {
            self.sentence.command = Some(next);
            self.sentence.in_clause = false;
        }
        next
    }

    /// "Find the sum and write it": the second command is a step of its own, unless "and" may join
    /// something else.
    fn cut_off_second_command(&mut self, at: usize, end: usize) {
        let Some(and) = self.before(at) else { return };
        let Some(first) = self.sentence.command else {
            return;
        };
        // "add and subtract the numbers", "add, subtract and compare": one object for all
        let next = self.pieces[first..].iter().find(|p| p.kind != Kind::Space);
        let shares = next.is_some_and(|p| p.kind == Kind::Sign(',') || is_and(p.text));
        // "the title and label": with nothing after it, it may be a noun
        let object = self.after(end.saturating_sub(1)).map(|n| self.pieces[n]);
        let bare = object.is_none_or(|p| matches!(p.kind, Kind::Sign('.' | ',' | '?' | '!' | ';')));
        if !(self.sentence.whole || self.sentence.in_clause || shares || bare && at - first > 4) {
            self.cut(and);
        }
    }

    /// Before "then", "and then", ", next", ", finally", ", after that".
    fn cut_before_order_word(&mut self, at: usize) {
        let word = self.pieces[at].text;
        let after = self.after(at).map(|n| self.pieces[n]);
        let is_order = is_then(word)
            || is_one_of(&["next", "finally", "lastly"], word)
            || word.eq_ignore_ascii_case("after")
                && after.is_some_and(|p| p.text.eq_ignore_ascii_case("that"));
        if self.sentence.words == 0 || self.sentence.whole || !is_order {
            return;
        }
        let Some(before) = self.before(at) else {
            return;
        };
        // "and then gets 11 more" says nothing by itself
        let says = self
            .after(at)
            .is_some_and(|n| self.verb_at(n).is_some() || is_one_of(SUBJECTS, self.pieces[n].text));
        let goes_on = after.is_some_and(|p| p.kind == Kind::Sign(',')) || says;
        let place = match self.pieces[before].kind {
            Kind::Sign(',') => at,
            Kind::Word if is_and(self.pieces[before].text) => before,
            // "since then", "by then" are no steps
            _ if is_then(word) && self.after(at).is_some_and(|n| self.verb_at(n).is_some()) => at,
            _ => return,
        };
        if goes_on || word.eq_ignore_ascii_case("after") {
            self.cut(place);
            self.sentence.command = None;
        }
    }

    /// Whether a verb at this place is a command, or an aim ("to find").
    fn commands_at(&self, at: usize) -> bool {
        let Some(before) = self.before(at).filter(|_| self.sentence.words > 0) else {
            return true;
        };
        let word = self.pieces[before].text;
        let after_comma = self.pieces[before].kind == Kind::Sign(',');
        self.sentence.leads
            || after_comma && self.sentence.led_in && self.sentence.command.is_none()
            || is_to(word)
            || self.joined_by_and(at) && !self.sentence.in_clause
            || word.eq_ignore_ascii_case("not") && self.sentence.words == 2
            || self.sentence.words == 1 && word.eq_ignore_ascii_case("don't")
    }

    fn joined_by_and(&self, at: usize) -> bool {
        let and = self.before(at).filter(|n| is_and(self.pieces[*n].text));
        and.is_some() && self.sentence.command.is_some()
    }

    /// A verb of the list that starts here and is not plainly a noun or a name.
    fn verb_at(&self, at: usize) -> Option<(&'v str, usize)> {
        let piece = self.pieces[at];
        let text = text_of(&self.inlines[piece.inline])?;
        let rest = text.get(piece.start..)?;
        let (id, length) = self.verbs.at_start_of(rest)?;
        let next = rest[length..].split_whitespace().next().unwrap_or_default();
        (!is_one_of(NOT_A_COMMAND, next)).then_some((id, length))
    }

    /// The last piece before `at` in its sentence that is no space.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|n| self.pieces[*n].kind != Kind::Space)
    }

    fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.pieces.len()).find(|n| self.pieces[*n].kind != Kind::Space)
    }
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn is_and(word: &str) -> bool {
    word.eq_ignore_ascii_case("and")
}

fn is_to(word: &str) -> bool {
    word.eq_ignore_ascii_case("to")
}

fn is_then(word: &str) -> bool {
    word.eq_ignore_ascii_case("then")
}
