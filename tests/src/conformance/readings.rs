//! Teachers' texts: who sees them, that what is approved stays, and that nothing is forgotten of the
//! language model.

use std::collections::BTreeMap;

use api::{CoreOrigin, Decision, DraftOutcome, ReadingId, ReadingState, UserId};
use item_bank::bridge::{Reading, ReadingSentence};
use store::{
    AuditAction, AuditEntry, CoreReviewRow, CoreRow, DraftKept, DraftingCall, NeededWords,
    NewReadingRow, OrgKind, ReadingBody, ReadingChoices, Store, StoreError,
};

use super::sample::{
    ANA, BIRCH, LIAM, MAPLE, MEI, NGUYEN, NOW_MS, OKAFOR, class, district, enroll, new_staff, org,
    user, uuid,
};

const ID: u64 = 900;
const OTHER: u64 = 901;

fn reading(n: u64) -> ReadingId {
    ReadingId(uuid(n))
}

fn entry(action: AuditAction) -> AuditEntry {
    AuditEntry {
        at_ms: NOW_MS + 5,
        actor: Some(user(OKAFOR)),
        action,
        subject: None,
        detail: None,
    }
}

fn edit() -> AuditEntry {
    entry(AuditAction::EditReading)
}

fn core(language: &str, text: &str, origin: CoreOrigin) -> CoreRow {
    CoreRow {
        language: language.parse().unwrap(),
        core: vec![text.to_owned(), "Dos \u{0641} [[rate]].".to_owned()],
        works: Some("Así.".to_owned()),
        origin,
        by: user(OKAFOR),
        by_name: "Ms. Okafor".to_owned(),
        at_ms: NOW_MS,
        sha256: format!("{language}-{text}"),
    }
}

fn body(title: &str, cores: Vec<CoreRow>) -> ReadingBody {
    ReadingBody {
        title: title.to_owned(),
        text: "A rate compares.\n\nTwo quantities.".to_owned(),
        words: 5,
        choices: ReadingChoices {
            key_sentences: Some(vec![1]),
            removed_terms: vec!["quantity".parse().unwrap()],
            topics: vec!["skill/6.RP.A.2-unit-rate".parse().unwrap()],
        },
        cores,
    }
}

fn frozen() -> Reading {
    Reading {
        title: "Rates".to_owned(),
        paragraphs: vec![vec![ReadingSentence {
            text: "A rate compares.".to_owned(),
            key: true,
        }]],
        terms: vec!["rate".parse().unwrap()],
        skills: Vec::new(),
        passages: Vec::new(),
        cores: BTreeMap::new(),
    }
}

async fn create(store: &dyn Store, n: u64, author: u64, cores: Vec<CoreRow>) {
    let new = NewReadingRow {
        id: reading(n),
        author: user(author),
        copy_of: None,
        body: body("Rates", cores),
        created_at_ms: NOW_MS + n as i64,
    };
    store.create_reading(new, edit()).await.unwrap();
}

async fn approve(store: &dyn Store, n: u64, revision: u32) -> bool {
    let frozen = frozen();
    let approved = store.approve_reading(reading(n), revision, &frozen, edit());
    approved.await.unwrap()
}

async fn sees(store: &dyn Store, staff: UserId, n: u64) -> bool {
    let one = store.reading_for(staff, reading(n)).await.unwrap();
    let all = store.readings_for(staff).await.unwrap();
    let listed = all.iter().any(|head| head.id == reading(n));
    assert_eq!(one.is_some(), listed);
    listed
}

