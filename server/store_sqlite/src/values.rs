//! Enumerations as the words that columns hold.

use api::{Role, SupportLevel};
use store::OrgKind;

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
    }
}
