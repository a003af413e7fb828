//! A text in a home language: what it is known by, and who may decide on it.

use api::{CoreOrigin, CoreView, Decision, UserId};
use item_bank::LanguageTag;
use item_bank::bridge::{BadMark, parse_marked};
use sha2::{Digest, Sha256};
use store::{CoreReviewRow, CoreRow};

/// Of the reading's English text and of this text, in hex: a reader of the language approves exactly
/// these together.
pub fn sha256_of(
    text: &str,
    language: &LanguageTag,
    core: &[String],
    works: Option<&str>,
) -> String {
    let mut hash = Sha256::new();
    let parts = [text, language.as_str()]
        .into_iter()
        .chain(core.iter().map(String::as_str))
        // no sentence is empty
        .chain(std::iter::once(""))
        .chain(works);
    for part in parts {
        // lengths part them: no two lists of parts have the same bytes
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex::encode(hash.finalize())
}

/// With its marks read.
pub fn view(core: &[String], works: Option<&str>) -> Result<CoreView, BadMark> {
    let sentences = core.iter().map(|sentence| parse_marked(sentence));
    Ok(CoreView {
        core: sentences.collect::<Result<_, _>>()?,
        works: works.map(parse_marked).transpose()?,
    })
}

/// The newest decision on exactly this text.
pub fn decision<'a>(core: &CoreRow, reviews: &'a [CoreReviewRow]) -> Option<&'a CoreReviewRow> {
    let about = |it: &&CoreReviewRow| it.language == core.language && it.sha256 == core.sha256;
    reviews.iter().rev().find(about)
}

/// The approval that lets students see it.
pub fn approval<'a>(core: &CoreRow, reviews: &'a [CoreReviewRow]) -> Option<&'a CoreReviewRow> {
    decision(core, reviews).filter(|it| it.decision == Decision::Approve)
}

/// Readers of the language decide. One who changed a machine's draft leaves it to another: nobody has
/// read it with fresh eyes yet.
pub fn may_decide(who: UserId, reads: &[LanguageTag], core: &CoreRow) -> bool {
    let changed_it = matches!(core.origin, CoreOrigin::EditedMachine(_)) && core.by == who;
    reads.contains(&core.language) && !changed_it
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(origin: CoreOrigin, by: UserId) -> CoreRow {
        CoreRow {
            language: "es".parse().unwrap(),
            core: vec!["Uno.".to_owned()],
            works: None,
            origin,
            by,
            by_name: String::new(),
            at_ms: 0,
            sha256: "a".to_owned(),
        }
    }

    #[test]
    fn any_change_of_either_side_has_another_hash() {
        let (es, ar) = ("es".parse().unwrap(), "ar".parse().unwrap());
        let core = |parts: &[&str]| parts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let all = [
            sha256_of("Text.", &es, &core(&["Uno.", "Dos."]), None),
            sha256_of("Text!", &es, &core(&["Uno.", "Dos."]), None),
            sha256_of("Text.", &ar, &core(&["Uno.", "Dos."]), None),
            sha256_of("Text.", &es, &core(&["Uno.Dos."]), None),
            sha256_of("Text.", &es, &core(&["Uno."]), Some("Dos.")),
            sha256_of("Text.", &es, &core(&["Uno."]), None),
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(!all[..at].contains(one), "{at}");
        }
        assert_eq!(
            all[0],
            sha256_of("Text.", &es, &core(&["Uno.", "Dos."]), None)
        );
    }

    #[test]
    fn readers_of_the_language_decide_but_not_on_a_machines_draft_that_they_changed() {
        let (me, other) = (
            UserId(uuid::Uuid::from_u128(1)),
            UserId(uuid::Uuid::from_u128(2)),
        );
        let es: Vec<LanguageTag> = vec!["es".parse().unwrap()];
        let model = || "m".to_owned();
        assert!(may_decide(me, &es, &row(CoreOrigin::Written, me)));
        assert!(!may_decide(me, &[], &row(CoreOrigin::Written, me)));
        assert!(!may_decide(
            me,
            &["ar".parse().unwrap()],
            &row(CoreOrigin::Written, other)
        ));
        assert!(may_decide(me, &es, &row(CoreOrigin::Machine(model()), me)));
        assert!(may_decide(
            me,
            &es,
            &row(CoreOrigin::EditedMachine(model()), other)
        ));
        assert!(!may_decide(
            me,
            &es,
            &row(CoreOrigin::EditedMachine(model()), me)
        ));
    }

    #[test]
    fn the_newest_decision_on_exactly_this_text_counts() {
        let core = row(CoreOrigin::Written, UserId(uuid::Uuid::from_u128(1)));
        let review = |sha256: &str, decision| CoreReviewRow {
            language: "es".parse().unwrap(),
            sha256: sha256.to_owned(),
            decision,
            reason: None,
            reviewer: UserId(uuid::Uuid::from_u128(2)),
            reviewer_name: "R".to_owned(),
            at_ms: 0,
        };
        let approve = || review("a", Decision::Approve);
        assert!(approval(&core, &[]).is_none());
        assert!(approval(&core, &[review("b", Decision::Approve)]).is_none());
        assert!(approval(&core, &[approve(), review("b", Decision::Return)]).is_some());
        assert!(approval(&core, &[approve(), review("a", Decision::Return)]).is_none());
        assert!(approval(&core, &[review("a", Decision::Return), approve()]).is_some());
    }
}