pub async fn a_reading_is_saved_as_it_was_written(store: &dyn Store) {
    district(store).await;
    let es = core("es", "Uno.", CoreOrigin::Written);
    create(store, ID, OKAFOR, vec![es.clone()]).await;
    let row = store.reading_for(user(OKAFOR), reading(ID)).await.unwrap();
    let row = row.unwrap();
    assert_eq!((row.state, row.revision), (ReadingState::Draft, 1));
    assert_eq!(
        (row.title.as_str(), row.author_name.as_str()),
        ("Rates", "Ms. Okafor")
    );
    let written = body("Rates", Vec::new());
    assert_eq!((&row.text, &row.choices), (&written.text, &written.choices));
    assert_eq!(row.frozen, None);
    assert_eq!(store.cores_of(reading(ID)).await.unwrap(), [es]);

    let machine = core("ar", "Tres.", CoreOrigin::Machine("m".to_owned()));
    let edited = core("vi", "Hai.", CoreOrigin::EditedMachine("m".to_owned()));
    let second = body("Unit rates", vec![machine.clone(), edited.clone()]);
    let at_ms = NOW_MS + 2_000;
    let save = |revision| store.save_reading(reading(ID), revision, second.clone(), at_ms, edit());
    assert!(save(1).await.unwrap());
    // of two who save revision 1 one is told
    assert!(!save(1).await.unwrap());
    let row = store.reading_for(user(OKAFOR), reading(ID)).await.unwrap();
    let row = row.unwrap();
    assert_eq!((row.revision, row.updated_at_ms), (2, at_ms));
    assert_eq!(row.title, "Unit rates");
    assert_eq!(
        store.cores_of(reading(ID)).await.unwrap(),
        [machine, edited]
    );
    let head = store.readings_for(user(OKAFOR)).await.unwrap().remove(0);
    assert_eq!((head.title.as_str(), head.words), ("Unit rates", 5));
}

pub async fn a_reading_is_seen_by_its_author_then_by_the_school(store: &dyn Store) {
    district(store).await;
    let other_school = store::NewOrg {
        id: org(3),
        parent: None,
        kind: OrgKind::School,
        name: "Elsewhere".to_owned(),
    };
    store.add_orgs(vec![other_school]).await.unwrap();
    let far = store::NewStaff {
        org: org(3),
        ..new_staff(12, "far", "Mx. Far")
    };
    store.add_staff(vec![far]).await.unwrap();
    create(
        store,
        ID,
        OKAFOR,
        vec![core("es", "Uno.", CoreOrigin::Written)],
    )
    .await;
    assert!(sees(store, user(OKAFOR), ID).await);
    assert!(!sees(store, user(NGUYEN), ID).await);
    assert!(approve(store, ID, 1).await);
    assert!(sees(store, user(NGUYEN), ID).await);
    assert!(!sees(store, user(12), ID).await);
    // a reader of a language that it has, wherever they teach
    let reads = |language: &str| store.set_reader(user(12), language.parse().unwrap(), true);
    reads("ar").await.unwrap();
    assert!(!sees(store, user(12), ID).await);
    reads("es").await.unwrap();
    assert!(sees(store, user(12), ID).await);
    assert!(store.retire_reading(reading(ID), 1, edit()).await.unwrap());
    assert!(sees(store, user(OKAFOR), ID).await);
    assert!(!sees(store, user(NGUYEN), ID).await);
    assert!(!sees(store, user(12), ID).await);
}

pub async fn an_approved_reading_never_changes(store: &dyn Store) {
    district(store).await;
    create(
        store,
        ID,
        OKAFOR,
        vec![core("es", "Uno.", CoreOrigin::Written)],
    )
    .await;
    assert!(!approve(store, ID, 2).await);
    assert!(approve(store, ID, 1).await);
    assert!(!approve(store, ID, 1).await);
    let other = body("Other", Vec::new());
    let saved = store.save_reading(reading(ID), 1, other, NOW_MS, edit());
    assert!(!saved.await.unwrap());
    let row = store.reading_for(user(OKAFOR), reading(ID)).await.unwrap();
    assert_eq!(row.unwrap().frozen, Some(frozen()));
    assert_eq!(store.cores_of(reading(ID)).await.unwrap().len(), 1);
    assert_eq!(
        store.approved_readings().await.unwrap(),
        [(reading(ID), frozen())]
    );
    assert!(store.retire_reading(reading(ID), 1, edit()).await.unwrap());
    assert!(!store.retire_reading(reading(ID), 1, edit()).await.unwrap());
    assert!(store.approved_readings().await.unwrap().is_empty());
}

