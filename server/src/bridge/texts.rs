//! Texts of a language beside their English, as a reader of it meets them.

use std::collections::HashMap;

use api::{BothCores, BothWorks, BridgeText, ConceptText, TermText, TextBody, TextKind, TextRow};
use item_bank::bridge::interface::Sections;
use item_bank::bridge::labels::LABELS;
use item_bank::bridge::{Concept, ConceptEn, UnitId};
use item_bank::{Bank, Inline, LanguagePack, PassageId, TermId, plain};

use super::standing::Standing;

/// Makes the texts of one language.
#[derive(Debug)]
pub struct Texts<'a> {
    bank: &'a Bank,
    pack: &'a LanguagePack,
    of_terms: HashMap<&'a TermId, &'a str>,
    of_passages: HashMap<&'a PassageId, &'a str>,
}

impl<'a> Texts<'a> {
    pub fn new(bank: &'a Bank, pack: &'a LanguagePack) -> Self {
        let mut of_terms = HashMap::new();
        // a word is of the domain that first explains an idea with it
        for skill in bank.skills() {
            let core = bank.english().concepts.get(&skill.code);
            for inline in core.into_iter().flat_map(|it| &it.core).flatten() {
                if let Inline::Term(mark) = inline {
                    of_terms.entry(&mark.id).or_insert(skill.domain.as_str());
                }
            }
        }
        let mut of_passages = HashMap::new();
        for template in bank.templates() {
            let skill = bank.skill(&template.skill);
            if let (Some(passage), Some(skill)) = (&template.passage, skill) {
                of_passages.entry(passage).or_insert(skill.domain.as_str());
            }
        }
        Self {
            bank,
            pack,
            of_terms,
            of_passages,
        }
    }

    /// `None` when the language does not have this text.
    pub fn text(&self, standing: &Standing) -> Option<BridgeText> {
        let unit = &standing.unit.id;
        Some(BridgeText {
            unit: unit.clone(),
            kind: kind(unit),
            title: self.title(unit),
            domain: self.domain(unit).map(str::to_owned),
            body: self.body(unit)?,
            sha256: standing.unit.sha256.clone(),
            state: standing.state,
            decision: standing.decision.clone(),
            origin: self.pack.review.by.clone(),
        })
    }

    pub fn domain(&self, unit: &UnitId) -> Option<&str> {
        match unit {
            UnitId::Skill(code) => Some(self.bank.skill(code)?.domain.as_str()),
            UnitId::Passage(id) => self.of_passages.get(id).copied(),
            UnitId::Term(id) => self.of_terms.get(id).copied(),
            UnitId::Labels | UnitId::Verbs | UnitId::Interface(_) => None,
        }
    }

    fn title(&self, unit: &UnitId) -> String {
        let found = match unit {
            UnitId::Skill(code) => self.bank.skill(code).map(|skill| skill.title.as_str()),
            UnitId::Passage(id) => self.bank.passage(id).map(|passage| passage.title.as_str()),
            UnitId::Term(id) => self
                .bank
                .english()
                .terms
                .get(id)
                .map(|term| term.en.as_str()),
            UnitId::Labels => Some("Words of the bridge"),
            UnitId::Verbs => Some("Task words"),
            UnitId::Interface(section) => Some(section.as_str()),
        };
        found.map_or_else(|| unit.to_string(), str::to_owned)
    }

    fn body(&self, unit: &UnitId) -> Option<TextBody> {
        let english = self.bank.english();
        Some(match unit {
            UnitId::Skill(code) => {
                concept(english.concepts.get(code), self.pack.concepts.get(code)?)
            }
            UnitId::Passage(id) => concept(english.passages.get(id), self.pack.passages.get(id)?),
            UnitId::Term(id) => TextBody::Term(Box::new(self.term(id)?)),
            UnitId::Labels => {
                let rows = LABELS.iter();
                let row =
                    |(key, english): &(&str, &str)| row(key, english, self.pack.labels.get(*key));
                TextBody::Rows(rows.map(row).collect())
            }
            UnitId::Verbs => {
                let rows = english.verbs.iter();
                let row = |(id, verb): (&String, &item_bank::bridge::VerbEn)| {
                    row(id, &verb.gloss, self.pack.verbs.get(id))
                };
                TextBody::Rows(rows.map(row).collect())
            }
            UnitId::Interface(section) => {
                let sections: &Sections = self.bank.interface_in(&self.pack.language)?;
                let home = sections.get(section)?;
                let english = self.bank.interface().get(section);
                let rows = english.into_iter().flatten();
                TextBody::Rows(
                    rows.map(|(key, text)| row(key, text, home.get(key)))
                        .collect(),
                )
            }
        })
    }

    fn term(&self, id: &TermId) -> Option<TermText> {
        let (english, home) = (self.bank.english().terms.get(id)?, self.pack.terms.get(id)?);
        Some(TermText {
            en: english.en.clone(),
            part_of_speech: english.part_of_speech,
            tier: english.tier.into(),
            gloss: english.gloss.clone(),
            everyday: english.everyday.clone(),
            picture: english.drawn(),
            equivalent: home.equivalent.clone(),
            explanation: home.explanation.clone(),
            cognate: home.cognate,
            note: home.note.clone(),
        })
    }
}

pub fn kind(unit: &UnitId) -> TextKind {
    match unit {
        UnitId::Skill(_) => TextKind::Skill,
        UnitId::Passage(_) => TextKind::Passage,
        UnitId::Term(_) => TextKind::Term,
        UnitId::Labels => TextKind::Labels,
        UnitId::Verbs => TextKind::Verbs,
        UnitId::Interface(_) => TextKind::Interface,
    }
}

fn concept(english: Option<&ConceptEn>, home: &Concept) -> TextBody {
    TextBody::Concept(ConceptText {
        core: BothCores {
            english: english.map(|it| it.core.clone()).unwrap_or_default(),
            home: home.core.clone(),
        },
        sentence: english.and_then(|it| it.sentence.clone()),
        works: BothWorks {
            english: english.and_then(|it| it.works.clone()),
            home: home.works.clone(),
        },
        frame: english.and_then(|it| it.frame.clone()),
    })
}

fn row(key: &str, english: &str, home: Option<&String>) -> TextRow {
    TextRow {
        key: key.to_owned(),
        english: english.to_owned(),
        home: home.cloned().unwrap_or_default(),
    }
}

/// Whether a text has these letters, on either side. `wanted` is in lower case.
pub fn has(text: &BridgeText, wanted: &str) -> bool {
    let mut all = vec![text.unit.to_string(), text.title.clone()];
    match &text.body {
        TextBody::Concept(concept) => {
            let rich = concept.core.english.iter().chain(&concept.core.home);
            let rich = rich
                .chain(&concept.works.english)
                .chain(&concept.works.home);
            all.extend(rich.map(|text| plain(text)));
            all.extend(concept.sentence.iter().chain(&concept.frame).cloned());
        }
        TextBody::Term(term) => {
            all.extend([term.gloss.clone(), term.equivalent.clone()]);
            all.push(plain(&term.explanation));
            all.extend(term.everyday.clone());
            all.extend(term.note.iter().map(|note| plain(note)));
        }
        TextBody::Rows(rows) => {
            let rows = rows.iter();
            all.extend(rows.flat_map(|row| [row.english.clone(), row.home.clone()]));
        }
    }
    all.iter().any(|text| text.to_lowercase().contains(wanted))
}
