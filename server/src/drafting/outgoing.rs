//! What may not leave the server: whatever names or reaches a student.

use std::collections::BTreeSet;

use api::CoreFinding;
use store::StudentRow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Things that a person is told of at once.
const LISTED: usize = 10;

/// Everything in a text that may not go out, by its kind.
pub(super) fn found_in(text: &str, roster: &[StudentRow]) -> Vec<CoreFinding> {
    let mut found: BTreeSet<(&str, String)> = BTreeSet::new();
    for word in text.split(|c: char| c.is_whitespace() || "<>()[]{}\"',;".contains(c)) {
        if is_email(word) {
            found.insert(("email", word.to_owned()));
        }
        if word.len() >= 36 && has_uuid(word) {
            found.insert(("id", word.to_owned()));
        }
    }
    found.extend(phones(text).into_iter().map(|it| ("phone", it)));
    found.extend(
        names(text, roster)
            .into_iter()
            .map(|it| ("student-name", it)),
    );
    let found = found.into_iter().take(LISTED);
    found
        .map(|(reason, what)| CoreFinding {
            reason: reason.to_owned(),
            message: message(reason, &what),
        })
        .collect()
}

fn message(reason: &str, what: &str) -> String {
    let what: String = what.chars().take(80).collect();
    match reason {
        "email" => format!("The text holds the e-mail address '{what}': take it out."),
        "phone" => {
            format!("The text holds what looks like a telephone number, '{what}': take it out.")
        }
        "id" => format!("The text holds an id of this server, '{what}': take it out."),
        _ => format!("The text names a student of your classes, '{what}': use another name."),
    }
}

fn is_email(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':', '!', '?']);
    let Some((user, host)) = word.rsplit_once('@') else {
        return false;
    };
    let host_parts: Vec<&str> = host.split('.').collect();
    !user.is_empty() && host_parts.len() > 1 && host_parts.iter().all(|part| !part.is_empty())
}

fn has_uuid(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes
        .windows(36)
        .any(|part| std::str::from_utf8(part).is_ok_and(|part| uuid::Uuid::try_parse(part).is_ok()))
}

/// Ten digits or more of a telephone's shape: `555-123-4567`, `(555) 123 4567`, `+15551234567`; also
/// `555-1234`.
fn phones(text: &str) -> Vec<String> {
    let in_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | ' ' | '.');
    let mut found = Vec::new();
    for run in text.split(|c: char| !in_number(c)) {
        let run = run.trim_matches([' ', '.', '-', '(']);
        let groups: Vec<&str> = run
            .split(|c: char| !c.is_ascii_digit())
            .filter(|group| !group.is_empty())
            .collect();
        let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
        let together = run.chars().all(|c| c.is_ascii_digit() || c == '+');
        let shaped = match lengths.as_slice() {
            [one] => together && (10..=15).contains(one),
            [3, 4] => run.contains('-') && !run.contains(' '),
            [.., 3, 3, 4] => true,
            _ => false,
        };
        if shaped {
            found.push(run.to_owned());
        }
    }
    found
}

/// Given and family name side by side, in either order, whatever their case and accents.
fn names(text: &str, roster: &[StudentRow]) -> Vec<String> {
    let words = words(text);
    let side_by_side = |first: &[String], second: &[String]| {
        let pair: Vec<&String> = first.iter().chain(second).collect();
        !first.is_empty()
            && !second.is_empty()
            && words
                .windows(pair.len())
                .any(|window| window.iter().eq(pair.iter().copied()))
    };
    let named = roster.iter().filter(|student| {
        let given = self::words(&student.given_name);
        let family = self::words(&student.family_name);
        side_by_side(&given, &family) || side_by_side(&family, &given)
    });
    named
        .map(|student| format!("{} {}", student.given_name, student.family_name))
        .collect()
}

fn words(text: &str) -> Vec<String> {
    let folded: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    let parts = folded.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use api::{SupportLevel, UserId};

    use super::*;

    fn student(given: &str, family: &str) -> StudentRow {
        StudentRow {
            id: UserId(uuid::Uuid::nil()),
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            home_language: None,
            support: SupportLevel::None,
        }
    }

    fn reasons(text: &str) -> Vec<String> {
        let roster = [
            student("Ana", "Rivera"),
            student("José", "Núñez"),
            student("Mary Ann", "Lee"),
        ];
        let found = found_in(text, &roster);
        found.into_iter().map(|finding| finding.reason).collect()
    }

    #[test]
    fn what_names_or_reaches_a_student_is_found() {
        for (text, reason) in [
            ("Write to ana@school.example.", "email"),
            ("Write to <ana.r@school.example>!", "email"),
            ("Call 555-123-4567 now", "phone"),
            ("Call (555) 123-4567 now", "phone"),
            ("Call +15551234567.", "phone"),
            ("Call 1 555 123 4567.", "phone"),
            ("Call 555-1234.", "phone"),
            ("Ana Rivera walks 3 miles.", "student-name"),
            ("RIVERA, ANA walks.", "student-name"),
            ("jose nunez bakes", "student-name"),
            ("Mary Ann Lee runs", "student-name"),
            ("id 01990b1a-2c3d-7e4f-8a5b-6c7d8e9f0a1b here", "id"),
        ] {
            assert_eq!(reasons(text), [reason], "{text}");
        }
    }

    #[test]
    fn what_a_lesson_says_is_not() {
        for text in [
            "Ana walks 3 miles in 2 hours. The Rivera family too.",
            "In 1990-2000 the population grew from 1,234,567,890 to 2 345 678 901.",
            "Work out 345 - 1234 and 3.5 - 1.25.",
            "The ratio is 12:30, at 5 p.m. @ the market.",
            "A rate of $4.50 per pound; see pages 100 to 1234.",
        ] {
            assert_eq!(reasons(text), Vec::<String>::new(), "{text}");
        }
    }
}