pub async fn a_review_is_of_exactly_one_text(store: &dyn Store) {
    district(store).await;
    create(
        store,
        ID,
        OKAFOR,
        vec![core("es", "Uno.", CoreOrigin::Written)],
    )
    .await;
    let review = |language: &str, sha256: &str, decision| CoreReviewRow {
        language: language.parse().unwrap(),
        sha256: sha256.to_owned(),
        decision,
        reason: Some("porque sí".to_owned()),
        reviewer: user(NGUYEN),
        reviewer_name: "Mr. Nguyen".to_owned(),
        at_ms: NOW_MS,
    };
    let keep =
        |row: CoreReviewRow| store.review_core(reading(ID), row, entry(AuditAction::ReviewReading));
    assert!(
        !keep(review("es", "es-Dos.", Decision::Approve))
            .await
            .unwrap()
    );
    assert!(
        !keep(review("ar", "es-Uno.", Decision::Approve))
            .await
            .unwrap()
    );
    assert!(store.core_reviews_of(reading(ID)).await.unwrap().is_empty());
    let state = || async {
        let states = store.core_states_for(user(OKAFOR)).await.unwrap();
        assert_eq!(states.len(), 1);
        states[0].decision
    };
    assert_eq!(state().await, None);
    let (first, second) = (
        review("es", "es-Uno.", Decision::Return),
        review("es", "es-Uno.", Decision::Approve),
    );
    assert!(keep(first.clone()).await.unwrap());
    assert_eq!(state().await, Some(Decision::Return));
    assert!(keep(second.clone()).await.unwrap());
    assert_eq!(state().await, Some(Decision::Approve));
    let kept = store.core_reviews_of(reading(ID)).await.unwrap();
    assert_eq!(kept, [first, second]);
    // another text in its place is undecided
    let changed = body("Rates", vec![core("es", "Otro.", CoreOrigin::Written)]);
    let saved = store.save_reading(reading(ID), 1, changed, NOW_MS, edit());
    assert!(saved.await.unwrap());
    assert_eq!(state().await, None);
}

pub async fn a_reading_reaches_the_students_of_its_classes(store: &dyn Store) {
    district(store).await;
    create(store, ID, OKAFOR, Vec::new()).await;
    create(store, OTHER, OKAFOR, Vec::new()).await;
    assert!(approve(store, ID, 1).await && approve(store, OTHER, 1).await);
    let give = |n, c, at_ms| {
        let entry = entry(AuditAction::AssignReading);
        store.assign_reading(reading(n), class(c), user(OKAFOR), at_ms, entry)
    };
    assert!(give(ID, MAPLE, NOW_MS).await.unwrap());
    assert!(!give(ID, MAPLE, NOW_MS + 9).await.unwrap());
    assert!(give(OTHER, MAPLE, NOW_MS + 1).await.unwrap());
    let of = |n| async move {
        let rows = store.reading_assignments_of_student(user(n)).await.unwrap();
        rows.into_iter().map(|row| row.reading).collect::<Vec<_>>()
    };
    assert_eq!(of(ANA).await, [reading(OTHER), reading(ID)]);
    assert_eq!(of(LIAM).await, [reading(OTHER), reading(ID)]);
    assert!(of(MEI).await.is_empty());
    enroll(store, &[(MAPLE, MEI)]).await;
    assert_eq!(of(MEI).await.len(), 2);
    let rows = store
        .reading_assignments_of_teacher(user(OKAFOR))
        .await
        .unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (rows[0].teacher.as_str(), rows[0].title.as_str()),
        ("Ms. Okafor", "Rates")
    );
    assert_eq!(rows[0].assigned_at_ms, NOW_MS + 1);
    let nobody = store
        .reading_assignments_of_teacher(user(NGUYEN))
        .await
        .unwrap();
    assert!(nobody.is_empty());

    assert!(
        store
            .retire_reading(reading(OTHER), 1, edit())
            .await
            .unwrap()
    );
    assert_eq!(of(ANA).await, [reading(ID)]);
    let take = |c| {
        let entry = entry(AuditAction::AssignReading);
        store.unassign_reading(reading(ID), class(c), entry)
    };
    assert!(!take(BIRCH).await.unwrap());
    assert!(take(MAPLE).await.unwrap());
    assert!(of(ANA).await.is_empty());
    let missing = give(777, MAPLE, NOW_MS).await;
    assert!(
        matches!(missing, Err(StoreError::Missing(_))),
        "{missing:?}"
    );
}

