//! Versions of the model.

use std::collections::BTreeMap;

use engine::{Ability, AbilityPrior};
use store::{
    AbilityRow, AdoptedFile, AuditAction, AuditEntry, ModelId, NewModel, Past, Projection, Reading,
    Replay, Store,
};

use super::sample::{ANA, LIAM, NOW_MS, district, params, response, skill, user};

const S: &str = "6.RP.A.2-unit-rate";

fn version(note: &str, at_position: i64) -> NewModel {
    NewModel {
        adopted_at_ms: NOW_MS,
        adopted_by: "M. Rivera".to_owned(),
        note: note.to_owned(),
        file: Some(AdoptedFile {
            text: "{\"format\": \"trellis-model/1\"}".to_owned(),
            sha256: "ab".repeat(32),
        }),
        at_position,
        reading: None,
        past: None,
        rebuilt: false,
        previous: None,
        returns_to: None,
    }
}

fn audit() -> AuditEntry {
    AuditEntry {
        at_ms: NOW_MS,
        actor: None,
        action: AuditAction::AdoptModel,
        subject: None,
        detail: Some("model".to_owned()),
    }
}

fn reading() -> Reading {
    let mut other = params();
    // no short decimal fraction: it must come back to the bit
    (other.learn, other.guess) = (1.0 / 3.0, 0.1 + 0.2);
    Reading {
        prior: AbilityPrior {
            variance: 1.0 / 7.0,
            drift: f64::MIN_POSITIVE,
        },
        skills: BTreeMap::from([(skill(S), other)]),
        items: BTreeMap::from([(response(1, S, 1).record.template.id, -1.0 / 3.0)]),
    }
}

pub async fn the_last_version_is_in_force(store: &dyn Store) {
    district(store).await;
    assert!(store.model_in_force().await.unwrap().is_none());
    assert_eq!(store.last_position().await.unwrap(), 0);
    store
        .append(user(ANA), vec![response(1, S, 1), response(2, S, 2)])
        .await
        .unwrap();
    let here = store.last_position().await.unwrap();
    let first = store
        .adopt(version("the first", here), None, audit())
        .await
        .unwrap();
    let back = NewModel {
        file: None,
        previous: Some(first),
        returns_to: None,
        reading: Some(reading()),
        rebuilt: true,
        ..version("back to the content's own", here)
    };
    let second = store.adopt(back.clone(), None, audit()).await.unwrap();
    assert!(first < second);
    let all = store.models().await.unwrap();
    let versions: Vec<_> = all.iter().map(|row| row.version.clone()).collect();
    assert_eq!(versions, [version("the first", here), back]);
    assert_eq!(
        store.model_in_force().await.unwrap().map(|row| row.id),
        Some(second)
    );
}

pub async fn adoption_is_all_or_nothing(store: &dyn Store) {
    district(store).await;
    store
        .append(user(ANA), vec![response(1, S, 1)])
        .await
        .unwrap();
    let before = store.all_abilities().await.unwrap();
    let of_nobody = Projection {
        estimates: Vec::new(),
        abilities: vec![AbilityRow {
            student: user(77),
            ability: Ability {
                mean: 0.0,
                variance: 1.0,
            },
        }],
    };
    store
        .adopt(version("never", 1), Some(of_nobody), audit())
        .await
        .unwrap_err();
    let unknown = NewModel {
        previous: Some(ModelId(99)),
        ..version("never", 1)
    };
    store.adopt(unknown, None, audit()).await.unwrap_err();
    assert!(store.models().await.unwrap().is_empty());
    assert_eq!(store.all_abilities().await.unwrap(), before);
}

/// What is read anew and what is not, told by position; a later answer goes on from there.
pub async fn the_past_is_read_anew_up_to_the_adoption(store: &dyn Store) {
    district(store).await;
    for (n, student) in [(1, ANA), (2, LIAM), (3, ANA)] {
        store
            .append(user(student), vec![response(n, S, n as u32)])
            .await
            .unwrap();
    }
    let before = store.estimates_of_student(user(ANA)).await.unwrap();
    let replayed = |past: Past| async move {
        let mut replay = Replay::default();
        for one in store.opportunities_after(0, 100).await.unwrap() {
            replay.fold(&one, &past.read(&one));
        }
        replay.into_projection()
    };
    let here = store.last_position().await.unwrap();
    let anew = NewModel {
        reading: Some(reading()),
        rebuilt: true,
        ..version("anew", here)
    };
    let row = store::ModelRow {
        id: ModelId(1),
        version: anew.clone(),
    };
    let projection = replayed(Past::of(&[row])).await;
    store.adopt(anew, Some(projection), audit()).await.unwrap();
    let after = store.estimates_of_student(user(ANA)).await.unwrap();
    assert_ne!(before, after);

    // scored with parameters of its own, as ever
    store
        .append(user(ANA), vec![response(4, S, 4)])
        .await
        .unwrap();
    let past = Past::of(&store.models().await.unwrap());
    let mut rebuilt = replayed(past).await;
    rebuilt
        .estimates
        .sort_by(|a, b| (a.student, &a.skill).cmp(&(b.student, &b.skill)));
    rebuilt.abilities.sort_by_key(|row| row.student);
    assert_eq!(rebuilt.estimates, store.all_estimates().await.unwrap());
    assert_eq!(rebuilt.abilities, store.all_abilities().await.unwrap());
}
