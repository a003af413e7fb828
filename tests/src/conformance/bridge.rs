//! Uses of words, and levels of support.

use api::{SupportLevel, UseId};
use engine::{SchoolDay, TermEvent, TermRule, TermState};
use item_bank::bridge::{Said, SayKind, SayTask};
use store::{
    AuditAction, AuditEntry, Happened, NewSupport, NewUse, Store, SupportRow, UseAppended,
};

use super::sample::{
    ANA, BIRCH, LIAM, MAPLE, MEI, NGUYEN, NOW_MS, OKAFOR, class, district, response, skill, user,
    uuid,
};

const DAY_MS: i64 = 86_400_000;

fn new_use(n: u64, term: &str, what: Happened) -> NewUse {
    let at_ms = NOW_MS + n as i64 * 60_000;
    NewUse {
        id: UseId(uuid(2_000 + n)),
        term: term.parse().unwrap(),
        what,
        at_ms,
        day: SchoolDay::from_epoch_ms(at_ms),
        received_at_ms: at_ms + 5,
    }
}

fn said(kind: SayKind, term: &str, said: Said, text: Option<&str>) -> Happened {
    Happened::Said {
        task: SayTask {
            kind,
            term: term.parse().unwrap(),
            skill: Some(skill("s")),
            passage: None,
            sentence: 1,
        },
        said,
        text: text.map(str::to_owned),
    }
}

