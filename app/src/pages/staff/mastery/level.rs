//! A cell in words: short enough for a column, whole for a screen reader.

use api::Cell;
use engine::MasteryLevel;

use crate::pages::staff::words::counted;

/// Names the look of a cell in the stylesheet.
pub fn level_key(level: MasteryLevel) -> &'static str {
    match level {
        MasteryLevel::NotEnoughEvidence => "unknown",
        MasteryLevel::Starting => "starting",
        MasteryLevel::Growing => "growing",
        MasteryLevel::NearlyThere => "nearly",
        MasteryLevel::MasteredWithBridge => "bridged",
        MasteryLevel::Mastered => "mastered",
        MasteryLevel::Stuck => "stuck",
    }
}

/// Under the number, at most 12 characters.
pub fn short_word(cell: &Cell) -> &'static str {
    match cell.level {
        MasteryLevel::NotEnoughEvidence if cell.opportunities == 0 => "Not tried",
        MasteryLevel::NotEnoughEvidence => "Too few yet",
        MasteryLevel::Starting => "Starting",
        MasteryLevel::Growing => "Growing",
        MasteryLevel::NearlyThere => "Nearly there",
        MasteryLevel::MasteredWithBridge => "With bridge",
        MasteryLevel::Mastered => "Mastered",
        MasteryLevel::Stuck => "Stuck",
    }
}

/// The number of a cell; a dash where a number would only be the prior.
pub fn number(cell: &Cell) -> String {
    cell.percent
        .map_or_else(|| "–".to_owned(), |percent| format!("{percent}%"))
}

pub fn level_in_sentence(level: MasteryLevel) -> &'static str {
    match level {
        MasteryLevel::NotEnoughEvidence => "not enough evidence yet",
        MasteryLevel::Starting => "starting",
        MasteryLevel::Growing => "growing",
        MasteryLevel::NearlyThere => "nearly there",
        MasteryLevel::MasteredWithBridge => "mastered with the bridge",
        MasteryLevel::Mastered => "mastered",
        MasteryLevel::Stuck => "stuck",
    }
}

/// A cell's accessible name. It begins with what is seen, so that speech input finds it.
pub fn cell_label(cell: &Cell, student: &str, skill: &str) -> String {
    let answers = counted(cell.opportunities as usize, "question", "questions");
    let state = match cell.level {
        MasteryLevel::NotEnoughEvidence if cell.opportunities == 0 => String::new(),
        MasteryLevel::NotEnoughEvidence => format!(" (not enough evidence yet, {answers})"),
        MasteryLevel::MasteredWithBridge => format!(" (mastered with the bridge, {answers})"),
        _ => format!(" ({answers})"),
    };
    format!(
        "{} {}{state}: {student}, {skill}",
        number(cell),
        short_word(cell)
    )
}

#[cfg(test)]
mod tests {
    use super::super::sample::{cell, untouched};
    use super::*;

    #[test]
    fn no_evidence_never_reads_as_nought() {
        assert_eq!(
            cell_label(&untouched(), "Ana Rivera", "Unit rate"),
            "– Not tried: Ana Rivera, Unit rate"
        );
        let few = Cell {
            opportunities: 2,
            ..untouched()
        };
        assert_eq!(
            cell_label(&few, "Ana Rivera", "Unit rate"),
            "– Too few yet (not enough evidence yet, 2 questions): Ana Rivera, Unit rate"
        );
    }

    #[test]
    fn a_label_begins_with_what_is_seen() {
        let seen = cell(MasteryLevel::NearlyThere, 87);
        assert_eq!(
            cell_label(&seen, "Ana Rivera", "Unit rate"),
            "87% Nearly there (5 questions): Ana Rivera, Unit rate"
        );
    }

    #[test]
    fn words_fit_their_column() {
        use MasteryLevel::{
            Growing, Mastered, MasteredWithBridge, NearlyThere, NotEnoughEvidence, Starting, Stuck,
        };
        let levels = [
            NotEnoughEvidence,
            Starting,
            Growing,
            NearlyThere,
            MasteredWithBridge,
            Mastered,
            Stuck,
        ];
        for level in levels {
            assert!(short_word(&cell(level, 50)).len() <= 12);
        }
    }
}
