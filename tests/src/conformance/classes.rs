//! Classes, rosters and assignments.

use api::{ClassId, PracticeSettings};
use store::{AuditAction, AuditEntry, NewPin, PinRow, Store, StoreError};

use super::sample::{
    self, ANA, BIRCH, LIAM, MAPLE, MEI, NGUYEN, NOW_MS, OKAFOR, class, district, enroll,
    new_assignment, new_class, new_student, pathway, skill, user,
};

pub async fn a_teacher_has_only_their_own_classes(store: &dyn Store) {
    district(store).await;
    let own = store.classes_of_teacher(user(OKAFOR)).await.unwrap();
    assert_eq!(own.iter().map(|c| c.id).collect::<Vec<_>>(), [class(MAPLE)]);
    assert_eq!(own[0].title, "Grade 6 Math, Period 2");
    assert_eq!(
        (own[0].school.as_str(), own[0].code.as_str()),
        ("Marigold Middle School", "MAPLE-27")
    );
    let of = |teacher, c| store.class_of_teacher(user(teacher), class(c));
    assert!(of(OKAFOR, MAPLE).await.unwrap().is_some());
    assert!(of(OKAFOR, BIRCH).await.unwrap().is_none());
    assert!(of(NGUYEN, MAPLE).await.unwrap().is_none());
    assert!(of(OKAFOR, 77).await.unwrap().is_none());

    store
        .add_classes(vec![new_class(32, "Advisory", "CEDAR-11")])
        .await
        .unwrap();
    enroll(store, &[(32, OKAFOR)]).await;
    let both = store.classes_of_teacher(user(OKAFOR)).await.unwrap();
    assert_eq!(
        both.iter().map(|c| c.title.as_str()).collect::<Vec<_>>(),
        ["Advisory", "Grade 6 Math, Period 2"]
    );
}

pub async fn a_student_has_classes_but_teaches_none(store: &dyn Store) {
    district(store).await;
    assert_eq!(ids(store, ANA).await, [class(MAPLE)]);
    assert!(
        store
            .classes_of_teacher(user(ANA))
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        store
            .class_of_teacher(user(ANA), class(MAPLE))
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .classes_of_student(user(OKAFOR))
            .await
            .unwrap()
            .is_empty()
    );
    enroll(store, &[(BIRCH, ANA)]).await;
    assert_eq!(ids(store, ANA).await, [class(MAPLE), class(BIRCH)]);
}

async fn ids(store: &dyn Store, student: u64) -> Vec<ClassId> {
    let classes = store.classes_of_student(user(student)).await.unwrap();
    classes.iter().map(|class| class.id).collect()
}

fn settings(mastery_threshold: f64, success_target: f64) -> PracticeSettings {
    PracticeSettings {
        mastery_threshold,
        success_target,
    }
}

pub async fn practice_settings_are_the_classs_own(store: &dyn Store) {
    district(store).await;
    enroll(store, &[(BIRCH, ANA)]).await;
    let chosen = settings(0.87, 0.7);
    let set = |n, settings| store.set_practice(class(n), settings, audit(AuditAction::SetPractice));
    assert!(set(MAPLE, chosen).await.unwrap());
    assert!(!set(MAPLE, chosen).await.unwrap(), "the same again");

    let [maple, birch] = store.classes_of_student(user(ANA)).await.unwrap()[..] else {
        panic!("two classes")
    };
    assert_eq!((maple.settings, birch.settings), (Some(chosen), None));
    let one = store.class_of_teacher(user(OKAFOR), class(MAPLE)).await;
    let all = store.classes_of_teacher(user(OKAFOR)).await.unwrap();
    let by_code = store.class_by_code("MAPLE-27").await.unwrap();
    for row in [one.unwrap(), all.into_iter().next(), by_code] {
        assert_eq!(row.unwrap().settings, Some(chosen));
    }
    let other = store.class_of_teacher(user(NGUYEN), class(BIRCH)).await;
    assert_eq!(other.unwrap().unwrap().settings, None);

    assert!(set(MAPLE, settings(0.99, 0.85)).await.unwrap());
    let missing = set(77, chosen).await.unwrap_err();
    assert_eq!(missing, StoreError::Missing("this class"));
}

