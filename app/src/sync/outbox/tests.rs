use std::collections::BTreeSet;

use api::{Outcome, OutcomeStatus};
use item_bank::{RawAnswer, TemplateRef};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn record(n: u128) -> ResponseRecord {
    ResponseRecord {
        id: Uuid::from_u128(n).into(),
        template: TemplateRef {
            id: "t".parse().unwrap(),
            version: 1,
        },
        seed: 1,
        attempt: 1,
        answer: RawAnswer::Text("1".into()),
        hints: 0,
        bridge: false,
        answered_at_ms: n as i64,
        elapsed_ms: 1,
    }
}

fn queue(len: u128) -> Vec<ResponseRecord> {
    (1..=len).map(record).collect()
}

fn reply_to(sent: &[ResponseRecord]) -> BatchReply {
    let of = |record: &ResponseRecord| Outcome {
        id: record.id,
        status: OutcomeStatus::Duplicate,
    };
    BatchReply {
        outcomes: sent.iter().map(of).collect(),
        estimates: Vec::new(),
        ability: engine::Ability::new(&engine::AbilityPrior::default()),
        server_time_ms: 0,
        clock: None,
    }
}

const PASSING: Failure = Failure::Passing {
    retry_after_s: None,
};

#[test]
fn an_empty_outbox_rests() {
    assert_eq!(Outbox::default().next(&[], 0), Step::Rest);
}

#[test]
fn batches_keep_the_order_and_the_limit() {
    let queue = queue(500);
    let Step::Send(batch) = Outbox::default().next(&queue, 0) else {
        panic!("nothing sent")
    };
    assert_eq!(batch[..], queue[..MAX_BATCH]);
}

#[test]
fn pauses_double_are_spread_and_end() {
    let mut outbox = Outbox::default();
    let mut pauses = Vec::new();
    for _ in 0..8 {
        outbox.failed(&queue(1), PASSING, 0, 0.999);
        let Step::WaitUntil(until) = outbox.next(&queue(1), 0) else {
            panic!("no pause")
        };
        pauses.push(until);
    }
    assert_eq!(pauses[0], 1_999);
    assert!(pauses.windows(2).all(|pair| pair[1] >= pair[0]));
    assert!(pauses.iter().all(|&pause| pause <= LONGEST_PAUSE_MS));
    assert!(matches!(
        outbox.next(&queue(1), LONGEST_PAUSE_MS),
        Step::Send(_)
    ));
}

#[test]
fn retry_after_is_honoured() {
    let mut outbox = Outbox::default();
    outbox.failed(
        &queue(1),
        Failure::Passing {
            retry_after_s: Some(30),
        },
        1_000,
        0.0,
    );
    assert_eq!(outbox.next(&queue(1), 2_000), Step::WaitUntil(31_000));
    outbox.hurry();
    assert!(matches!(outbox.next(&queue(1), 2_000), Step::Send(_)));
}

#[test]
fn nothing_goes_without_a_session() {
    let mut outbox = Outbox::default();
    outbox.failed(&queue(1), Failure::SignedOut, 0, 0.0);
    assert_eq!(outbox.next(&queue(3), i64::MAX), Step::Rest);
    outbox.signed_in();
    assert!(matches!(outbox.next(&queue(3), 0), Step::Send(batch) if batch.len() == 3));
}

#[test]
fn one_answer_that_is_refused_does_not_hold_up_the_others() {
    let mut outbox = Outbox::default();
    let mut left = queue(9);
    let bad = left[6].id;
    let mut rounds = 0;
    while let Step::Send(batch) = outbox.next(&left, 0) {
        if batch.iter().any(|record| record.id == bad) {
            outbox.failed(&batch, Failure::Refused, 0, 0.0);
        } else {
            let done = outbox.replied(&reply_to(&batch));
            left.retain(|record| !done.contains(&record.id));
        }
        rounds += 1;
        assert!(rounds < 60, "the outbox never comes to rest");
    }
    assert_eq!(
        left.iter().map(|record| record.id).collect::<Vec<_>>(),
        [bad]
    );
    assert_eq!(outbox.set_aside(), 1);
}

/// What the network may do to one batch.
#[derive(Clone, Copy, Debug)]
enum Net {
    Works,
    /// The server never saw it.
    Lost,
    /// Committed, but the reply was lost.
    ReplyLost,
    SignedOut,
}

fn net() -> impl Strategy<Value = Net> {
    prop_oneof![
        4 => Just(Net::Works),
        2 => Just(Net::Lost),
        2 => Just(Net::ReplyLost),
        1 => Just(Net::SignedOut),
    ]
}

proptest! {
    /// Whatever the network does, an answer is at school or on the device, and in the end all are
    /// at school, each once.
    #[test]
    fn no_answer_is_ever_lost(
        weather in prop::collection::vec(net(), 0..40),
        arrivals in prop::collection::vec(0usize..4, 1..40),
    ) {
        let mut outbox = Outbox::default();
        let mut school = BTreeSet::new();
        let mut device: Vec<ResponseRecord> = Vec::new();
        let mut given = BTreeSet::new();
        let (mut now, mut made) = (0i64, 0u128);
        let calm = std::iter::repeat_n(Net::Works, 30);
        for (turn, weather) in weather.into_iter().chain(calm).enumerate() {
            for _ in 0..arrivals.get(turn).copied().unwrap_or(0) {
                made += 1;
                given.insert(record(made).id);
                device.push(record(made));
            }
            now += LONGEST_PAUSE_MS;
            if let Step::Send(batch) = outbox.next(&device, now) {
                match weather {
                    Net::Lost => outbox.failed(&batch, PASSING, now, 0.5),
                    Net::SignedOut => {
                        outbox.failed(&batch, Failure::SignedOut, now, 0.5);
                        outbox.signed_in();
                    }
                    Net::ReplyLost => {
                        school.extend(batch.iter().map(|record| record.id));
                        outbox.failed(&batch, PASSING, now, 0.5);
                    }
                    Net::Works => {
                        school.extend(batch.iter().map(|record| record.id));
                        let done = outbox.replied(&reply_to(&batch));
                        device.retain(|record| !done.contains(&record.id));
                    }
                }
            }
            let kept: BTreeSet<_> = device.iter().map(|record| record.id).collect();
            prop_assert!(given.iter().all(|id| school.contains(id) || kept.contains(id)));
        }
        prop_assert_eq!(school, given);
        prop_assert!(device.is_empty());
    }
}
