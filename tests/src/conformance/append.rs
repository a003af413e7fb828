//! Appending responses.

use engine::{Ability, AbilityPrior, Help};
use futures::future::join_all;
use item_bank::{RawAnswer, Unreadable, Verdict};
use store::{Appended, EstimateRow, GradedResponse, Store, StoreError};

use super::sample::{ANA, LIAM, NOW_MS, district, params, response, skill, user};
use Appended::{Duplicate, IdReused, Stored};

const S: &str = "6.RP.A.2-unit-rate";
const T: &str = "6.RP.A.3c-percent";

pub async fn responses_are_stored_in_order(store: &dyn Store) {
    district(store).await;
    let mut second = response(2, S, 102);
    second.result = Verdict::Wrong { feedback: Some(1) };
    second.record.answer = RawAnswer::Choices(vec![0, 3]);
    second.record.bridge = true;
    second.record.hints = 2;
    let scored = second.scored.as_mut().unwrap();
    (scored.correct, scored.bridged, scored.item.chance) = (false, true, 0.25);
    scored.help = Help { depth: 2, of: 3 };
    let sent = vec![response(1, S, 101), second.clone(), response(3, T, 103)];
    let reply = store.append(user(ANA), sent).await.unwrap();
    assert_eq!(reply.appended, [Stored; 3]);

    let [first, stored] = &store.responses_of(user(ANA), &skill(S)).await.unwrap()[..] else {
        panic!("two of this skill were sent")
    };
    assert!(first.position < stored.position);
    let record = &second.record;
    assert_eq!(
        (stored.id, stored.student, &stored.skill),
        (record.id, user(ANA), &skill(S))
    );
    assert_eq!(
        (&stored.template, stored.seed, stored.attempt),
        (&record.template, 102, 1)
    );
    assert_eq!(
        (&stored.answer, &stored.result),
        (&record.answer, &second.result)
    );
    assert_eq!((stored.hints, stored.hints_of, stored.bridge), (2, 3, true));
    assert_eq!(
        (stored.elapsed_ms, stored.answered_at_ms),
        (20_000, record.answered_at_ms)
    );
    assert_eq!(stored.effective_at_ms, second.effective_at_ms);
    assert_eq!(stored.opportunity, second.scored);
    assert!(
        store
            .responses_of(user(LIAM), &skill(S))
            .await
            .unwrap()
            .is_empty()
    );

    // the reply's estimates are those on the disk, and those that the engine gives
    let of_student = store.estimates_of_student(user(ANA)).await.unwrap();
    assert_eq!(reply.estimates, of_student);
    let mut expected = EstimateRow::before_any(user(ANA), skill(S), &params());
    let mut ability = Ability::new(&AbilityPrior::default());
    for sent in [&response(1, S, 101), &second] {
        expected.fold(
            &mut ability,
            sent.scored.as_ref().unwrap(),
            sent.effective_at_ms,
        );
    }
    assert_eq!(
        of_student.iter().find(|row| row.skill == skill(S)),
        Some(&expected)
    );
}

pub async fn the_same_response_is_stored_once(store: &dyn Store) {
    district(store).await;
    let reply = store
        .append(user(ANA), vec![response(1, S, 1), response(1, S, 1)])
        .await
        .unwrap();
    assert_eq!(reply.appended, [Stored, Duplicate]);
    let mut again = response(1, S, 1);
    // what the server adds, and the device that carries it, are no part of the content
    again.received_at_ms += 1_000;
    again.effective_at_ms += 1_000;
    again.device = api::DeviceId(super::sample::uuid(501));
    let repeated = store
        .append(user(ANA), vec![again, response(2, S, 2)])
        .await
        .unwrap();
    assert_eq!(repeated.appended, [Duplicate, Stored]);
    let stored = store.responses_of(user(ANA), &skill(S)).await.unwrap();
    assert_eq!(stored.len(), 2);
    assert_eq!(stored[0].effective_at_ms, response(1, S, 1).effective_at_ms);
    assert_eq!(repeated.estimates[0].state.opportunities, 2);
}

pub async fn an_id_with_other_content_is_refused(store: &dyn Store) {
    district(store).await;
    let first = response(1, S, 1);
    store.append(user(ANA), vec![first.clone()]).await.unwrap();
    let changes: [fn(&mut GradedResponse); 9] = [
        |r| r.record.seed += 1,
        |r| r.record.attempt += 1,
        |r| r.record.template.version += 1,
        |r| r.record.template.id = "another".parse().unwrap(),
        |r| r.record.answer = RawAnswer::Text("3 / 4".to_owned()),
        |r| r.record.hints += 1,
        |r| r.record.bridge = true,
        |r| r.record.answered_at_ms += 1,
        |r| r.record.elapsed_ms += 1,
    ];
    for (n, change) in changes.into_iter().enumerate() {
        let mut other = first.clone();
        change(&mut other);
        let reply = store.append(user(ANA), vec![other]).await.unwrap();
        assert_eq!(reply.appended, [IdReused], "change {n}");
    }
    let reply = store.append(user(LIAM), vec![first]).await.unwrap();
    assert_eq!(reply.appended, [IdReused], "another student's");
    assert!(reply.estimates.is_empty());
    let stored = store.responses_of(user(ANA), &skill(S)).await.unwrap();
    assert_eq!(stored.len(), 1);
    assert_eq!(
        store.all_estimates().await.unwrap()[0].state.opportunities,
        1
    );
}