pub async fn practice_settings_keep_to_their_ranges(store: &dyn Store) {
    district(store).await;
    for wrong in [settings(0.5, 0.75), settings(0.95, 0.9)] {
        let entry = audit(AuditAction::SetPractice);
        assert!(
            store
                .set_practice(class(MAPLE), wrong, entry)
                .await
                .is_err()
        );
    }
    let rows = store.classes_of_student(user(ANA)).await.unwrap();
    assert_eq!(rows[0].settings, None);
}

fn new_pin(student: u64, code: &str, by: u64, at: i64) -> NewPin {
    NewPin {
        student: user(student),
        skill: skill(code),
        pinned_by: user(by),
        pinned_at_ms: NOW_MS + at,
    }
}

pub async fn a_pin_stands_until_it_is_taken_back(store: &dyn Store) {
    district(store).await;
    let pin = |pin| store.pin(pin, audit(AuditAction::Pin));
    let unpin = |student, code: &str| {
        let code = skill(code);
        async move {
            let entry = audit(AuditAction::Unpin);
            store.unpin(user(student), &code, entry).await.unwrap()
        }
    };
    assert!(pin(new_pin(ANA, "b", OKAFOR, 1)).await.unwrap());
    assert!(pin(new_pin(ANA, "a", NGUYEN, 2)).await.unwrap());
    assert!(pin(new_pin(LIAM, "b", OKAFOR, 3)).await.unwrap());
    // one that stands keeps who and when
    assert!(!pin(new_pin(ANA, "b", NGUYEN, 4)).await.unwrap());
    let row = |code: &str, teacher: &str, at: i64| PinRow {
        skill: skill(code),
        teacher: teacher.to_owned(),
        pinned_at_ms: NOW_MS + at,
    };
    let of = |student| store.pins_of_student(user(student));
    assert_eq!(
        of(ANA).await.unwrap(),
        [row("b", "Ms. Okafor", 1), row("a", "Mr. Nguyen", 2)],
        "oldest first"
    );
    assert!(unpin(ANA, "b").await);
    assert!(!unpin(ANA, "b").await);
    assert_eq!(of(ANA).await.unwrap(), [row("a", "Mr. Nguyen", 2)]);
    assert_eq!(of(LIAM).await.unwrap().len(), 1);
    assert!(of(MEI).await.unwrap().is_empty());
    // set anew it is the youngest
    assert!(pin(new_pin(ANA, "b", OKAFOR, 9)).await.unwrap());
    assert_eq!(of(ANA).await.unwrap()[1], row("b", "Ms. Okafor", 9));
}

pub async fn a_pin_is_by_staff_for_a_student(store: &dyn Store) {
    district(store).await;
    for wrong in [new_pin(77, "a", OKAFOR, 0), new_pin(ANA, "a", LIAM, 0)] {
        assert!(store.pin(wrong, audit(AuditAction::Pin)).await.is_err());
    }
    assert!(store.pins_of_student(user(ANA)).await.unwrap().is_empty());
}

fn audit(action: AuditAction) -> AuditEntry {
    AuditEntry {
        at_ms: NOW_MS,
        actor: Some(user(OKAFOR)),
        action,
        subject: None,
        detail: None,
    }
}

pub async fn a_roster_is_in_the_order_of_a_class_list(store: &dyn Store) {
    district(store).await;
    let more = [
        (40, "Zoë", "Álvarez"),
        (41, "ana", "alvarez"),
        (42, "Bo", "de la Cruz"),
    ];
    let students = more.map(|(n, given, family)| new_student(n, given, family));
    store.add_students(students.to_vec()).await.unwrap();
    enroll(store, &[(MAPLE, 40), (MAPLE, 41), (MAPLE, 42)]).await;
    let roster = store.roster(class(MAPLE)).await.unwrap();
    // no teacher among them
    assert_eq!(
        roster.iter().map(|s| s.id).collect::<Vec<_>>(),
        [41, 40, LIAM, 42, ANA].map(user)
    );
    assert!(store.roster(class(77)).await.unwrap().is_empty());
}

