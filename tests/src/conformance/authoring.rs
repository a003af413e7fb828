//! Drafts, their history, and the versions that were ever live.

use engine::Difficulty;
use item_bank::{Kind, Skill, Template, TemplateId, TemplateRef};
use store::{
    AuditAction, AuditEntry, AuthoredRow, By, ContentChanges, DraftState, EventKind, NewVersion,
    Origin, Store, StoreError, TemplateChange,
};

use super::sample::{ANA, NGUYEN, NOW_MS, OKAFOR, district, params, skill, user};

const S: &str = "6.RP.A.2-unit-rate";

fn id(text: &str) -> TemplateId {
    text.parse().unwrap()
}

fn template(name: &str, version: u32, stem: &str) -> Template {
    let json = serde_json::json!({
        "id": name, "version": version, "skill": S, "kind": Kind::Integer,
        "difficulty": Difficulty::Easy, "stem": stem, "answer": "1", "vars": [],
        "hints": ["é \u{2212} \u{1f34e}"], "solution": ["1"], "source": "Ours", "license": "CC0-1.0",
    });
    serde_json::from_value(json).unwrap()
}

fn version(template: &Template, origin: Origin) -> NewVersion {
    NewVersion {
        reference: template.reference(),
        sha256: "ab".repeat(32),
        json: serde_json::to_string(template).unwrap(),
        origin,
        first_live_at_ms: NOW_MS,
    }
}

fn row(name: &str, state: Option<DraftState>, revision: u32) -> AuthoredRow {
    AuthoredRow {
        id: id(name),
        state,
        revision,
        first_revision: 1,
        live_version: None,
        retired: false,
        updated_at_ms: NOW_MS + i64::from(revision),
    }
}

/// A save by Okafor on top of what is there.
fn save(name: &str, before: Option<AuthoredRow>, stem: &str) -> TemplateChange {
    let revision = before.as_ref().map_or(0, |row| row.revision) + 1;
    TemplateChange {
        before,
        after: row(name, Some(DraftState::Draft), revision),
        saved: Some(template(name, 1, stem)),
        live: None,
        by: By::Person(user(OKAFOR)),
        kind: EventKind::Edited,
        note: None,
        version: None,
    }
}

fn all(templates: Vec<TemplateChange>) -> ContentChanges {
    ContentChanges {
        skills: Vec::new(),
        templates,
        audit: vec![AuditEntry {
            at_ms: NOW_MS,
            actor: Some(user(OKAFOR)),
            action: AuditAction::EditContent,
            subject: None,
            detail: None,
        }],
    }
}

pub async fn a_version_is_kept_for_ever(store: &dyn Store) {
    district(store).await;
    assert!(store.template_versions().await.unwrap().is_empty());
    let (first, second) = (template("a", 1, "One"), template("a", 2, "Two"));
    let both = vec![
        version(&second, Origin::District),
        version(&first, Origin::Trellis),
    ];
    store.keep_versions(both, false).await.unwrap();
    let kept = store.template_versions().await.unwrap();
    let names: Vec<_> = kept
        .iter()
        .map(|it| (it.reference.to_string(), it.origin))
        .collect();
    let expected = [("a@1", Origin::Trellis), ("a@2", Origin::District)];
    assert_eq!(
        names,
        expected.map(|(name, origin)| (name.to_owned(), origin))
    );
    for wanted in [&first, &second] {
        let found = store.template_version(&wanted.reference()).await.unwrap();
        assert_eq!(found.as_ref(), Some(wanted));
    }
    let none = TemplateRef {
        version: 3,
        ..first.reference()
    };
    assert_eq!(store.template_version(&none).await.unwrap(), None);

    // all or nothing, and only on purpose
    let other = template("a", 1, "Another");
    let new = template("b", 1, "New");
    let again = vec![
        version(&new, Origin::Trellis),
        version(&other, Origin::Trellis),
    ];
    let refused = store.keep_versions(again.clone(), false).await.unwrap_err();
    assert!(matches!(refused, StoreError::Conflict(_)), "{refused}");
    assert_eq!(store.template_versions().await.unwrap(), kept);
    store.keep_versions(again, true).await.unwrap();
    let now = store.template_version(&first.reference()).await.unwrap();
    assert_eq!(now, Some(other));
}

