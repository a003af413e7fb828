//! What children type: class codes and names, forgivingly.

use store::StudentAccount;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The canonical form of a class code, `MAPLE-27`, from any spacing, case or hyphens.
pub fn canonical_class_code(typed: &str) -> String {
    let bare: String = typed
        .nfkc()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect();
    match bare.find(|c: char| c.is_ascii_digit()) {
        Some(at) if at > 0 => format!("{}-{}", &bare[..at], &bare[at..]),
        _ => bare,
    }
}

/// A name without case, accents, apostrophes, points and double spaces: what two spellings share.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match c {
            // Letters that Unicode does not take apart into a base and a mark.
            'đ' | 'ð' => folded.push('d'),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            c if c.is_alphanumeric() => folded.push(c),
            '\'' | '\u{2019}' | '\u{2018}' | '.' | '`' | '\u{02bb}' => {}
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whom a typed name means.
#[derive(Debug)]
pub enum Match<'a> {
    Nobody,
    One(&'a StudentAccount),
    Several {
        /// Whether the typed name said anything of the family name already.
        with_family: bool,
    },
}

/// How much of a name is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Full,
    Initial,
    Given,
}

impl Reading {
    fn of(self, student: &StudentAccount) -> String {
        let StudentAccount {
            given_name,
            family_name,
            ..
        } = student;
        match self {
            Self::Full => fold(&format!("{given_name} {family_name}")),
            Self::Initial => {
                let initial: String = fold(family_name).chars().take(1).collect();
                format!("{} {initial}", fold(given_name))
            }
            Self::Given => fold(given_name),
        }
    }
}

/// Finds a student by given name, given name and family initial, or both names in full. The
/// longest reading that fits wins: a full name is never ambiguous with a shorter one.
pub fn find<'a>(roster: &'a [StudentAccount], typed: &str) -> Match<'a> {
    let typed = fold(typed);
    if typed.is_empty() {
        return Match::Nobody;
    }
    for reading in [Reading::Full, Reading::Initial, Reading::Given] {
        let mut found = roster.iter().filter(|student| reading.of(student) == typed);
        match (found.next(), found.next()) {
            (Some(student), None) => return Match::One(student),
            (Some(_), Some(_)) => {
                return Match::Several {
                    with_family: reading != Reading::Given,
                };
            }
            (None, _) => {}
        }
    }
    Match::Nobody
}

#[cfg(test)]
mod tests {
    use api::UserId;
    use store::CredentialHash;
    use uuid::Uuid;

    use super::*;

    fn roster(names: &[(&str, &str)]) -> Vec<StudentAccount> {
        let account = |(n, (given, family)): (usize, &(&str, &str))| StudentAccount {
            id: UserId(Uuid::from_u128(n as u128)),
            given_name: (*given).to_owned(),
            family_name: (*family).to_owned(),
            credential: CredentialHash(String::new()),
        };
        names.iter().enumerate().map(account).collect()
    }

    fn who(roster: &[StudentAccount], typed: &str) -> Option<u128> {
        match find(roster, typed) {
            Match::One(student) => Some(student.id.0.as_u128()),
            _ => None,
        }
    }

    #[test]
    fn class_codes_forgive_case_spaces_and_hyphens() {
        for typed in [
            "MAPLE-27",
            "maple27",
            " Maple 27 ",
            "maple - 27",
            "MAPLE\u{2013}27",
        ] {
            assert_eq!(canonical_class_code(typed), "MAPLE-27", "typed {typed:?}");
        }
        assert_eq!(canonical_class_code("?!"), "");
    }

    #[test]
    fn names_forgive_case_accents_and_points() {
        let class = roster(&[("José", "Núñez"), ("Đức", "Trần"), ("Aoife", "O’Brien")]);
        for (typed, expected) in [
            ("jose", 0),
            ("JOSÉ n.", 0),
            ("jose nunez", 0),
            ("duc", 1),
            (" aoife  OBrien ", 2),
            ("Aoife O'Brien", 2),
        ] {
            assert_eq!(who(&class, typed), Some(expected), "typed {typed:?}");
        }
        assert_eq!(who(&class, "jo"), None);
        assert_eq!(who(&class, ""), None);
    }

    #[test]
    fn two_of_a_name_need_the_family_name() {
        let class = roster(&[("Ana", "Rivera"), ("Ana", "Silva"), ("Ana Sofía", "Ruiz")]);
        assert!(matches!(
            find(&class, "ana"),
            Match::Several { with_family: false }
        ));
        assert_eq!(who(&class, "Ana R"), Some(0));
        assert_eq!(who(&class, "ana silva"), Some(1));
        assert_eq!(who(&class, "ana sofia"), Some(2));
        let twins = roster(&[("Ana", "Rivera"), ("Ana", "Ruiz")]);
        assert!(matches!(
            find(&twins, "Ana R"),
            Match::Several { with_family: true }
        ));
        assert_eq!(who(&twins, "Ana Ruiz"), Some(1));
    }
}