pub async fn an_assignment_is_seen_from_all_sides(store: &dyn Store) {
    district(store).await;
    let new = new_assignment(60, MAPLE, "ratios-6", NOW_MS);
    store.assign(new.clone()).await.unwrap();
    let of_class = store.assignments_of_class(class(MAPLE)).await.unwrap();
    let of_student = store.assignments_of_student(user(ANA)).await.unwrap();
    let by_id = store
        .assignment(new.id)
        .await
        .unwrap()
        .into_iter()
        .collect();
    for seen in [of_class, of_student, by_id] {
        let [row] = seen.as_slice() else {
            panic!("{seen:?}")
        };
        assert_eq!(
            (row.id, row.class, row.assigned_at_ms),
            (new.id, class(MAPLE), NOW_MS)
        );
        assert_eq!(row.class_title, "Grade 6 Math, Period 2");
        assert_eq!(
            (row.teacher.as_str(), &row.pathway),
            ("Ms. Okafor", &pathway("ratios-6"))
        );
    }
    assert!(
        store
            .assignments_of_class(class(BIRCH))
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        store
            .assignments_of_student(user(MEI))
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        store
            .assignments_of_student(user(OKAFOR))
            .await
            .unwrap()
            .is_empty()
    );

    assert!(
        !store
            .unassign(class(BIRCH), &pathway("ratios-6"))
            .await
            .unwrap()
    );
    assert!(
        store
            .unassign(class(MAPLE), &pathway("ratios-6"))
            .await
            .unwrap()
    );
    assert!(
        !store
            .unassign(class(MAPLE), &pathway("ratios-6"))
            .await
            .unwrap()
    );
    assert!(store.assignment(new.id).await.unwrap().is_none());
}

pub async fn a_pathway_is_assigned_once(store: &dyn Store) {
    district(store).await;
    store
        .assign(new_assignment(60, MAPLE, "ratios-6", NOW_MS))
        .await
        .unwrap();
    let again = store
        .assign(new_assignment(61, MAPLE, "ratios-6", NOW_MS))
        .await
        .unwrap_err();
    assert_eq!(again, StoreError::Conflict("this assignment"));
    store
        .assign(new_assignment(62, BIRCH, "ratios-6", NOW_MS))
        .await
        .unwrap();
    let nowhere = store
        .assign(new_assignment(63, 77, "ratios-6", NOW_MS))
        .await
        .unwrap_err();
    assert!(matches!(nowhere, StoreError::Missing(_)), "{nowhere}");
    let mut by_student = new_assignment(64, MAPLE, "fractions-5", NOW_MS);
    by_student.assigned_by = user(ANA);
    assert!(store.assign(by_student).await.is_err());
    // taken back and given anew
    store
        .unassign(class(MAPLE), &pathway("ratios-6"))
        .await
        .unwrap();
    store
        .assign(new_assignment(65, MAPLE, "ratios-6", NOW_MS))
        .await
        .unwrap();
}

pub async fn assignments_are_newest_first(store: &dyn Store) {
    district(store).await;
    enroll(store, &[(BIRCH, ANA)]).await;
    for (n, class_n, code, at) in [
        (60, MAPLE, "a", 5),
        (61, BIRCH, "b", 9),
        (62, MAPLE, "c", 7),
        (63, MAPLE, "d", 7),
    ] {
        store
            .assign(new_assignment(n, class_n, code, NOW_MS + at))
            .await
            .unwrap();
    }
    let order = |rows: Vec<store::AssignmentRow>| {
        rows.iter()
            .map(|row| row.pathway.to_string())
            .collect::<String>()
    };
    assert_eq!(
        order(
            store
                .assignments_of_student(sample::user(ANA))
                .await
                .unwrap()
        ),
        "bdca"
    );
    assert_eq!(
        order(store.assignments_of_class(class(MAPLE)).await.unwrap()),
        "dca"
    );
}
