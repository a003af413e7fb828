//! What is reviewed: one text, by its name.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{PassageId, SkillCode, TermId};

/// One text of a language that a reader approves: `term/fraction`, `skill/6.RP.A.3b-unit-rate`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String", into = "String")]
pub enum UnitId {
    Skill(SkillCode),
    Passage(PassageId),
    Term(TermId),
    /// The words of the bridge panel.
    Labels,
    /// What task verbs ask for.
    Verbs,
    /// A section of the student app's own words.
    Interface(String),
}

/// Why a name names no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' names no text: write skill/…, passage/…, term/…, interface/…, labels or verbs")]
pub struct BadUnit(String);

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Skill(code) => write!(f, "skill/{code}"),
            Self::Passage(id) => write!(f, "passage/{id}"),
            Self::Term(id) => write!(f, "term/{id}"),
            Self::Labels => f.write_str("labels"),
            Self::Verbs => f.write_str("verbs"),
            Self::Interface(section) => write!(f, "interface/{section}"),
        }
    }
}

impl FromStr for UnitId {
    type Err = BadUnit;

    fn from_str(text: &str) -> Result<Self, BadUnit> {
        let bad = || BadUnit(text.to_owned());
        match text.split_once('/') {
            None if text == "labels" => Ok(Self::Labels),
            None if text == "verbs" => Ok(Self::Verbs),
            Some(("skill", code)) => code.parse().map(Self::Skill).map_err(|_| bad()),
            Some(("passage", id)) => id.parse().map(Self::Passage).map_err(|_| bad()),
            Some(("term", id)) => id.parse().map(Self::Term).map_err(|_| bad()),
            Some(("interface", section)) if !section.is_empty() => {
                Ok(Self::Interface(section.to_owned()))
            }
            _ => Err(bad()),
        }
    }
}

impl TryFrom<String> for UnitId {
    type Error = BadUnit;

    fn try_from(text: String) -> Result<Self, BadUnit> {
        text.parse()
    }
}

impl From<UnitId> for String {
    fn from(unit: UnitId) -> Self {
        unit.to_string()
    }
}

#[cfg(feature = "author")]
mod hashed {
    use std::collections::BTreeMap;

    use serde::Serialize;
    use sha2::{Digest, Sha256};

    use super::UnitId;
    use crate::bridge::labels::LABELS;
    use crate::bridge::{Concept, Term};
    use crate::{Bank, LanguageTag};

    /// A text and the hash of what is read when it is reviewed.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Unit {
        pub id: UnitId,
        /// In hex, of the text's name, its English and its home side: when any of them is another,
        /// an approval does not hold any more.
        pub sha256: String,
    }

    /// Every text that a language has, in their order. None for a language that the bank has not.
    pub fn units(bank: &Bank, language: &LanguageTag) -> Vec<Unit> {
        let Some(pack) = bank.language(language) else {
            return Vec::new();
        };
        let english = bank.english();
        let mut units = Vec::new();
        let mut add = |id: UnitId, content: &dyn Fn(&UnitId) -> String| {
            let sha256 = hex::encode(Sha256::digest(content(&id)));
            units.push(Unit { id, sha256 });
        };
        for (skill, home) in &pack.concepts {
            add(UnitId::Skill(skill.clone()), &|id| {
                canonical(id, &english.concepts.get(skill), &concept(home))
            });
        }
        for (passage, home) in &pack.passages {
            add(UnitId::Passage(passage.clone()), &|id| {
                canonical(id, &english.passages.get(passage), &concept(home))
            });
        }
        for (term, home) in &pack.terms {
            add(UnitId::Term(term.clone()), &|id| {
                canonical(id, &english.terms.get(term), &card(home))
            });
        }
        if !pack.labels.is_empty() {
            let shown: BTreeMap<_, _> = LABELS.iter().copied().collect();
            add(UnitId::Labels, &|id| canonical(id, &shown, &pack.labels));
        }
        if !pack.verbs.is_empty() {
            add(UnitId::Verbs, &|id| {
                canonical(id, &english.verbs, &pack.verbs)
            });
        }
        for (section, home) in bank.interface_in(language).into_iter().flatten() {
            add(UnitId::Interface(section.clone()), &|id| {
                canonical(id, &bank.interface().get(section), home)
            });
        }
        units
    }

    fn concept(home: &Concept) -> Concept {
        Concept {
            approved: None,
            ..home.clone()
        }
    }

    fn card(home: &Term) -> Term {
        Term {
            approved: None,
            ..home.clone()
        }
    }

    /// Structs write their fields in one order and maps are sorted, so that the same text is the
    /// same JSON everywhere.
    fn canonical(id: &UnitId, english: &impl Serialize, home: &impl Serialize) -> String {
        match serde_json::to_string(&(id, english, home)) {
            Ok(json) => json,
            // strings, lists and maps with names for keys can always be written
            Err(error) => unreachable!("a bridge text is JSON: {error}"),
        }
    }
}

