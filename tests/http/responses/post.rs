use api::{BatchReply, Outcome, OutcomeStatus, RejectReason};
use engine::{Ability, AbilityPrior, Help, ItemParams, Observation, SchoolDay, SkillState};
use item_bank::{RawAnswer, Verdict};

use crate::support::{Answering, Client, NOW_MS, Running, batch};

const PATH: &str = "/api/v1/responses";

async fn post(client: &mut Client, body: &api::ResponseBatch) -> BatchReply {
    client.post(PATH, body).await.expect_status(200).json()
}

fn is_stored(outcome: &Outcome, verdict: &Verdict) -> bool {
    matches!(&outcome.status, OutcomeStatus::Stored { result, .. } if result == verdict)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_checked_here_and_moves_the_estimate_as_the_engine_says() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let reply = post(&mut ana, &batch(vec![answering.record(answering.right())])).await;
    assert!(
        is_stored(&reply.outcomes[0], &Verdict::Correct),
        "{reply:?}"
    );
    assert!(reply.clock.is_none());

    let bank = item_bank::Bank::embedded();
    let params = bank.skill(&answering.item.skill).unwrap().params;
    let prior = AbilityPrior::default();
    let mut ability = Ability::new(&prior);
    let mut expected = SkillState::new(&params);
    expected.observe(
        &params,
        &mut ability,
        &prior,
        &Observation {
            correct: true,
            item: ItemParams {
                difficulty: answering.item.difficulty.logits(),
                chance: 0.0,
            },
            help: Help {
                depth: 0,
                of: answering.item.hints.len() as u8,
            },
            bridged: false,
            day: SchoolDay::from_epoch_ms(NOW_MS - 1_000),
        },
    );
    assert_eq!(reply.estimates.len(), 1);
    assert_eq!(reply.estimates[0].skill, answering.item.skill);
    let state = reply.estimates[0].state;
    assert_eq!(state, expected);
    assert_eq!(
        state.odds.to_bits(),
        expected.odds.to_bits(),
        "every bit crosses the wire"
    );
    assert_ne!(ability, Ability::new(&prior), "ability is at work here");
    assert_eq!(reply.ability, ability);
    assert_eq!(reply.ability.mean.to_bits(), ability.mean.to_bits());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_answer_is_wrong_and_a_choice_is_a_choice() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let (number, choice) = (Answering::number(), Answering::choice());
    let reply = post(
        &mut ana,
        &batch(vec![
            number.record(number.wrong()),
            choice.record(choice.right()),
            // the wrong one of the same item again: kept, but the first attempt is what counts
            api::ResponseRecord {
                attempt: 2,
                ..choice.record(choice.wrong())
            },
        ]),
    )
    .await;
    let verdicts: Vec<bool> = reply
        .outcomes
        .iter()
        .map(|outcome| match &outcome.status {
            OutcomeStatus::Stored { result, .. } => result.is_correct(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(verdicts, [false, true, false]);
    let opportunities: Vec<u32> = reply
        .estimates
        .iter()
        .map(|estimate| estimate.state.opportunities)
        .collect();
    assert_eq!(opportunities, [1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn posting_again_is_harmless() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let body = batch(vec![answering.record(answering.right())]);
    let first = post(&mut ana, &body).await;
    for _ in 0..3 {
        let again = post(&mut ana, &body).await;
        assert_eq!(again.outcomes[0].status, OutcomeStatus::Duplicate);
        assert_eq!(again.estimates, first.estimates, "nothing moved");
    }
    // twice in one batch
    let twice = answering.record(answering.right());
    let reply = post(&mut ana, &batch(vec![twice.clone(), twice])).await;
    assert_eq!(reply.outcomes[1].status, OutcomeStatus::Duplicate);
    assert_eq!(server.query("SELECT hex(id) FROM response").len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_is_used_once_even_by_another_student() {
    let server = Running::start().await;
    let (mut ana, mut liam) = (
        server.ana().await,
        server.student("MAPLE-27", "Liam", "2345").await,
    );
    let answering = Answering::number();
    let record = answering.record(answering.right());
    post(&mut ana, &batch(vec![record.clone()])).await;
    let other = api::ResponseRecord {
        answer: answering.wrong(),
        ..record.clone()
    };
    let reused = [
        post(&mut ana, &batch(vec![other])).await,
        post(&mut liam, &batch(vec![record])).await,
    ];
    for reply in reused {
        let status = &reply.outcomes[0].status;
        let is_refused = matches!(
            status,
            OutcomeStatus::Rejected {
                reason: RejectReason::IdReused,
                ..
            }
        );
        assert!(is_refused, "{status:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answering_the_same_item_anew_does_not_count_again() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let records = (0..5)
        .map(|_| answering.record(answering.right()))
        .collect();
    let reply = post(&mut ana, &batch(records)).await;
    assert_eq!(reply.estimates[0].state.opportunities, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn almost_is_kept_and_not_scored() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let bank = item_bank::Bank::embedded();
    let almost = bank.templates().find_map(|template| {
        let item = item_bank::instantiate(template, 3).ok()?;
        let item_bank::Key::Number { value, .. } = &item.key else {
            return None;
        };
        let doubled = format!("{}/{}", value.numerator() * 2, value.denominator() * 2);
        let answer = RawAnswer::Text(doubled);
        let verdict = item_bank::check(&item, &answer);
        matches!(verdict, Verdict::Almost { .. }).then_some((template, answer, verdict))
    });
    let (template, answer, verdict) = almost.expect("some item asks for a form");
    let mut record = Answering::number().record(answer);
    record.template = item_bank::TemplateRef {
        id: template.id.clone(),
        version: template.version,
    };
    record.seed = 3;
    let reply = post(&mut ana, &batch(vec![record])).await;
    assert!(is_stored(&reply.outcomes[0], &verdict), "{reply:?}");
    assert!(
        reply
            .estimates
            .iter()
            .all(|estimate| estimate.state.opportunities == 0)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_years_off_loses_nothing_and_is_told() {
    const YEAR: i64 = 365 * 86_400_000;
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let mut answering = Answering::number();
    for (seed, off) in [(1, -3 * YEAR), (2, 2 * YEAR)] {
        answering.reseed(seed);
        let mut body = batch(vec![answering.record(answering.right())]);
        body.sent_at_ms += off;
        body.responses[0].answered_at_ms += off;
        let reply = post(&mut ana, &body).await;
        assert!(is_stored(&reply.outcomes[0], &Verdict::Correct));
        let notice = reply.clock.unwrap();
        assert_eq!(notice.off_by_ms, off);
        let words = if off < 0 {
            "3 years behind"
        } else {
            "2 years ahead"
        };
        assert!(notice.detail.contains(words), "{}", notice.detail);
        // The school's day counts, so nothing seems to have been forgotten for years.
        let day = reply.estimates[0].state.last_day;
        assert_eq!(day, Some(SchoolDay::from_epoch_ms(NOW_MS)));
    }
    let times = server.query("SELECT CAST(effective_at_ms AS TEXT) FROM response");
    assert_eq!(
        times,
        [(NOW_MS - 1_000).to_string(), (NOW_MS - 1_000).to_string()]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_weeks_offline_arrive_at_once() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let mut answering = Answering::number();
    let records: Vec<_> = (0..400)
        .map(|n| {
            answering.reseed(n);
            let mut record = answering.record(answering.right());
            record.answered_at_ms = NOW_MS - i64::from(400 - n) * 3_000_000;
            record
        })
        .collect();
    let body = batch(records);
    let reply = post(&mut ana, &body).await;
    assert_eq!(reply.outcomes.len(), 400);
    assert!(
        reply
            .outcomes
            .iter()
            .all(|outcome| is_stored(outcome, &Verdict::Correct))
    );
    assert_eq!(reply.estimates[0].state.opportunities, 400);
    let again = post(&mut ana, &body).await;
    assert!(
        again
            .outcomes
            .iter()
            .all(|o| o.status == OutcomeStatus::Duplicate)
    );
}
