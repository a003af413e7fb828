//! Enumerations of readings as the words that columns hold.

use api::{CoreOrigin, DraftOutcome, ReadingState};

pub(super) fn reading_state(text: &str) -> Option<ReadingState> {
    match text {
        "draft" => Some(ReadingState::Draft),
        "approved" => Some(ReadingState::Approved),
        "retired" => Some(ReadingState::Retired),
        _ => None,
    }
}

/// The word with the model's name.
pub(super) fn core_origin_text(origin: &CoreOrigin) -> (&'static str, Option<&str>) {
    match origin {
        CoreOrigin::Written => ("written", None),
        CoreOrigin::Machine(model) => ("machine", Some(model)),
        CoreOrigin::EditedMachine(model) => ("edited-machine", Some(model)),
    }
}

pub(super) fn core_origin(text: &str, model: Option<String>) -> Option<CoreOrigin> {
    match (text, model) {
        ("written", None) => Some(CoreOrigin::Written),
        ("machine", Some(model)) => Some(CoreOrigin::Machine(model)),
        ("edited-machine", Some(model)) => Some(CoreOrigin::EditedMachine(model)),
        _ => None,
    }
}

pub(super) fn draft_outcome(text: &str) -> Option<DraftOutcome> {
    match text {
        "stored" => Some(DraftOutcome::Stored),
        "rejected" => Some(DraftOutcome::Rejected),
        "malformed" => Some(DraftOutcome::Malformed),
        "too-large" => Some(DraftOutcome::TooLarge),
        "timed-out" => Some(DraftOutcome::TimedOut),
        "unreachable" => Some(DraftOutcome::Unreachable),
        "refused" => Some(DraftOutcome::Refused),
        "resting" => Some(DraftOutcome::Resting),
        "blocked" => Some(DraftOutcome::Blocked),
        _ => None,
    }
}

pub(super) fn draft_outcome_text(outcome: DraftOutcome) -> &'static str {
    match outcome {
        DraftOutcome::Stored => "stored",
        DraftOutcome::Rejected => "rejected",
        DraftOutcome::Malformed => "malformed",
        DraftOutcome::TooLarge => "too-large",
        DraftOutcome::TimedOut => "timed-out",
        DraftOutcome::Unreachable => "unreachable",
        DraftOutcome::Refused => "refused",
        DraftOutcome::Resting => "resting",
        DraftOutcome::Blocked => "blocked",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back_as_what_was_written() {
        for value in [
            CoreOrigin::Written,
            CoreOrigin::Machine("m".to_owned()),
            CoreOrigin::EditedMachine("m".to_owned()),
        ] {
            let (word, model) = core_origin_text(&value);
            assert_eq!(core_origin(word, model.map(str::to_owned)), Some(value));
        }
        for value in [
            DraftOutcome::Stored,
            DraftOutcome::Rejected,
            DraftOutcome::Malformed,
            DraftOutcome::TooLarge,
            DraftOutcome::TimedOut,
            DraftOutcome::Unreachable,
            DraftOutcome::Refused,
            DraftOutcome::Resting,
            DraftOutcome::Blocked,
        ] {
            assert_eq!(draft_outcome(draft_outcome_text(value)), Some(value));
        }
    }
}
