//! Enumerations as the words that columns hold.

use api::{Decision, Role, SupportLevel};
use item_bank::bridge::Said;
use store::{DraftState, EventKind, OrgKind, Origin};

pub(crate) fn role(text: &str) -> Option<Role> {
    match text {
        "student" => Some(Role::Student),
        "teacher" => Some(Role::Teacher),
        _ => None,
    }
}

pub(crate) fn role_text(role: Role) -> &'static str {
    match role {
        Role::Student => "student",
        Role::Teacher => "teacher",
    }
}

pub(crate) fn support(text: &str) -> Option<SupportLevel> {
    match text {
        "none" => Some(SupportLevel::None),
        "emerging" => Some(SupportLevel::Emerging),
        "expanding" => Some(SupportLevel::Expanding),
        "bridging" => Some(SupportLevel::Bridging),
        "exited" => Some(SupportLevel::Exited),
        _ => None,
    }
}

pub(crate) fn support_text(support: SupportLevel) -> &'static str {
    match support {
        SupportLevel::None => "none",
        SupportLevel::Emerging => "emerging",
        SupportLevel::Expanding => "expanding",
        SupportLevel::Bridging => "bridging",
        SupportLevel::Exited => "exited",
    }
}

pub(crate) fn org_kind_text(kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::District => "district",
        OrgKind::School => "school",
    }
}

pub(crate) fn origin(text: &str) -> Option<Origin> {
    match text {
        "trellis" => Some(Origin::Trellis),
        "district" => Some(Origin::District),
        _ => None,
    }
}

pub(crate) fn origin_text(origin: Origin) -> &'static str {
    match origin {
        Origin::Trellis => "trellis",
        Origin::District => "district",
    }
}

pub(crate) fn draft_state(text: &str) -> Option<DraftState> {
    match text {
        "draft" => Some(DraftState::Draft),
        "in-review" => Some(DraftState::InReview),
        "approved" => Some(DraftState::Approved),
        _ => None,
    }
}

pub(crate) fn draft_state_text(state: DraftState) -> &'static str {
    match state {
        DraftState::Draft => "draft",
        DraftState::InReview => "in-review",
        DraftState::Approved => "approved",
    }
}

pub(crate) fn event_kind(text: &str) -> Option<EventKind> {
    match text {
        "created" => Some(EventKind::Created),
        "edited" => Some(EventKind::Edited),
        "submitted" => Some(EventKind::Submitted),
        "returned" => Some(EventKind::Returned),
        "approved" => Some(EventKind::Approved),
        "published" => Some(EventKind::Published),
        "retired" => Some(EventKind::Retired),
        "imported" => Some(EventKind::Imported),
        _ => None,
    }
}

pub(crate) fn event_kind_text(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Created => "created",
        EventKind::Edited => "edited",
        EventKind::Submitted => "submitted",
        EventKind::Returned => "returned",
        EventKind::Approved => "approved",
        EventKind::Published => "published",
        EventKind::Retired => "retired",
        EventKind::Imported => "imported",
    }
}

pub(crate) fn said(text: &str) -> Option<Said> {
    match text {
        "right" => Some(Said::Right),
        "spelling" => Some(Said::Spelling),
        "other" => Some(Said::Other),
        "word-missing" => Some(Said::WordMissing),
        "too-short" => Some(Said::TooShort),
        "copied" => Some(Said::Copied),
        _ => None,
    }
}

pub(crate) fn said_text(said: Said) -> &'static str {
    match said {
        Said::Right => "right",
        Said::Spelling => "spelling",
        Said::Other => "other",
        Said::WordMissing => "word-missing",
        Said::TooShort => "too-short",
        Said::Copied => "copied",
    }
}

pub(crate) fn decision(text: &str) -> Option<Decision> {
    match text {
        "approve" => Some(Decision::Approve),
        "return" => Some(Decision::Return),
        _ => None,
    }
}

pub(crate) fn decision_text(decision: Decision) -> &'static str {
    match decision {
        Decision::Approve => "approve",
        Decision::Return => "return",
    }
}

/// Under this a user name is looked for. Folded here and not in SQL, whose `lower` differs between
/// databases.
pub(crate) fn username_key(username: &str) -> String {
    username.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back_as_what_was_written() {
        for value in [Role::Student, Role::Teacher] {
            assert_eq!(role(role_text(value)), Some(value));
        }
        for value in [
            SupportLevel::None,
            SupportLevel::Emerging,
            SupportLevel::Expanding,
            SupportLevel::Bridging,
            SupportLevel::Exited,
        ] {
            assert_eq!(support(support_text(value)), Some(value));
        }
        for value in [
            Said::Right,
            Said::Spelling,
            Said::Other,
            Said::WordMissing,
            Said::TooShort,
            Said::Copied,
        ] {
            assert_eq!(said(said_text(value)), Some(value));
        }
        for value in [Decision::Approve, Decision::Return] {
            assert_eq!(decision(decision_text(value)), Some(value));
        }
        for value in [Origin::Trellis, Origin::District] {
            assert_eq!(origin(origin_text(value)), Some(value));
        }
        for value in [
            DraftState::Draft,
            DraftState::InReview,
            DraftState::Approved,
        ] {
            assert_eq!(draft_state(draft_state_text(value)), Some(value));
        }
        for value in [
            EventKind::Created,
            EventKind::Edited,
            EventKind::Submitted,
            EventKind::Returned,
            EventKind::Approved,
            EventKind::Published,
            EventKind::Retired,
            EventKind::Imported,
        ] {
            assert_eq!(event_kind(event_kind_text(value)), Some(value));
        }
    }
}