#[cfg(feature = "author")]
pub use hashed::{Unit, units};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_there_and_back() {
        for name in [
            "term/fraction",
            "skill/6.RP.A.3b-unit-rate",
            "labels",
            "interface/sign-in",
        ] {
            let unit: UnitId = name.parse().unwrap();
            assert_eq!(unit.to_string(), name);
        }
        for bad in ["", "term/", "term", "word/x", "term/a b"] {
            assert!(bad.parse::<UnitId>().is_err(), "{bad}");
        }
    }
}

#[cfg(feature = "author")]
#[cfg(test)]
mod hash_tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::Bank;

    const HEAD: &str = r#"
        language = "es"
        name = "Español"
        review = { state = "drafted", by = "machine draft, 2026-11" }
        [labels]
        idea = "La idea"
        [verbs]
        find = "halla"
        [[concept]]
        skill = "6.RP.A.3b-unit-rate"
        core = ["Un [[ratio]] para uno."]
        [[concept]]
        passage = "kelp-forest"
        core = ["Un bosque bajo el mar."]
        [[term]]
        id = "ratio"
        equivalent = "razón"
        explanation = "Compara dos números."
        cognate = "yes"
    "#;
    const ENGLISH: &str = r#"
        [[concept]]
        skill = "6.RP.A.3b-unit-rate"
        core = ["A [[ratio]] for one."]
        frame = "For one ___."
        [[concept]]
        passage = "kelp-forest"
        core = ["A forest under the sea."]
        [[term]]
        id = "ratio"
        en = "ratio"
        part_of_speech = "noun"
        tier = 3
        gloss = "Compares two numbers."
        [[verb]]
        id = "find"
        forms = ["find"]
        gloss = "work out"
    "#;
    const UI_EN: &str = "[home]\nhello = \"Hello\"";
    const UI_ES: &str = "[home]\nhello = \"Hola\"";

    fn hashes(files: [(&str, &str, &str); 1]) -> BTreeMap<String, String> {
        let [(file, from, to)] = files;
        let texts = [
            ("content/bridge/es/language.toml", HEAD),
            ("content/concepts/ratios.toml", ENGLISH),
            ("content/interface/en.toml", UI_EN),
            ("content/bridge/es/interface.toml", UI_ES),
        ];
        let changed = texts.map(|(name, text)| {
            if name != file {
                return (name, text.to_owned());
            }
            assert!(text.contains(from), "{from} is not in {name}");
            (name, text.replacen(from, to, 1))
        });
        let files: Vec<(&str, &str)> = changed.iter().map(|(n, t)| (*n, t.as_str())).collect();
        let bank = Bank::build(&files).unwrap();
        let units = units(&bank, &"es".parse().unwrap());
        units
            .into_iter()
            .map(|unit| (unit.id.to_string(), unit.sha256))
            .collect()
    }

    #[test]
    fn any_change_of_either_side_changes_the_hash_of_its_text_and_of_no_other() {
        let before = hashes([("", "", "")]);
        let names: Vec<&str> = before.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "interface/home",
                "labels",
                "passage/kelp-forest",
                "skill/6.RP.A.3b-unit-rate",
                "term/ratio",
                "verbs"
            ]
        );
        let (skill, passage) = ("skill/6.RP.A.3b-unit-rate", "passage/kelp-forest");
        let (home, english) = (
            "content/bridge/es/language.toml",
            "content/concepts/ratios.toml",
        );
        let (ui_en, ui_es) = (
            "content/interface/en.toml",
            "content/bridge/es/interface.toml",
        );
        for (unit, file, from, to) in [
            (skill, home, "para uno", "para una"),
            (skill, english, "for one.\"]", "for each one.\"]"),
            (skill, english, "For one ___", "For ___"),
            (passage, home, "bajo el mar", "en el mar"),
            (passage, english, "under the sea", "in the sea"),
            ("term/ratio", home, "razón", "proporción"),
            ("term/ratio", home, "Compara dos", "Compara unos"),
            ("term/ratio", home, "cognate = \"yes\"", "cognate = \"no\""),
            (
                "term/ratio",
                home,
                "cognate = \"yes\"",
                "cognate = \"yes\"\nnote = \"x\"",
            ),
            ("term/ratio", english, "Compares two", "Compares some"),
            ("term/ratio", english, "tier = 3", "tier = 2"),
            (
                "term/ratio",
                english,
                "tier = 3",
                "tier = 3\neveryday = \"x\"",
            ),
            ("labels", home, "La idea", "Idea"),
            ("verbs", home, "halla", "busca"),
            ("verbs", english, "work out", "get"),
            ("interface/home", ui_es, "Hola", "Buenas"),
            ("interface/home", ui_en, "Hello", "Hi"),
        ] {
            let after = hashes([(file, from, to)]);
            let changed: Vec<&String> = before
                .iter()
                .filter(|(name, hash)| after.get(*name) != Some(hash))
                .map(|(name, _)| name)
                .collect();
            assert_eq!(changed, [unit], "{file}: {from} -> {to}");
        }
    }

    #[test]
    fn who_drafted_it_and_whether_it_is_approved_is_not_a_part_of_the_text() {
        let before = hashes([("", "", "")]);
        let file = "content/bridge/es/language.toml";
        assert_eq!(
            before,
            hashes([(file, "machine draft, 2026-11", "Ms. Lee")])
        );
    }
}
