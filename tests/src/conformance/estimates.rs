//! Estimates and replay.

use engine::{SchoolDay, SkillState};
use store::{EstimateRow, Store};

use super::sample::{
    ANA, BIRCH, LIAM, MAPLE, MEI, NOW_MS, class, district, params, response, skill, user,
};

const S: &str = "6.RP.A.2-unit-rate";
const T: &str = "6.RP.A.3c-percent";

fn estimate(student: u64, code: &str, odds: f64, stability: f64) -> EstimateRow {
    EstimateRow {
        student: user(student),
        skill: skill(code),
        state: SkillState {
            odds,
            opportunities: u32::MAX,
            evidence: 7,
            unaided: 6,
            unbridged: 5,
            run: 4,
            since_run: 3,
            stability,
            last_day: Some(SchoolDay(i32::MIN)),
        },
        last_at_ms: i64::MAX,
    }
}

pub async fn numbers_keep_their_bits(store: &dyn Store) {
    district(store).await;
    let nasty = [
        0.0,
        f64::from_bits(1), // the smallest
        f64::MIN_POSITIVE,
        f64::MIN_POSITIVE - f64::from_bits(1),
        0.1,
        0.1 + 0.2,
        1.0 / 3.0,
        1.0,
        1.0 + f64::EPSILON,
        1.0 - f64::EPSILON / 2.0,
        9_007_199_254_740_991.0, // 2^53 - 1: whole numbers are stored as integers
        9_007_199_254_740_993.0,
        1e15,
        1e15 + 0.125,
        9_223_372_036_854_775_807.0, // 2^63: beyond them
        1e300,
        f64::MAX,
    ];
    let rows: Vec<_> = nasty
        .iter()
        .enumerate()
        .map(|(n, value)| {
            estimate(
                ANA,
                &format!("s-{n:02}"),
                *value,
                nasty[nasty.len() - 1 - n],
            )
        })
        .collect();
    store.replace_estimates(rows.clone()).await.unwrap();
    let bits = |rows: &[EstimateRow]| -> Vec<_> {
        rows.iter()
            .map(|r| [r.state.odds, r.state.stability].map(f64::to_bits))
            .collect()
    };
    let stored = store.all_estimates().await.unwrap();
    assert_eq!(bits(&stored), bits(&rows));
    assert_eq!(stored, rows);
    // and as the writer reads them, when a response is folded in
    let mut sent = response(1, "s-05", 1);
    sent.scored.as_mut().unwrap().chance = 0.1 + 0.2;
    sent.scored.as_mut().unwrap().params.guess = f64::MIN_POSITIVE;
    let mut expected = estimate(ANA, "s-05", nasty[5], nasty[11]);
    expected.state.opportunities = 1;
    store
        .replace_estimates(vec![expected.clone()])
        .await
        .unwrap();
    expected.fold(sent.scored.as_ref().unwrap(), sent.effective_at_ms);
    let reply = store.append(user(ANA), vec![sent.clone()]).await.unwrap();
    assert_eq!(bits(&reply.estimates), bits(&[expected]));
    let stored = store.responses_of(user(ANA), &skill("s-05")).await.unwrap();
    assert_eq!(stored[0].opportunity, sent.scored);
}

pub async fn a_class_has_the_estimates_of_its_students(store: &dyn Store) {
    district(store).await;
    let ana = [estimate(ANA, S, 1.0, 1.0), estimate(ANA, T, 2.0, 1.0)];
    let liam = estimate(LIAM, S, 3.0, 1.0);
    let mei = estimate(MEI, S, 4.0, 1.0);
    let all = vec![ana[0].clone(), ana[1].clone(), liam.clone(), mei.clone()];
    store.replace_estimates(all.clone()).await.unwrap();
    let sorted = |mut rows: Vec<EstimateRow>| {
        rows.sort_by(|a, b| (a.student, &a.skill).cmp(&(b.student, &b.skill)));
        rows
    };
    let maple = store.estimates_of_class(class(MAPLE)).await.unwrap();
    assert_eq!(sorted(maple), [ana[0].clone(), ana[1].clone(), liam]);
    assert_eq!(store.estimates_of_class(class(BIRCH)).await.unwrap(), [mei]);
    assert_eq!(
        sorted(store.estimates_of_student(user(ANA)).await.unwrap()),
        ana
    );
    assert_eq!(sorted(store.all_estimates().await.unwrap()), all);
}

pub async fn a_projection_is_replaced_whole(store: &dyn Store) {
    district(store).await;
    store
        .append(user(ANA), vec![response(1, S, 1), response(2, T, 2)])
        .await
        .unwrap();
    let kept = store.estimates_of_student(user(ANA)).await.unwrap();
    let stranger = estimate(77, S, 1.0, 1.0);
    store.replace_estimates(vec![stranger]).await.unwrap_err();
    assert_eq!(store.estimates_of_student(user(ANA)).await.unwrap(), kept);
    let mut no_day = estimate(LIAM, T, 1.0, 1.0);
    no_day.state.last_day = None;
    store.replace_estimates(vec![no_day.clone()]).await.unwrap();
    assert_eq!(store.all_estimates().await.unwrap(), [no_day]);
    store.replace_estimates(Vec::new()).await.unwrap();
    assert!(store.all_estimates().await.unwrap().is_empty());
}

pub async fn replay_pages_through_what_counts(store: &dyn Store) {
    district(store).await;
    for n in 0..10 {
        let mut second_attempt = response(100 + n, S, n as u32);
        second_attempt.record.attempt = 2;
        second_attempt.scored = None;
        let student = if n % 3 == 0 { ANA } else { LIAM };
        store
            .append(
                user(student),
                vec![response(n, S, n as u32), second_attempt],
            )
            .await
            .unwrap();
    }
    let mut seen = Vec::new();
    let mut position = 0;
    loop {
        let page = store.opportunities_after(position, 3).await.unwrap();
        assert!(page.len() <= 3);
        let Some(last) = page.last() else { break };
        position = last.position;
        seen.extend(page);
    }
    assert_eq!(seen.len(), 10);
    assert!(
        seen.iter()
            .all(|r| r.opportunity.is_some() && r.attempt == 1)
    );
    assert!(seen.is_sorted_by_key(|r| r.position));
    assert_eq!(seen[0].opportunity.unwrap().params, params());
}

pub async fn late_answers_do_not_turn_time_back(store: &dyn Store) {
    district(store).await;
    let newer = response(5_000, S, 1);
    let older = response(1, S, 2);
    store.append(user(ANA), vec![newer.clone()]).await.unwrap();
    let reply = store.append(user(ANA), vec![older]).await.unwrap();
    assert_eq!(reply.estimates[0].last_at_ms, newer.effective_at_ms);
    assert!(reply.estimates[0].last_at_ms > NOW_MS);
    assert_eq!(
        reply.estimates[0].state.last_day,
        Some(newer.scored.unwrap().day)
    );
}