fn typed(term: &str, verdict: Said) -> Happened {
    said(SayKind::Type, term, verdict, None)
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

pub async fn a_use_is_stored_once(store: &dyn Store) {
    district(store).await;
    let uses = vec![
        new_use(1, "ratio", Happened::Met),
        new_use(2, "ratio", typed("ratio", Said::Other)),
        new_use(
            3,
            "ratio",
            said(SayKind::Own, "ratio", Said::Right, Some("Ein Satz.")),
        ),
    ];
    let append = |student, uses| store.append_uses(user(student), uses);
    let first = append(ANA, uses.clone()).await.unwrap();
    assert_eq!(first, [UseAppended::Stored; 3]);

    // posted again, with the clock corrected anew and by a program that judges otherwise
    let mut again = uses.clone();
    again[0].at_ms += 7;
    again[0].received_at_ms += 90_000;
    again[1].what = typed("ratio", Said::Spelling);
    let second = append(ANA, again).await.unwrap();
    let known = |said| UseAppended::Duplicate { said };
    assert_eq!(
        second,
        [
            known(None),
            known(Some(Said::Other)),
            known(Some(Said::Right))
        ]
    );
    let events = store.term_events_of_student(user(ANA)).await.unwrap();
    assert_eq!(events.iter().map(|row| row.times).sum::<u32>(), 3);

    // the id, with anything else
    for (student, other) in [
        (LIAM, uses[0].clone()),
        (ANA, new_use(1, "percent", Happened::Met)),
        (ANA, new_use(1, "ratio", Happened::Asked)),
        (
            ANA,
            new_use(
                2,
                "ratio",
                said(SayKind::Choose, "ratio", Said::Other, None),
            ),
        ),
        (
            ANA,
            new_use(
                3,
                "ratio",
                said(SayKind::Own, "ratio", Said::Right, Some("Another.")),
            ),
        ),
    ] {
        let reused = append(student, vec![other]).await.unwrap();
        assert_eq!(reused, [UseAppended::IdReused]);
    }
    assert!(
        store
            .term_events_of_student(user(LIAM))
            .await
            .unwrap()
            .is_empty()
    );
    // twice in one batch
    let twice = vec![new_use(9, "ratio", Happened::Asked); 2];
    let appended = append(ANA, twice).await.unwrap();
    assert_eq!(appended, [UseAppended::Stored, known(None)]);
}

pub async fn uses_are_appended_all_or_none(store: &dyn Store) {
    district(store).await;
    let uses = vec![
        new_use(1, "ratio", Happened::Met),
        new_use(2, "ratio", Happened::Asked),
    ];
    // nobody with these ids is a student
    assert!(store.append_uses(user(OKAFOR), uses.clone()).await.is_err());
    assert!(store.append_uses(user(77), uses.clone()).await.is_err());
    let appended = store.append_uses(user(ANA), uses).await.unwrap();
    assert_eq!(appended, [UseAppended::Stored; 2]);
}

pub async fn what_counts_comes_in_the_order_of_arrival(store: &dyn Store) {
    use TermEvent::{Asked, Met, Misused, Used};
    district(store).await;
    let on = |n, day: i32, what| {
        let mut one = new_use(n, "ratio", what);
        one.day = SchoolDay(day);
        one
    };
    let right = || typed("ratio", Said::Right);
    // the device was away: what it brings last is older
    let uses = vec![
        on(1, 20, Happened::Met),
        on(2, 20, right()),
        on(3, 20, typed("ratio", Said::Spelling)),
        on(4, 20, typed("ratio", Said::WordMissing)),
        on(5, 20, right()),
        on(6, 21, Happened::Answered),
        on(7, 21, Happened::Met),
        on(8, 22, typed("ratio", Said::Other)),
        on(9, 22, Happened::Asked),
        on(10, 19, right()),
        on(11, 22, right()),
    ];
    store.append_uses(user(ANA), uses).await.unwrap();
    let liams = vec![new_use(20, "ratio", Happened::Met)];
    store.append_uses(user(LIAM), liams).await.unwrap();
    let meis = vec![new_use(30, "ratio", right())];
    store.append_uses(user(MEI), meis).await.unwrap();

    let rows = store.term_events_of_student(user(ANA)).await.unwrap();
    let counted: Vec<(TermEvent, i32, u32)> = rows
        .iter()
        .filter(|row| matches!(row.event, Used | Misused))
        .map(|row| (row.event, row.day.0, row.times))
        .collect();
    assert_eq!(
        counted,
        [
            (Used, 20, 1),
            (Used, 20, 1),
            (Used, 21, 1),
            (Misused, 22, 1),
            (Used, 19, 1),
            (Used, 22, 1)
        ]
    );
    let times = |event| {
        let of = rows.iter().filter(|row| row.event == event);
        of.map(|row| row.times).sum::<u32>()
    };
    assert_eq!((times(Met), times(Asked)), (2, 1));
    let mut state = TermState::default();
    for row in &rows {
        for _ in 0..row.times {
            state.observe(row.event, row.day, TermRule::default());
        }
    }
    assert_eq!(state.relapses, 1);
    assert_eq!((state.used, state.run, state.run_days), (5, 2, 2));

    // a class has those of its students and of nobody else
    let of_class = store.term_events_of_class(class(MAPLE)).await.unwrap();
    let anas: Vec<_> = of_class
        .iter()
        .filter(|row| row.student == user(ANA))
        .collect();
    assert_eq!(anas, rows.iter().collect::<Vec<_>>());
    assert_eq!(of_class.len(), rows.len() + 1);
    let birch = store.term_events_of_class(class(BIRCH)).await.unwrap();
    assert_eq!(birch.len(), 1);
}

pub async fn sentences_are_the_newest_of_each_student(store: &dyn Store) {
    district(store).await;
    let own =
        |n, verdict, text| new_use(n, "ratio", said(SayKind::Own, "ratio", verdict, Some(text)));
    let uses = vec![
        own(1, Said::Right, "one"),
        own(2, Said::TooShort, "no"),
        own(3, Said::Right, "two"),
        new_use(4, "ratio", typed("ratio", Said::Right)),
        own(5, Said::Right, "three"),
    ];
    store.append_uses(user(ANA), uses).await.unwrap();
    let liams = vec![own(6, Said::Right, "four")];
    store.append_uses(user(LIAM), liams).await.unwrap();
    let meis = vec![own(7, Said::Right, "five")];
    store.append_uses(user(MEI), meis).await.unwrap();
    let rows = store.sentences_of_class(class(MAPLE), 2).await.unwrap();
    let found: Vec<_> = rows
        .iter()
        .map(|row| (row.student, row.text.as_str(), row.at_ms))
        .collect();
    let at = |n: i64| NOW_MS + n * 60_000;
    assert_eq!(
        found,
        [
            (user(LIAM), "four", at(6)),
            (user(ANA), "three", at(5)),
            (user(ANA), "two", at(3))
        ]
    );
}

pub async fn leaning_is_of_the_answers_that_counted_lately(store: &dyn Store) {
    district(store).await;
    let mut answers = Vec::new();
    for n in 0..6 {
        let mut one = response(n, "s", n as u32);
        one.record.bridge = n % 3 == 0;
        if let Some(scored) = &mut one.scored {
            scored.bridged = one.record.bridge;
        }
        answers.push(one);
    }
    answers[1].effective_at_ms = NOW_MS - 31 * DAY_MS;
    let mut again = response(7, "s", 0);
    again.record.attempt = 2;
    again.scored = None;
    answers.push(again);
    store.append(user(ANA), answers).await.unwrap();
    let since = NOW_MS - 30 * DAY_MS;
    let rows = store.leaning_of_class(class(MAPLE), since).await.unwrap();
    let [row] = rows[..] else { panic!("{rows:?}") };
    assert_eq!(
        (row.student, row.answers, row.with_bridge),
        (user(ANA), 5, 2)
    );
    let none = store.leaning_of_class(class(BIRCH), since).await.unwrap();
    assert!(none.is_empty());
}

pub async fn a_level_of_support_is_the_students_or_a_skills(store: &dyn Store) {
    district(store).await;
    let set = |student, code: Option<&str>, level, by| {
        let support = NewSupport {
            student: user(student),
            skill: code.map(skill),
            level,
            set_by: user(by),
            set_at_ms: NOW_MS,
        };
        store.set_support(support, audit(AuditAction::SetSupport))
    };
    let remove = |student, code: &str| {
        let code = skill(code);
        async move {
            let entry = audit(AuditAction::SetSupport);
            store
                .remove_support(user(student), &code, entry)
                .await
                .unwrap()
        }
    };
    // her own
    assert!(
        set(ANA, None, SupportLevel::Bridging, OKAFOR)
            .await
            .unwrap()
    );
    assert!(
        !set(ANA, None, SupportLevel::Bridging, OKAFOR)
            .await
            .unwrap()
    );
    let ana = store.student(user(ANA)).await.unwrap().unwrap();
    assert_eq!(ana.support, SupportLevel::Bridging);
    assert!(
        store
            .support_of_student(user(ANA))
            .await
            .unwrap()
            .is_empty()
    );
    // of skills
    assert!(
        set(ANA, Some("b"), SupportLevel::Emerging, OKAFOR)
            .await
            .unwrap()
    );
    assert!(
        set(ANA, Some("a"), SupportLevel::None, OKAFOR)
            .await
            .unwrap()
    );
    assert!(
        !set(ANA, Some("a"), SupportLevel::None, NGUYEN)
            .await
            .unwrap()
    );
    assert!(
        set(ANA, Some("a"), SupportLevel::Exited, NGUYEN)
            .await
            .unwrap()
    );
    assert!(
        set(MEI, Some("a"), SupportLevel::Expanding, NGUYEN)
            .await
            .unwrap()
    );
    let row = |code: &str, level| SupportRow {
        student: user(ANA),
        skill: skill(code),
        level,
    };
    let both = [
        row("a", SupportLevel::Exited),
        row("b", SupportLevel::Emerging),
    ];
    assert_eq!(store.support_of_student(user(ANA)).await.unwrap(), both);
    assert_eq!(store.support_of_class(class(MAPLE)).await.unwrap(), both);
    assert!(remove(ANA, "a").await);
    assert!(!remove(ANA, "a").await);
    assert_eq!(
        store.support_of_student(user(ANA)).await.unwrap(),
        both[1..]
    );
    let ana = store.student(user(ANA)).await.unwrap().unwrap();
    assert_eq!(ana.support, SupportLevel::Bridging, "her own stays");
    // by staff for a student
    assert!(
        set(77, Some("a"), SupportLevel::Exited, OKAFOR)
            .await
            .is_err()
    );
    assert!(
        set(ANA, Some("a"), SupportLevel::Exited, LIAM)
            .await
            .is_err()
    );
}
