//! What students may see of each language, as the packs that devices fetch.

use std::collections::{BTreeMap, HashMap, HashSet};

use api::{BridgePolicy, LanguageChoice, PackRef};
use item_bank::bridge::interface::{InterfacePack, key_list};
use item_bank::bridge::{Approval, Concept, Term, UnitId};
use item_bank::{Bank, BuildError, BuiltPack, LanguagePack, LanguageTag, PackKind};
use sha2::{Digest, Sha256};
use store::UnitReviewRow;

use super::standing::{Standing, standings};

/// A language that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServedLanguage {
    pub choice: LanguageChoice,
    pub pack: PackRef,
}

/// All languages as they stand now.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// By tag. Those of which an idea may be shown.
    pub offered: Vec<ServedLanguage>,
    pub packs: Vec<BuiltPack>,
    /// Every language of the bank, offered or not.
    pub standings: BTreeMap<LanguageTag, Vec<Standing>>,
}

/// Leaves of each language what may be shown.
pub fn shown(
    bank: &Bank,
    reviews: &[UnitReviewRow],
    policy: BridgePolicy,
) -> Result<Shown, BuildError> {
    let mut all = Shown::default();
    let keys = key_list(bank.interface());
    let keys_hash = hex::encode(&Sha256::digest(keys.join("\n"))[..8]);
    for language in bank.languages() {
        let tag = &language.language;
        let standings = standings(bank, tag, reviews);
        let allowed = Allowed::of(&standings, policy);
        let pack = allowed.pack(language);
        if !pack.concepts.is_empty() || !pack.passages.is_empty() {
            let built = BuiltPack::of(tag.as_str(), PackKind::Language, &pack)?;
            let texts = allowed.interface(bank, tag, &keys);
            let interface = texts.map(|texts| {
                let pack = InterfacePack {
                    language: tag.clone(),
                    right_to_left: language.right_to_left,
                    keys: keys_hash.clone(),
                    texts,
                };
                BuiltPack::of(&format!("interface-{tag}"), PackKind::Interface, &pack)
            });
            let interface = interface.transpose()?;
            all.offered.push(ServedLanguage {
                choice: LanguageChoice {
                    tag: tag.clone(),
                    name: language.name.clone(),
                    right_to_left: language.right_to_left,
                    interface: interface.as_ref().map(reference),
                },
                pack: reference(&built),
            });
            all.packs.push(built);
            all.packs.extend(interface);
        }
        all.standings.insert(tag.clone(), standings);
    }
    all.offered.sort_by(|a, b| a.choice.tag.cmp(&b.choice.tag));
    Ok(all)
}

fn reference(pack: &BuiltPack) -> PackRef {
    PackRef {
        name: pack.name.clone(),
        sha256: pack.sha256.clone(),
    }
}

/// Texts that may be shown, with who approved them.
struct Allowed<'a>(HashMap<&'a UnitId, Option<Approval>>);

impl<'a> Allowed<'a> {
    fn of(standings: &'a [Standing], policy: BridgePolicy) -> Self {
        let drafts = policy == BridgePolicy::DemoDrafts;
        let each = standings.iter().map(|it| (&it.unit.id, it.approval()));
        Self(each.filter(|(_, by)| drafts || by.is_some()).collect())
    }

    fn may(&self, unit: &UnitId) -> bool {
        self.0.contains_key(unit)
    }

    fn pack(&self, whole: &LanguagePack) -> LanguagePack {
        let concept = |unit: UnitId, text: &Concept| {
            Some(Concept {
                approved: self.0.get(&unit)?.clone(),
                ..text.clone()
            })
        };
        let term = |unit: UnitId, text: &Term| {
            Some(Term {
                approved: self.0.get(&unit)?.clone(),
                ..text.clone()
            })
        };
        let rows = |unit, rows: &BTreeMap<String, String>| {
            if self.may(&unit) {
                rows.clone()
            } else {
                BTreeMap::new()
            }
        };
        let concepts = whole.concepts.iter().filter_map(|(code, text)| {
            Some((code.clone(), concept(UnitId::Skill(code.clone()), text)?))
        });
        let passages = whole.passages.iter().filter_map(|(id, text)| {
            Some((id.clone(), concept(UnitId::Passage(id.clone()), text)?))
        });
        let terms = whole
            .terms
            .iter()
            .filter_map(|(id, text)| Some((id.clone(), term(UnitId::Term(id.clone()), text)?)));
        LanguagePack {
            language: whole.language.clone(),
            name: whole.name.clone(),
            right_to_left: whole.right_to_left,
            review: whole.review.clone(),
            labels: rows(UnitId::Labels, &whole.labels),
            concepts: concepts.collect(),
            passages: passages.collect(),
            terms: terms.collect(),
            verbs: rows(UnitId::Verbs, &whole.verbs),
        }
    }