pub async fn a_draft_keeps_every_save(store: &dyn Store) {
    district(store).await;
    assert_eq!(store.authored_template(&id("a")).await.unwrap(), None);
    let first = save("a", None, "One");
    let second = TemplateChange {
        by: By::Person(user(NGUYEN)),
        note: Some("clearer".to_owned()),
        ..save("a", Some(first.after.clone()), "Two")
    };
    for change in [first, second.clone()] {
        assert!(store.change_content(all(vec![change])).await.unwrap());
    }
    assert_eq!(
        store.authored_template(&id("a")).await.unwrap(),
        Some(second.after.clone())
    );
    let saves = store.revisions_of(&id("a")).await.unwrap();
    let read: Vec<_> = saves
        .iter()
        .map(|it| {
            (
                it.revision,
                it.saved_by,
                it.author.as_deref(),
                it.template.stem.as_str(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            (1, Some(user(OKAFOR)), Some("Ms. Okafor"), "One"),
            (2, Some(user(NGUYEN)), Some("Mr. Nguyen"), "Two"),
        ]
    );
    let events = store.events_of(&id("a")).await.unwrap();
    let read: Vec<_> = events
        .iter()
        .map(|it| (it.by.as_str(), it.note.as_deref()))
        .collect();
    assert_eq!(
        read,
        [("Ms. Okafor", None), ("Mr. Nguyen", Some("clearer"))]
    );
    let newest = store.newest_revisions().await.unwrap();
    assert_eq!(newest, saves[1..]);
}

pub async fn of_two_who_change_a_template_one_is_told(store: &dyn Store) {
    district(store).await;
    let first = save("a", None, "One");
    let stands = first.after.clone();
    assert!(
        store
            .change_content(all(vec![first.clone()]))
            .await
            .unwrap()
    );
    // decided on when there was nothing
    assert!(!store.change_content(all(vec![first])).await.unwrap());
    let late = save(
        "a",
        Some(AuthoredRow {
            revision: 0,
            ..stands.clone()
        }),
        "Late",
    );
    let fine = save("b", None, "Fine");
    assert!(!store.change_content(all(vec![fine, late])).await.unwrap());
    assert_eq!(store.authored_templates().await.unwrap(), [stands]);
    assert_eq!(store.revisions_of(&id("b")).await.unwrap(), []);
}

pub async fn a_change_of_content_is_all_or_nothing(store: &dyn Store) {
    district(store).await;
    let fine = save("a", None, "Fine");
    let by_a_student = TemplateChange {
        by: By::Person(user(ANA)),
        ..save("b", None, "Never")
    };
    store
        .change_content(all(vec![fine, by_a_student]))
        .await
        .unwrap_err();
    let not_kept = TemplateChange {
        after: AuthoredRow {
            live_version: Some(7),
            ..row("c", None, 1)
        },
        ..save("c", None, "Never")
    };
    store.change_content(all(vec![not_kept])).await.unwrap_err();
    assert_eq!(store.authored_templates().await.unwrap(), []);
}

pub async fn what_is_published_is_kept_as_a_version(store: &dyn Store) {
    district(store).await;
    let saved = save("a", None, "One");
    assert!(
        store
            .change_content(all(vec![saved.clone()]))
            .await
            .unwrap()
    );
    let live = template("a", 1, "One");
    let published = TemplateChange {
        before: Some(saved.after.clone()),
        after: AuthoredRow {
            live_version: Some(1),
            ..row("a", None, 1)
        },
        saved: None,
        live: Some(version(&live, Origin::District)),
        kind: EventKind::Published,
        version: Some(1),
        ..saved
    };
    assert!(
        store
            .change_content(all(vec![published.clone()]))
            .await
            .unwrap()
    );
    assert_eq!(
        store.template_version(&live.reference()).await.unwrap(),
        Some(live)
    );
    let stands = store.authored_template(&id("a")).await.unwrap().unwrap();
    assert_eq!((stands.state, stands.live_version), (None, Some(1)));
    let retired = TemplateChange {
        before: Some(stands),
        after: AuthoredRow {
            retired: true,
            ..row("a", None, 1)
        },
        live: None,
        kind: EventKind::Retired,
        ..published
    };
    assert!(store.change_content(all(vec![retired])).await.unwrap());
    let events = store.events_of(&id("a")).await.unwrap();
    let kinds: Vec<_> = events.iter().map(|it| (it.kind, it.version)).collect();
    let expected = [
        (EventKind::Edited, None),
        (EventKind::Published, Some(1)),
        (EventKind::Retired, Some(1)),
    ];
    assert_eq!(kinds, expected);
}

pub async fn an_import_brings_skills_and_drafts_together(store: &dyn Store) {
    district(store).await;
    let mut new = Skill {
        code: skill("OT-slope"),
        title: "Slope".to_owned(),
        short: "Slope".to_owned(),
        you_can: "find a slope".to_owned(),
        grade: 8,
        domain: "imported".to_owned(),
        standards: vec![],
        prerequisites: vec![],
        params: params(),
    };
    let draft = TemplateChange {
        after: row("a", Some(DraftState::InReview), 1),
        by: By::Program("trellis import".to_owned()),
        kind: EventKind::Imported,
        ..save("a", None, "One")
    };
    let changes = ContentChanges {
        skills: vec![new.clone()],
        ..all(vec![draft])
    };
    assert!(store.change_content(changes).await.unwrap());
    assert_eq!(store.district_skills().await.unwrap(), [new.clone()]);
    let events = store.events_of(&id("a")).await.unwrap();
    assert_eq!(events[0].by, "trellis import");
    let saves = store.revisions_of(&id("a")).await.unwrap();
    assert_eq!(
        (saves[0].saved_by, saves[0].author.as_deref()),
        (None, None)
    );
    new.title = "Slope of a line".to_owned();
    let changes = ContentChanges {
        skills: vec![new.clone()],
        ..all(vec![])
    };
    assert!(store.change_content(changes).await.unwrap());
    assert_eq!(store.district_skills().await.unwrap(), [new]);
}
