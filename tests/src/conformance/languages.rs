//! Readers of a language, and what they decide.

use api::Decision;
use store::{AuditAction, AuditEntry, NewUnitReview, Store};

use super::sample::{ANA, NGUYEN, NOW_MS, OKAFOR, district, user};

fn audit() -> AuditEntry {
    AuditEntry {
        at_ms: NOW_MS,
        actor: Some(user(OKAFOR)),
        action: AuditAction::ReviewLanguage,
        subject: None,
        detail: None,
    }
}

pub async fn readers_are_named_and_taken_back(store: &dyn Store) {
    district(store).await;
    let set = |staff, tag: &str, reads| store.set_reader(user(staff), tag.parse().unwrap(), reads);
    assert!(set(OKAFOR, "vi", true).await.unwrap());
    assert!(set(OKAFOR, "es", true).await.unwrap());
    assert!(!set(OKAFOR, "es", true).await.unwrap());
    let of = |staff| store.languages_read_by(user(staff));
    let tags: Vec<String> = of(OKAFOR)
        .await
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(tags, ["es", "vi"]);
    assert!(of(NGUYEN).await.unwrap().is_empty());
    assert!(set(OKAFOR, "vi", false).await.unwrap());
    assert!(!set(OKAFOR, "vi", false).await.unwrap());
    assert_eq!(of(OKAFOR).await.unwrap().len(), 1);
    // students and nobody read nothing
    assert!(set(ANA, "es", true).await.is_err());
    assert!(set(77, "es", true).await.is_err());
}

fn review(unit: &str, sha256: &str, decision: Decision, by: u64, at: i64) -> NewUnitReview {
    NewUnitReview {
        language: "es".parse().unwrap(),
        unit: unit.parse().unwrap(),
        sha256: sha256.to_owned(),
        decision,
        reason: (decision == Decision::Return).then(|| "No.".to_owned()),
        reviewer: user(by),
        at_ms: NOW_MS + at,
    }
}

pub async fn the_newest_review_of_each_text_counts(store: &dyn Store) {
    use Decision::{Approve, Return};
    district(store).await;
    let keep = |reviews| store.review_units(reviews, audit());
    let (ratio, labels) = ("term/ratio", "labels");
    keep(vec![
        review(ratio, "aa", Return, OKAFOR, 1),
        review(labels, "cc", Approve, OKAFOR, 1),
    ])
    .await
    .unwrap();
    keep(vec![review(ratio, "bb", Approve, NGUYEN, 2)])
        .await
        .unwrap();
    keep(vec![review(ratio, "aa", Approve, OKAFOR, 3)])
        .await
        .unwrap();
    let mut other = review(ratio, "aa", Return, NGUYEN, 4);
    other.language = "vi".parse().unwrap();
    keep(vec![other]).await.unwrap();
    let rows = store.unit_reviews().await.unwrap();
    let found: Vec<_> = rows
        .iter()
        .map(|row| {
            let text = format!("{} {} {}", row.language, row.unit, row.sha256);
            (
                text,
                row.decision,
                row.reviewer.as_str(),
                row.at_ms - NOW_MS,
            )
        })
        .collect();
    let line = |text: &str, decision, by, at| (text.to_owned(), decision, by, at);
    assert_eq!(
        found,
        [
            line("es labels cc", Approve, "Ms. Okafor", 1),
            line("es term/ratio bb", Approve, "Mr. Nguyen", 2),
            line("es term/ratio aa", Approve, "Ms. Okafor", 3),
            line("vi term/ratio aa", Return, "Mr. Nguyen", 4),
        ]
    );
    assert_eq!(rows[3].reason.as_deref(), Some("No."));
    assert_eq!(rows[0].reason, None);
}

pub async fn reviews_are_kept_all_or_none(store: &dyn Store) {
    district(store).await;
    let mut silent = review("labels", "cc", Decision::Return, OKAFOR, 1);
    silent.reason = None;
    let by_a_student = review("labels", "cc", Decision::Approve, ANA, 1);
    for wrong in [silent, by_a_student] {
        let good = review("term/ratio", "aa", Decision::Approve, OKAFOR, 1);
        let entry = audit();
        assert!(store.review_units(vec![good, wrong], entry).await.is_err());
    }
    assert!(store.unit_reviews().await.unwrap().is_empty());
}