    /// In the order of the keys, empty where the English stands; `None` when all of them would be.
    fn interface(&self, bank: &Bank, tag: &LanguageTag, keys: &[&str]) -> Option<Vec<String>> {
        let sections = bank.interface_in(tag)?;
        let known: HashSet<&str> = keys.iter().copied().collect();
        let texts: HashMap<&str, &String> = sections
            .iter()
            .filter(|(section, _)| self.may(&UnitId::Interface((*section).clone())))
            .flat_map(|(_, texts)| texts)
            .map(|(key, text)| (key.as_str(), text))
            .filter(|(key, _)| known.contains(key))
            .collect();
        if texts.is_empty() {
            return None;
        }
        let text = |key: &&str| texts.get(key).map(|text| (*text).clone());
        Some(
            keys.iter()
                .map(|key| text(key).unwrap_or_default())
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use api::Decision;
    use item_bank::bridge::units;

    use super::*;

    fn approve(bank: &Bank, names: &[&str]) -> Vec<UnitReviewRow> {
        let es: LanguageTag = "es".parse().unwrap();
        let all = units(bank, &es);
        let row = |name: &&str| {
            let unit = all.iter().find(|unit| unit.id.to_string() == *name);
            let unit = unit.unwrap_or_else(|| panic!("no text {name}"));
            UnitReviewRow {
                language: es.clone(),
                unit: unit.id.clone(),
                sha256: unit.sha256.clone(),
                decision: Decision::Approve,
                reason: None,
                reviewer: "Ms. Okafor".to_owned(),
                at_ms: 1_789_000_000_000,
            }
        };
        names.iter().map(row).collect()
    }

    fn spanish(shown: &Shown) -> Option<LanguagePack> {
        let found = shown.packs.iter().find(|pack| pack.name == "es")?;
        Some(serde_json::from_str(&found.json).unwrap())
    }

    #[test]
    fn only_what_was_approved_is_shown_and_a_language_needs_an_idea() {
        let bank = Bank::embedded();
        let only = BridgePolicy::ApprovedOnly;
        assert!(shown(bank, &[], only).unwrap().offered.is_empty());
        let words = approve(bank, &["term/fraction", "labels"]);
        assert!(shown(bank, &words, only).unwrap().offered.is_empty());

        let idea = "skill/6.RP.A.3b-unit-rate";
        let rows = approve(bank, &["term/fraction", idea]);
        let some = shown(bank, &rows, only).unwrap();
        assert_eq!(some.offered.len(), 1);
        let pack = spanish(&some).unwrap();
        assert_eq!((pack.concepts.len(), pack.terms.len()), (1, 1));
        assert!(pack.passages.is_empty() && pack.labels.is_empty() && pack.verbs.is_empty());
        let approved = pack.terms.into_values().next().unwrap().approved.unwrap();
        assert_eq!(
            (approved.by.as_str(), approved.on.as_str()),
            ("Ms. Okafor", "2026-09-10")
        );
        assert_eq!(some.offered[0].choice.interface, None);
    }

    #[test]
    fn the_demo_shows_drafts_and_says_which_are() {
        let bank = Bank::embedded();
        let rows = approve(bank, &["term/fraction"]);
        let all = shown(bank, &rows, BridgePolicy::DemoDrafts).unwrap();
        assert_eq!(all.offered.len(), bank.languages().len());
        let (pack, whole) = (
            spanish(&all).unwrap(),
            bank.language(&"es".parse().unwrap()).unwrap(),
        );
        assert_eq!(pack.concepts.len(), whole.concepts.len());
        assert_eq!((&pack.labels, &pack.verbs), (&whole.labels, &whole.verbs));
        let approved = pack
            .terms
            .iter()
            .filter(|(_, term)| term.approved.is_some());
        let approved: Vec<&str> = approved.map(|(id, _)| id.as_str()).collect();
        assert_eq!(approved, ["fraction"]);
        assert!(
            pack.concepts
                .values()
                .all(|concept| concept.approved.is_none())
        );
    }

    #[test]
    fn sections_of_the_apps_words_are_shown_one_by_one() {
        let files = [
            (
                "content/interface/en.toml",
                "[b]\nbye = \"Bye\"\n[a]\nhello = \"Hello\"",
            ),
            (
                "content/bridge/es/interface.toml",
                "[b]\nbye = \"Adiós\"\n[a]\nhello = \"Hola\"",
            ),
            (
                "content/bridge/es/language.toml",
                "language = \"es\"\nname = \"Español\"\nreview = { state = \"drafted\", by = \"x\" }\n\
                 [[concept]]\nskill = \"6.RP.A.3b-unit-rate\"\ncore = [\"Uno.\"]",
            ),
        ];
        let bank = Bank::build(&files).unwrap();
        let rows = approve(&bank, &["skill/6.RP.A.3b-unit-rate", "interface/a"]);
        let some = shown(&bank, &rows, BridgePolicy::ApprovedOnly).unwrap();
        let interface = some.offered[0].choice.interface.clone().unwrap();
        let pack = some
            .packs
            .iter()
            .find(|pack| pack.sha256 == interface.sha256);
        let pack: InterfacePack = serde_json::from_str(&pack.unwrap().json).unwrap();
        // keys in order: bye, hello
        assert_eq!(pack.texts, ["", "Hola"]);
        assert_eq!(pack.keys, hex::encode(&Sha256::digest("bye\nhello")[..8]));
        let all = shown(&bank, &[], BridgePolicy::DemoDrafts).unwrap();
        assert_ne!(all.offered[0].choice.interface, Some(interface));
    }
}
