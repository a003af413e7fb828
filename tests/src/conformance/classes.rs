//! Classes, rosters and assignments.

use store::{Store, StoreError};

use super::sample::{
    self, ANA, BIRCH, LIAM, MAPLE, MEI, NGUYEN, NOW_MS, OKAFOR, class, district, enroll,
    new_assignment, new_class, new_student, pathway, user,
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
    assert_eq!(
        store.classes_of_student(user(ANA)).await.unwrap(),
        [class(MAPLE)]
    );
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
    assert_eq!(
        store.classes_of_student(user(ANA)).await.unwrap(),
        [class(MAPLE), class(BIRCH)]
    );
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
