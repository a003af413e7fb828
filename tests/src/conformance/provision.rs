//! Setting up, readiness and the audit trail.

use store::{AuditAction, AuditEntry, EnrollmentRow, NewOrg, OrgKind, Store, StoreError};

use super::sample::{
    ANA, DISTRICT, MAPLE, NOW_MS, SCHOOL, class, district, new_class, new_staff, new_student, org,
    user,
};

pub async fn an_empty_store_says_so(store: &dyn Store) {
    assert!(store.is_empty().await.unwrap());
    district(store).await;
    assert!(!store.is_empty().await.unwrap());
}

pub async fn what_is_there_is_refused_whole(store: &dyn Store) {
    district(store).await;
    let students = vec![
        new_student(80, "New", "Comer"),
        new_student(ANA, "Ana", "Rivera"),
    ];
    let refused = store.add_students(students).await.unwrap_err();
    assert_eq!(refused, StoreError::Conflict("this person"));
    assert!(store.student(user(80)).await.unwrap().is_none());

    let classes = vec![
        new_class(81, "New", "OAK-11"),
        new_class(82, "Copy", "MAPLE-27"),
    ];
    let refused = store.add_classes(classes).await.unwrap_err();
    assert_eq!(refused, StoreError::Conflict("a class with this code"));
    assert!(store.class_by_code("OAK-11").await.unwrap().is_none());

    let twice = vec![EnrollmentRow {
        class: class(MAPLE),
        user: user(ANA),
    }];
    let refused = store.enroll(twice).await.unwrap_err();
    assert_eq!(refused, StoreError::Conflict("this enrollment"));
}

pub async fn what_is_referred_to_must_be_there(store: &dyn Store) {
    let is_missing = |result: Result<(), StoreError>| matches!(result, Err(StoreError::Missing(_)));
    let orphan = NewOrg {
        id: org(90),
        parent: Some(org(91)),
        kind: OrgKind::School,
        name: "X".to_owned(),
    };
    assert!(is_missing(store.add_orgs(vec![orphan]).await));
    assert!(is_missing(
        store.add_staff(vec![new_staff(92, "x", "X")]).await
    ));
    assert!(is_missing(
        store.add_students(vec![new_student(93, "X", "Y")]).await
    ));
    assert!(is_missing(
        store.add_classes(vec![new_class(94, "X", "ELM-11")]).await
    ));
    let stray = EnrollmentRow {
        class: class(94),
        user: user(93),
    };
    assert!(is_missing(store.enroll(vec![stray]).await));
    assert!(store.is_empty().await.unwrap());
}

pub async fn an_org_is_found_by_its_name(store: &dyn Store) {
    district(store).await;
    let namesake = NewOrg {
        id: org(95),
        parent: Some(org(DISTRICT)),
        kind: OrgKind::School,
        name: "Marigold Middle School".to_owned(),
    };
    store.add_orgs(vec![namesake]).await.unwrap();
    let found = store.org_by_name("Marigold Middle School").await.unwrap();
    assert_eq!(found, Some(org(SCHOOL)));
    assert_eq!(store.org_by_name("marigold").await.unwrap(), None);
}

pub async fn the_writer_answers(store: &dyn Store) {
    store.ping().await.unwrap();
}

pub async fn audit_entries_are_taken(store: &dyn Store) {
    district(store).await;
    for actor in [Some(user(ANA)), None] {
        let entry = AuditEntry {
            at_ms: NOW_MS,
            actor,
            action: AuditAction::SignInFailed,
            subject: Some(class(MAPLE).to_string()),
            detail: None,
        };
        store.audit(entry).await.unwrap();
    }
}
