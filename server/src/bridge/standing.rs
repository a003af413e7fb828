//! Where each text of a language stands: what its readers decided about it as it is now.

use std::collections::HashMap;

use api::{Decision, TextCounts, TextDecision, TextState};
use item_bank::bridge::{Approval, Unit, UnitId, units};
use item_bank::{Bank, LanguageTag};
use store::UnitReviewRow;

use crate::clock;

/// One text, and the newest decision on it or on what it was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub unit: Unit,
    pub state: TextState,
    pub decision: Option<TextDecision>,
}

/// Of every text of a language, in the order of texts. `reviews` are in the order of the decisions.
pub fn standings(bank: &Bank, language: &LanguageTag, reviews: &[UnitReviewRow]) -> Vec<Standing> {
    let mut newest_first: HashMap<&UnitId, Vec<&UnitReviewRow>> = HashMap::new();
    for row in reviews.iter().rev().filter(|row| row.language == *language) {
        newest_first.entry(&row.unit).or_default().push(row);
    }
    let units = units(bank, language).into_iter();
    units
        .map(|unit| {
            let of_it = newest_first.get(&unit.id).map_or(&[][..], Vec::as_slice);
            // on the text as it is now, or else on what it was
            let now = of_it.iter().find(|row| row.sha256 == unit.sha256).copied();
            let before = of_it.first().copied();
            let state = match (now, before) {
                (Some(row), _) if row.decision == Decision::Approve => TextState::Approved,
                (Some(_), _) => TextState::Returned,
                (None, Some(row)) if row.decision == Decision::Approve => TextState::Changed,
                // given back and mended since, or never read
                (None, _) => TextState::Drafted,
            };
            Standing {
                state,
                decision: now.or(before).map(decision),
                unit,
            }
        })
        .collect()
}

pub fn counts(standings: &[Standing]) -> TextCounts {
    let mut counts = TextCounts::default();
    for standing in standings {
        counts.texts += 1;
        let of_state = match standing.state {
            TextState::Approved => &mut counts.approved,
            TextState::Drafted => &mut counts.drafted,
            TextState::Returned => &mut counts.returned,
            TextState::Changed => &mut counts.changed,
        };
        *of_state += 1;
    }
    counts
}

impl Standing {
    /// What a text shows of its approval.
    pub fn approval(&self) -> Option<Approval> {
        let decision = self.decision.as_ref()?;
        (self.state == TextState::Approved).then(|| Approval {
            by: decision.by.clone(),
            on: clock::date_utc(decision.at_ms),
        })
    }
}

fn decision(row: &UnitReviewRow) -> TextDecision {
    TextDecision {
        decision: row.decision,
        by: row.reviewer.clone(),
        at_ms: row.at_ms,
        reason: row.reason.clone(),
        sha256: row.sha256.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT_MS: i64 = 1_789_000_000_000;

    fn row(unit: &UnitId, sha256: &str, decision: Decision, minute: i64) -> UnitReviewRow {
        UnitReviewRow {
            language: "es".parse().unwrap(),
            unit: unit.clone(),
            sha256: sha256.to_owned(),
            decision,
            reason: None,
            reviewer: "Ms. Okafor".to_owned(),
            at_ms: AT_MS + minute * 60_000,
        }
    }

    #[test]
    fn the_newest_decision_on_the_text_as_it_is_counts() {
        use Decision::{Approve, Return};
        let (bank, es) = (Bank::embedded(), "es".parse().unwrap());
        let term: UnitId = "term/fraction".parse().unwrap();
        let all = units(bank, &es);
        let now = &all.iter().find(|unit| unit.id == term).unwrap().sha256;
        for (rows, expected) in [
            (vec![], TextState::Drafted),
            (vec![(now.as_str(), Approve)], TextState::Approved),
            (vec![(now, Return)], TextState::Returned),
            (vec![(now, Approve), ("old", Return)], TextState::Approved),
            (vec![("old", Approve)], TextState::Changed),
            (vec![("old", Return)], TextState::Drafted),
            (
                vec![("older", Return), ("old", Approve)],
                TextState::Changed,
            ),
            (
                vec![("older", Approve), ("old", Return)],
                TextState::Drafted,
            ),
        ] {
            let rows: Vec<UnitReviewRow> = (0..)
                .zip(&rows)
                .map(|(n, (sha256, decision))| row(&term, sha256, *decision, n))
                .collect();
            let standings = standings(bank, &es, &rows);
            let found = standings.iter().find(|it| it.unit.id == term).unwrap();
            assert_eq!(found.state, expected, "{rows:?}");
            assert_eq!(found.decision.is_some(), !rows.is_empty());
            let approval = found.approval();
            assert_eq!(approval.is_some(), expected == TextState::Approved);
            if let Some(approval) = approval {
                assert_eq!(approval.by, "Ms. Okafor");
                assert_eq!(approval.on, "2026-09-10");
            }
            let counts = counts(&standings);
            assert_eq!(counts.texts as usize, all.len());
            let sum = counts.approved + counts.drafted + counts.returned + counts.changed;
            assert_eq!(sum, counts.texts);
        }
    }

    #[test]
    fn another_languages_reviews_do_not_count() {
        let (bank, es) = (Bank::embedded(), "es".parse().unwrap());
        let unit = units(bank, &es).swap_remove(0);
        let mut other = row(&unit.id, &unit.sha256, Decision::Approve, 0);
        other.language = "vi".parse().unwrap();
        assert_eq!(counts(&standings(bank, &es, &[other])).approved, 0);
    }
}
