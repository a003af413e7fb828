//! What stands on a sheet.

use std::collections::{BTreeMap, BTreeSet};

use api::SkillGraph;
use item_bank::bridge::{ConceptEn, English, Term, TermEn};
use item_bank::{Inline, LanguagePack, PathwayCode, Rich, SkillCode, TermId};

use crate::pages::staff::bridge::tongue::Tongue;
use crate::pages::staff::bridge::wording;
use crate::pages::staff::content::Skills;

#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    pub title: String,
    /// The home language: how it is set, its own name and its English one.
    pub language: Option<(Tongue, String, String)>,
    pub skills: Vec<Taught>,
    /// By their English.
    pub words: Vec<Word>,
}

/// A skill on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Taught {
    pub title: String,
    pub english: Vec<Rich>,
    /// Empty where the language has nothing for it that may be shown.
    pub home: Vec<Rich>,
    /// Approved by a reader of the language.
    pub reviewed: bool,
    pub frame: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub english: TermEn,
    pub home: Option<Term>,
}

impl Word {
    pub fn is_draft(&self) -> bool {
        self.home
            .as_ref()
            .is_some_and(|home| home.approved.is_none())
    }
}

impl Lesson {
    /// Whether anything in the home language was approved by nobody.
    pub fn has_drafts(&self) -> bool {
        let skill = |it: &Taught| !it.home.is_empty() && !it.reviewed;
        self.skills.iter().any(skill) || self.words.iter().any(Word::is_draft)
    }
}

/// Skills of the pathway without those that are left out, and the words of their ideas.
pub fn gather(
    graph: &SkillGraph,
    pathway: &PathwayCode,
    without: &BTreeSet<SkillCode>,
    english: &English,
    home: Option<&LanguagePack>,
) -> Lesson {
    let found = graph.pathways.iter().find(|it| it.code == *pathway);
    let titles = Skills::of(graph);
    let mut words: BTreeMap<TermId, Word> = BTreeMap::new();
    let mut skills = Vec::new();
    let codes = found.into_iter().flat_map(|it| &it.skills);
    for code in codes.filter(|code| !without.contains(code)) {
        let Some(concept) = english.concepts.get(code) else {
            continue;
        };
        for term in terms_of(concept) {
            if let Some(card) = english.terms.get(term) {
                words.entry(term.clone()).or_insert_with(|| Word {
                    english: card.clone(),
                    home: home.and_then(|home| {
                        let term = home.terms.get(term)?;
                        Some(Term {
                            equivalent: home.equivalents(term),
                            ..term.clone()
                        })
                    }),
                });
            }
        }
        let there = home.and_then(|home| home.concepts.get(code));
        skills.push(Taught {
            title: titles.title(code),
            english: concept.core.clone(),
            home: there.map(|it| it.core.clone()).unwrap_or_default(),
            reviewed: there.is_some_and(|it| it.approved.is_some()),
            frame: concept.frame.clone(),
        });
    }
    let mut words: Vec<Word> = words.into_values().collect();
    words.sort_by_key(|word| word.english.en.to_lowercase());
    Lesson {
        title: found.map_or_else(|| pathway.to_string(), |it| it.title.clone()),
        language: home.map(|home| {
            let tongue = Tongue::new(&home.language, home.right_to_left);
            (tongue, home.name.clone(), wording::language(&home.language))
        }),
        skills,
        words,
    }
}

