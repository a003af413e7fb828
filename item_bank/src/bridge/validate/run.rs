//! The checks, one after the other; all of them, so that one reading mends everything.

use std::collections::BTreeSet;

use super::against::{Against, DraftText, MAX_CORE, MAX_SENTENCES, MAX_WORKS, MIN_CORE};
use super::found::{Finding, Reason};
use super::language::{doubt, negates};
use super::numbers::{has_plain_mathematics, numbers};
use super::safety::{blocked, link};
use super::standing::{is_spaceless, stands_in};
use super::wording::{home_words, is_explained, is_form, joined, leaks, without_quotations};
use crate::TermId;
use crate::bridge::words::{fold, has_words};
use crate::bridge::{alternatives, parse_marked};
use crate::rich::{Inline, Rich, plain};

/// All that is wrong with a draft; empty when a reader may see it. Schema and size of what came over
/// the wire are the caller's.
pub fn validate(draft: &DraftText<'_>, against: &Against<'_>) -> Vec<Finding> {
    let core: Result<Vec<Rich>, _> = draft.core.iter().map(|text| parse_marked(text)).collect();
    let works = draft.works.map(parse_marked).transpose();
    let mut checks = match core.and_then(|core| Ok(Checks::of(core, works?, against))) {
        Ok(mut checks) => {
            checks.run();
            checks
        }
        // of a text that cannot be read, nothing more can be said
        Err(error) => {
            let mut checks = Checks::of(Vec::new(), None, against);
            checks.add(Reason::BadMark, error.to_string());
            checks
        }
    };
    checks.safety(draft.core.iter().map(String::as_str).chain(draft.works));
    checks.found
}

/// Likewise, of a text that has been read.
pub(crate) fn examine(core: &[Rich], works: Option<&Rich>, against: &Against<'_>) -> Vec<Finding> {
    let mut checks = Checks::of(core.to_vec(), works.cloned(), against);
    checks.run();
    let texts: Vec<String> = core.iter().chain(works).map(|text| plain(text)).collect();
    checks.safety(texts.iter().map(String::as_str));
    checks.found
}

struct Checks<'a> {
    against: &'a Against<'a>,
    found: Vec<Finding>,
    core: Vec<Rich>,
    works: Option<Rich>,
}

impl<'a> Checks<'a> {
    fn of(core: Vec<Rich>, works: Option<Rich>, against: &'a Against<'a>) -> Self {
        Self {
            against,
            found: Vec::new(),
            core,
            works,
        }
    }

    fn run(&mut self) {
        self.cards();
        self.lengths();
        self.terms();
        self.translations();
        self.language();
        self.numbers();
        self.negations();
        self.constructs();
        self.answers();
        self.mathematics();
    }

    fn add(&mut self, reason: Reason, message: String) {
        let finding = Finding { reason, message };
        if !self.found.contains(&finding) {
            self.found.push(finding);
        }
    }

    fn cards(&mut self) {
        for (id, shown) in self.marks() {
            if !self.against.english.terms.contains_key(&id) {
                self.add(
                    Reason::BadMark,
                    format!("[[{shown}]] names the card '{id}', which is not in the bank"),
                );
            }
        }
    }

    fn marks(&self) -> Vec<(TermId, String)> {
        let all = self.core.iter().chain(&self.works).flatten();
        all.filter_map(|inline| match inline {
            Inline::Term(mark) => Some((mark.id.clone(), mark.text.clone())),
            _ => None,
        })
        .collect()
    }

    fn lengths(&mut self) {
        let length = |rich: &Rich| plain(rich).trim().chars().count();
        let core: usize = self.core.iter().map(length).sum();
        let works = self.works.as_ref().map_or(0, length);
        if self.core.len() > MAX_SENTENCES {
            self.add(
                Reason::TooLong,
                format!(
                    "the core has {} entries, over {MAX_SENTENCES}",
                    self.core.len()
                ),
            );
        }
        if core > MAX_CORE {
            self.add(
                Reason::TooLong,
                format!("the core has {core} characters, over {MAX_CORE}"),
            );
        }
        if works > MAX_WORKS {
            self.add(
                Reason::TooLong,
                format!("'works' has {works} characters, over {MAX_WORKS}"),
            );
        }
        let spaceless = self
            .core
            .iter()
            .any(|rich| plain(rich).contains(is_spaceless));
        let least = if spaceless { MIN_CORE / 3 } else { MIN_CORE };
        let empty = self.core.iter().any(|rich| length(rich) == 0);
        if core < least || empty {
            self.add(
                Reason::TooShort,
                format!("the core has {core} characters, or an empty entry: say the idea in 1 to 3 sentences"),
            );
        }
    }

    fn terms(&mut self) {
        let marked: BTreeSet<TermId> = self.marks().into_iter().map(|(id, _)| id).collect();
        let words = fold(&self.words(false));
        for id in self.against.terms {
            let Some(term) = self
                .against
                .english
                .terms
                .get(id)
                .filter(|_| !marked.contains(id))
            else {
                continue;
            };
            let message = if has_words(&words, &fold(&term.en)) {
                format!(
                    "'{}' stands without its mark: write [[{}]]",
                    term.en, term.en
                )
            } else {
                format!(
                    "'{}' is not there in English: write [[{}]]",
                    term.en, term.en
                )
            };
            self.add(Reason::TermMissing, message);
        }
    }

