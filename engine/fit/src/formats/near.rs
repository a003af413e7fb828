//! Which column was probably meant.

/// Names that other tools give to our columns, without case and punctuation.
const ALSO_CALLED: [(&str, &[&str]); 7] = [
    (
        "student",
        &[
            "user",
            "learner",
            "pupil",
            "uid",
            "anonstudentid",
            "studentname",
            "account",
        ],
    ),
    (
        "skill",
        &[
            "kc",
            "concept",
            "knowledgecomponent",
            "topic",
            "tag",
            "kcdefault",
        ],
    ),
    (
        "correct",
        &[
            "answer",
            "score",
            "outcome",
            "right",
            "response",
            "result",
            "iscorrect",
            "correctfirstattempt",
        ],
    ),
    (
        "anonstudentid",
        &["student", "user", "learner", "studentid", "userid"],
    ),
    ("problemname", &["problem", "item", "question"]),
    ("stepname", &["step"]),
    (
        "correctfirstattempt",
        &["correct", "firstattempt", "outcome"],
    ),
];

/// The found name nearest to the wanted one: a known other name, one that contains the other, or
/// one at most a third of its letters away.
pub(super) fn nearest<'a>(wanted: &str, found: &[&'a str]) -> Option<&'a str> {
    let target = plain(wanted);
    let others = ALSO_CALLED
        .iter()
        .find(|(name, _)| *name == target)
        .map_or(&[][..], |(_, others)| others);
    found
        .iter()
        .filter_map(|name| {
            let candidate = plain(name);
            let distance = edits(&target, &candidate);
            let near = distance * 3 <= target.chars().count();
            if near {
                Some((distance, *name))
            } else if others.contains(&candidate.as_str())
                || others.contains(&without_id(&candidate))
            {
                Some((100, *name))
            } else if candidate.chars().count() >= 3
                && (candidate.contains(&target) || target.contains(&candidate))
            {
                Some((200, *name))
            } else {
                None
            }
        })
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, name)| name)
}

fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn without_id(name: &str) -> &str {
    name.strip_suffix("id")
        .or_else(|| name.strip_suffix("name"))
        .unwrap_or(name)
}

/// Levenshtein distance (1966), one row at a time.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_names() {
        let check = |wanted, found: &[&'static str], expected| {
            assert_eq!(nearest(wanted, found), expected, "{wanted} in {found:?}");
        };
        check("student", &["studnt", "user_id"], Some("studnt"));
        check("student", &["x", "user_id"], Some("user_id"));
        check("student", &["student_id"], Some("student_id"));
        check("correct", &["is_correct", "skill"], Some("is_correct"));
        check("skill", &["skill_name"], Some("skill_name"));
        check("skill", &["a", "b", "c"], None);
        check("Anon Student Id", &["student"], Some("student"));
    }

    #[test]
    fn distances() {
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits("", "abc"), 3);
    }
}
