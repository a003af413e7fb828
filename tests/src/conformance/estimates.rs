//! Estimates and replay.

use engine::{Ability, ItemParams, SchoolDay, SkillState};
use store::{AbilityRow, EstimateRow, FOLDED_BY, Projection, Store};

use super::sample::{ANA, BIRCH, LIAM, MAPLE, MEI, NOW_MS, class, district, response, skill, user};

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

fn able(student: u64, mean: f64, variance: f64) -> AbilityRow {
    AbilityRow {
        student: user(student),
        ability: Ability { mean, variance },
    }
}

fn estimates(estimates: Vec<EstimateRow>) -> Projection {
    Projection {
        estimates,
        abilities: Vec::new(),
    }
}

fn ability_bits(ability: &Ability) -> [u64; 2] {
    [ability.mean, ability.variance].map(f64::to_bits)
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
    store
        .replace_projection(estimates(rows.clone()))
        .await
        .unwrap();
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
    let scored = sent.scored.as_mut().unwrap();
    scored.item = ItemParams {
        difficulty: -1.0 / 3.0,
        chance: 0.1 + 0.2,
    };
    scored.params.guess = f64::MIN_POSITIVE;
    scored.prior.drift = f64::from_bits(1);
    let mut expected = estimate(ANA, "s-05", nasty[5], nasty[11]);
    expected.state.opportunities = 1;
    store
        .replace_projection(Projection {
            estimates: vec![expected.clone()],
            abilities: vec![able(ANA, nasty[5], nasty[6])],
        })
        .await
        .unwrap();
    let mut ability = able(ANA, nasty[5], nasty[6]).ability;
    let scored = sent.scored.as_ref().unwrap();
    expected.fold(&mut ability, scored, sent.effective_at_ms);
    let reply = store.append(user(ANA), vec![sent.clone()]).await.unwrap();
    assert_eq!(bits(&reply.estimates), bits(&[expected]));
    assert_eq!(
        ability_bits(&reply.ability.unwrap()),
        ability_bits(&ability)
    );
    let kept = store.ability_of_student(user(ANA)).await.unwrap().unwrap();
    assert_eq!(ability_bits(&kept), ability_bits(&ability));
    let stored = store.responses_of(user(ANA), &skill("s-05")).await.unwrap();
    assert_eq!(stored[0].opportunity, sent.scored);
    let replayed = store.opportunities_of(user(ANA)).await.unwrap();
    assert_eq!(Some(replayed[0].scored), sent.scored);
}

pub async fn a_class_has_the_estimates_of_its_students(store: &dyn Store) {
    district(store).await;
    let ana = [estimate(ANA, S, 1.0, 1.0), estimate(ANA, T, 2.0, 1.0)];
    let liam = estimate(LIAM, S, 3.0, 1.0);
    let mei = estimate(MEI, S, 4.0, 1.0);
    let all = vec![ana[0].clone(), ana[1].clone(), liam.clone(), mei.clone()];
    store
        .replace_projection(estimates(all.clone()))
        .await
        .unwrap();
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
    store
        .replace_projection(estimates(vec![stranger]))
        .await
        .unwrap_err();
    assert_eq!(store.estimates_of_student(user(ANA)).await.unwrap(), kept);
    let mut no_day = estimate(LIAM, T, 1.0, 1.0);
    no_day.state.last_day = None;
    assert!(store.ability_of_student(user(ANA)).await.unwrap().is_some());
    store
        .replace_projection(estimates(vec![no_day.clone()]))
        .await
        .unwrap();
    assert_eq!(store.all_estimates().await.unwrap(), [no_day]);
    assert!(store.all_abilities().await.unwrap().is_empty());
    let liam = able(LIAM, -0.25, 0.5);
    store
        .replace_projection(Projection {
            estimates: Vec::new(),
            abilities: vec![liam],
        })
        .await
        .unwrap();
    assert!(store.all_estimates().await.unwrap().is_empty());
    assert_eq!(store.all_abilities().await.unwrap(), [liam]);
    assert_eq!(store.folded_by().await.unwrap(), FOLDED_BY);
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
    assert!(seen.is_sorted_by_key(|r| r.position));
    assert_eq!(seen[0].scored, response(0, S, 0).scored.unwrap());
    assert_eq!(seen[0].template, response(0, S, 0).record.template.id);
    let liam = store.opportunities_of(user(LIAM)).await.unwrap();
    let of_liam = seen.into_iter().filter(|r| r.student == user(LIAM));
    assert_eq!(liam, of_liam.collect::<Vec<_>>());
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