pub async fn a_needed_card_is_counted_once_for_each_who_asks(store: &dyn Store) {
    district(store).await;
    create(store, ID, OKAFOR, Vec::new()).await;
    let ask = |n, words: &[&str], reading| {
        store.need_cards(NeededWords {
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            asked_by: user(n),
            reading,
            at_ms: NOW_MS,
        })
    };
    let of = Some(reading(ID));
    assert_eq!(
        ask(OKAFOR, &["chlorophyll", "stomata"], of).await.unwrap(),
        2
    );
    assert_eq!(ask(OKAFOR, &["chlorophyll"], of).await.unwrap(), 0);
    assert_eq!(ask(OKAFOR, &["chlorophyll"], None).await.unwrap(), 1);
    assert_eq!(ask(OKAFOR, &["chlorophyll"], None).await.unwrap(), 0);
    assert_eq!(ask(NGUYEN, &["chlorophyll"], None).await.unwrap(), 1);
    let rows = store.needed_cards().await.unwrap();
    assert_eq!(rows.len(), 4);
    assert_eq!(
        (rows[0].word.as_str(), rows[0].title.as_deref()),
        ("chlorophyll", Some("Rates"))
    );
    assert_eq!(
        (rows[3].asked_by.as_str(), rows[3].reading),
        ("Mr. Nguyen", None)
    );
    let drop = |word| store.drop_needed_card(word, entry(AuditAction::EditContent));
    assert!(drop("chlorophyll").await.unwrap());
    assert!(!drop("chlorophyll").await.unwrap());
    assert_eq!(store.needed_cards().await.unwrap().len(), 1);
}

pub async fn a_draft_and_its_call_are_kept_together_or_not_at_all(store: &dyn Store) {
    district(store).await;
    create(store, ID, OKAFOR, Vec::new()).await;
    let call = |outcome, cached| DraftingCall {
        at_ms: NOW_MS + 1,
        asked_by: user(OKAFOR),
        reading: reading(ID),
        language: "es".parse().unwrap(),
        model: "m".to_owned(),
        prompt_sha256: "ab".repeat(32),
        outcome,
        reasons: "term-missing number-changed".to_owned(),
        elapsed_ms: 12,
        cached,
    };
    let draft = core("es", "Uno.", CoreOrigin::Machine("m".to_owned()));
    let kept = |revision| DraftKept {
        revision,
        body: body("Rates", vec![draft.clone()]),
    };
    let note = |call, keeps| store.note_drafting_call(call, keeps, entry(AuditAction::Draft));
    let stored = call(DraftOutcome::Stored, false);
    assert!(!note(stored.clone(), Some(kept(9))).await.unwrap());
    assert!(
        store
            .drafting_calls_of(reading(ID))
            .await
            .unwrap()
            .is_empty()
    );
    assert!(note(stored.clone(), Some(kept(1))).await.unwrap());
    assert_eq!(
        store.cores_of(reading(ID)).await.unwrap(),
        std::slice::from_ref(&draft)
    );
    let rejected = call(DraftOutcome::Rejected, true);
    assert!(note(rejected.clone(), None).await.unwrap());
    let calls = store.drafting_calls_of(reading(ID)).await.unwrap();
    assert_eq!(calls, [stored.clone(), rejected]);
    // an approved reading takes no draft any more
    assert!(approve(store, ID, 2).await);
    assert!(!note(stored, Some(kept(2))).await.unwrap());
    assert_eq!(store.drafting_calls_of(reading(ID)).await.unwrap().len(), 2);
}