fn terms_of(concept: &ConceptEn) -> impl Iterator<Item = &TermId> {
    concept.core.iter().flatten().filter_map(|run| match run {
        Inline::Term(mark) => Some(&mark.id),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use api::SkillNode;
    use item_bank::bridge::{Approval, Cognate, Concept, PartOfSpeech, Review, ReviewState, Tier};
    use item_bank::{Pathway, TermMark};

    use super::*;

    fn mark(term: &str) -> Rich {
        vec![Inline::Term(TermMark {
            id: term.parse().unwrap(),
            text: term.to_owned(),
        })]
    }

    fn graph() -> SkillGraph {
        let node = |code: &str| SkillNode {
            code: code.parse().unwrap(),
            title: code.to_uppercase(),
            short: String::new(),
            grade: 6,
            domain: "ratios".into(),
            standards: Vec::new(),
            prerequisites: Vec::new(),
            templates: 0,
            live: 0,
            x: 0.0,
            y: 0.0,
        };
        SkillGraph {
            skills: vec![node("a"), node("b")],
            pathways: vec![Pathway {
                code: "p".parse().unwrap(),
                title: "Rates".into(),
                summary: String::new(),
                grades: vec![6],
                skills: vec!["b".parse().unwrap(), "a".parse().unwrap()],
            }],
            width: 0.0,
            height: 0.0,
        }
    }

    fn english() -> English {
        let concept = |terms: &[&str]| ConceptEn {
            core: terms.iter().map(|term| mark(term)).collect(),
            frame: None,
            sentence: None,
            works: None,
        };
        let word = |en: &str| TermEn {
            en: en.to_owned(),
            part_of_speech: PartOfSpeech::Noun,
            tier: Tier::Three,
            gloss: String::new(),
            everyday: None,
            forms: Vec::new(),
            picture: None,
        };
        let mut english = English::default();
        for (code, terms) in [("a", &["unit", "Rate"][..]), ("b", &["Rate"][..])] {
            let terms = concept(terms);
            english.concepts.insert(code.parse().unwrap(), terms);
        }
        for term in ["unit", "Rate"] {
            english.terms.insert(term.parse().unwrap(), word(term));
        }
        english
    }

    fn spanish(approved: bool) -> LanguagePack {
        let approved = approved.then(|| Approval {
            by: "Ms. Okafor".into(),
            on: "2026-11-01".into(),
        });
        let concept = Concept {
            core: vec![mark("Rate")],
            works: None,
            approved: approved.clone(),
        };
        let term = Term {
            equivalent: "tasa".into(),
            explanation: Vec::new(),
            cognate: Cognate::No,
            note: None,
            approved,
        };
        LanguagePack {
            language: "es".parse().unwrap(),
            name: "Español".into(),
            right_to_left: false,
            review: Review {
                state: ReviewState::Drafted,
                by: String::new(),
                on: None,
                sha256: None,
            },
            labels: BTreeMap::new(),
            concepts: [("a".parse().unwrap(), concept)].into(),
            passages: BTreeMap::new(),
            terms: [("Rate".parse().unwrap(), term)].into(),
            verbs: BTreeMap::new(),
        }
    }

    fn lesson(without: &[&str], home: Option<&LanguagePack>) -> Lesson {
        let without = without.iter().map(|code| code.parse().unwrap()).collect();
        gather(&graph(), &"p".parse().unwrap(), &without, &english(), home)
    }

    #[test]
    fn skills_stand_in_the_pathways_order_and_words_by_the_alphabet() {
        let lesson = lesson(&[], None);
        let skills: Vec<&str> = lesson.skills.iter().map(|it| it.title.as_str()).collect();
        let words: Vec<&str> = lesson
            .words
            .iter()
            .map(|it| it.english.en.as_str())
            .collect();
        assert_eq!((skills, words), (vec!["B", "A"], vec!["Rate", "unit"]));
    }

    #[test]
    fn words_of_a_skill_that_is_left_out_are_not_printed() {
        let words = lesson(&["a"], None).words.len();
        assert_eq!(words, 1);
    }

    #[test]
    fn drafts_are_told_from_what_was_approved() {
        assert!(lesson(&[], Some(&spanish(false))).has_drafts());
        assert!(!lesson(&[], Some(&spanish(true))).has_drafts());
        assert!(!lesson(&[], None).has_drafts());
    }
}