pub async fn an_item_is_one_opportunity(store: &dyn Store) {
    district(store).await;
    // two tabs: the same item, scored twice, under two ids
    let reply = store
        .append(user(ANA), vec![response(1, S, 7), response(2, S, 7)])
        .await
        .unwrap();
    assert_eq!(reply.appended, [Stored; 2]);
    assert_eq!(reply.estimates[0].state.opportunities, 1);
    let third = store
        .append(user(ANA), vec![response(3, S, 7)])
        .await
        .unwrap();
    assert_eq!(third.estimates, reply.estimates);
    let stored = store.responses_of(user(ANA), &skill(S)).await.unwrap();
    let counted: Vec<_> = stored.iter().map(|r| r.opportunity.is_some()).collect();
    assert_eq!(counted, [true, false, false]);

    // another seed, another version and another student are other opportunities
    let mut newer = response(5, S, 7);
    newer.record.template.version = 2;
    let reply = store
        .append(user(ANA), vec![response(4, S, 8), newer])
        .await
        .unwrap();
    assert_eq!(reply.estimates[0].state.opportunities, 3);
    let liam = store
        .append(user(LIAM), vec![response(6, S, 7)])
        .await
        .unwrap();
    assert_eq!(liam.estimates[0].state.opportunities, 1);
}

pub async fn what_is_not_scored_moves_nothing(store: &dyn Store) {
    district(store).await;
    let mut unreadable = response(1, S, 7);
    unreadable.result = Verdict::Unreadable {
        why: Unreadable::NotANumber,
    };
    unreadable.scored = None;
    let reply = store.append(user(ANA), vec![unreadable]).await.unwrap();
    assert_eq!(reply.appended, [Stored]);
    assert!(reply.estimates.is_empty());
    // it does not use the opportunity up
    let reply = store
        .append(user(ANA), vec![response(2, S, 7)])
        .await
        .unwrap();
    assert_eq!(reply.estimates[0].state.opportunities, 1);
    let stored = store.responses_of(user(ANA), &skill(S)).await.unwrap();
    assert_eq!(stored[0].opportunity, None);
    assert_eq!(stored[0].hints_of, 3);
}

pub async fn a_batch_is_all_or_nothing(store: &dyn Store) {
    district(store).await;
    store
        .append(user(ANA), vec![response(1, S, 1)])
        .await
        .unwrap();
    let before = store.all_estimates().await.unwrap();
    // parameters that nobody had yet: what the refused batch wrote of them goes too
    let with_new_params = |n, code| {
        let mut made = response(n, code, n as u32);
        made.scored.as_mut().unwrap().params.learn = 0.25;
        made
    };
    let mut impossible = with_new_params(4, S);
    impossible.scored.as_mut().unwrap().item.chance = f64::NAN;
    let batch = vec![with_new_params(2, S), with_new_params(3, T), impossible];
    store.append(user(ANA), batch).await.unwrap_err();
    let (s, t) = (skill(S), skill(T));
    let of_skill = |code| store.responses_of(user(ANA), code);
    assert_eq!(of_skill(&s).await.unwrap().len(), 1);
    assert!(of_skill(&t).await.unwrap().is_empty());
    assert_eq!(store.all_estimates().await.unwrap(), before);
    let reply = store
        .append(user(ANA), vec![with_new_params(3, T)])
        .await
        .unwrap();
    assert_eq!(reply.appended, [Stored]);
    let stored = of_skill(&t).await.unwrap();
    assert_eq!(stored[0].opportunity.unwrap().params.learn, 0.25);

    let nobody = store
        .append(user(77), vec![response(5, S, 5)])
        .await
        .unwrap_err();
    assert!(matches!(nobody, StoreError::Missing(_)), "{nobody}");
    assert!(
        store
            .append(user(ANA), Vec::new())
            .await
            .unwrap()
            .appended
            .is_empty()
    );
}

pub async fn estimates_answer_for_duplicates_too(store: &dyn Store) {
    district(store).await;
    let first = store
        .append(user(ANA), vec![response(1, S, 1)])
        .await
        .unwrap();
    store
        .append(user(ANA), vec![response(2, T, 2)])
        .await
        .unwrap();
    // the reply to the first was lost: the repeated post still brings the estimate
    let again = store
        .append(user(ANA), vec![response(1, S, 1)])
        .await
        .unwrap();
    assert_eq!(again.appended, [Duplicate]);
    assert_eq!(again.estimates, first.estimates);
}

pub async fn simultaneous_batches_all_arrive(store: &dyn Store) {
    district(store).await;
    let students = [ANA, LIAM];
    let batches = (0..100u64).map(|n| {
        let student = students[n as usize % 2];
        store.append(user(student), vec![response(n, S, n as u32)])
    });
    for reply in join_all(batches).await {
        assert_eq!(reply.unwrap().appended, [Stored]);
    }
    for student in students {
        let stored = store.responses_of(user(student), &skill(S)).await.unwrap();
        assert_eq!(stored.len(), 50);
        assert!(stored.is_sorted_by_key(|r| r.position));
        let estimate = &store.estimates_of_student(user(student)).await.unwrap()[0];
        assert_eq!(estimate.state.opportunities, 50);
        assert!(estimate.last_at_ms > NOW_MS);
    }
}