    fn translations(&mut self) {
        let against = self.against;
        for (id, shown) in self.marks() {
            let Some(term) = against.english.terms.get(&id) else {
                continue;
            };
            let said = fold(&shown);
            let latin = shown
                .chars()
                .filter(|c| c.is_alphabetic())
                .all(|c| c.is_ascii());
            if !latin || !is_form(term, &said) {
                self.add(
                    Reason::TermTranslated,
                    format!(
                        "the mark shows '{shown}', which is no form of the English '{}'",
                        term.en
                    ),
                );
            }
        }
        let core = self.words(false);
        for (id, equivalents) in against.equivalents {
            let kept =
                against.terms.contains(id) || self.marks().iter().any(|(there, _)| there == id);
            for equivalent in alternatives(&equivalents.to_lowercase()).filter(|_| kept) {
                if stands_in(&core, equivalent) {
                    self.add(
                        Reason::TermTranslated,
                        format!("'{equivalent}' stands in the core where the English '{id}' is to be learned"),
                    );
                }
            }
        }
    }

    /// What is written in the home language, in lower case; where a mark or mathematics stood, a dot.
    fn words(&self, with_works: bool) -> String {
        let works = self.works.iter().filter(|_| with_works);
        let texts = self.core.iter().chain(works).map(home_words);
        texts.collect::<Vec<_>>().join(" \u{B7} ")
    }

    fn language(&mut self) {
        let language = self.against.language;
        let all = self.words(false);
        let own = without_quotations(&all);
        // a few quoted words, not a text in quotation marks
        let core = if own.len() * 2 < all.len() {
            &all
        } else {
            &own
        };
        if let Some(doubt) = doubt(core, language, 0.9) {
            self.add(
                Reason::WrongLanguage,
                format!("the core is not in '{language}': {doubt}"),
            );
        }
        // it explains English words, and quotes them
        let works = self
            .works
            .as_ref()
            .map(|works| without_quotations(&home_words(works)));
        if let Some(doubt) = works.and_then(|works| doubt(&works, language, 0.7)) {
            self.add(
                Reason::WrongLanguage,
                format!("'works' is not in '{language}': {doubt}"),
            );
        }
    }

    fn numbers(&mut self) {
        let said = numbers(&joined(&self.core));
        let source = numbers(self.against.source);
        if self.against.core.is_empty() {
            if let Some(new) = said.iter().find(|number| !source.contains(number)) {
                self.add(
                    Reason::NumberChanged,
                    format!("the number {new} is not in the English text"),
                );
            }
            return;
        }
        let wanted = numbers(&joined(self.against.core));
        if said != wanted {
            let list = |numbers: &[String]| match numbers {
                [] => "none".to_owned(),
                numbers => numbers.join(", "),
            };
            let message = format!(
                "the English has the numbers {}, this text {}",
                list(&wanted),
                list(&said)
            );
            self.add(Reason::NumberChanged, message);
        }
    }

    fn negations(&mut self) {
        // another language says no in other words
        let foreign = self
            .found
            .iter()
            .any(|finding| finding.reason == Reason::WrongLanguage);
        if self.against.core.is_empty() || foreign {
            return;
        }
        let english = negates(&joined(self.against.core), "en");
        let home = negates(&self.words(false), self.against.language.as_str());
        match (english, home) {
            (Some(true), Some(false)) => self.add(
                Reason::NegationChanged,
                "the English negates something, this text nothing".to_owned(),
            ),
            (Some(false), Some(true)) => self.add(
                Reason::NegationChanged,
                "this text negates something, the English nothing".to_owned(),
            ),
            _ => {}
        }
    }

    fn constructs(&mut self) {
        let against = self.against;
        let all = self.words(true);
        for id in against.construct_terms {
            let equivalents = against.equivalents.iter().filter(|(of, _)| of == id);
            let said: Vec<String> = equivalents
                .flat_map(|(_, words)| alternatives(words))
                .map(str::to_lowercase)
                .filter(|word| stands_in(&all, word))
                .collect();
            for word in said {
                self.add(
                    Reason::ConstructExplained,
                    format!(
                        "'{word}' gives away the meaning of '{id}', which the question asks for"
                    ),
                );
            }
            let texts: Vec<&Rich> = self.core.iter().chain(&self.works).collect();
            if texts.into_iter().any(|text| is_explained(text, id)) {
                self.add(
                    Reason::ConstructExplained,
                    format!("'{id}' is explained, and the question asks for its meaning"),
                );
            }
        }
    }

    fn answers(&mut self) {
        let texts: Vec<Rich> = self.core.iter().chain(&self.works).cloned().collect();
        let said = joined(&texts).to_lowercase();
        for answer in self.against.answers {
            if leaks(&said, answer) {
                self.add(
                    Reason::AnswerLeaked,
                    format!(
                        "the answer '{}' stands in the text: explain the idea, not the result",
                        answer.trim()
                    ),
                );
            }
        }
    }

    fn safety<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        for text in texts {
            if let Some(part) = link(text) {
                self.add(
                    Reason::HasLink,
                    format!(
                        "'{}' has no place in a text for students: words only",
                        part.trim()
                    ),
                );
            }
            if let Some(word) = blocked(text) {
                self.add(
                    Reason::BlockedWord,
                    format!("'{word}' has no place in a text for students"),
                );
            }
        }
    }

    fn mathematics(&mut self) {
        if self.against.right_to_left && has_plain_mathematics(&self.words(true)) {
            self.add(
                Reason::PlainMathematics,
                "mathematics stands outside $...$ and would be reordered: put it between dollar signs"
                    .to_owned(),
            );
        }
    }
}
