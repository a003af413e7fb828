use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

const MOST: usize = 100;

fn record(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn queue(len: u128) -> Vec<Uuid> {
    (1..=len).map(record).collect()
}

fn outbox() -> Outbox {
    Outbox::new(MOST)
}

const PASSING: Failure = Failure::Passing {
    retry_after_s: None,
};

#[test]
fn an_empty_outbox_rests() {
    assert_eq!(outbox().next(&[], 0), Step::Rest);
}

#[test]
fn batches_keep_the_order_and_the_limit() {
    let queue = queue(500);
    let Step::Send(batch) = outbox().next(&queue, 0) else {
        panic!("nothing sent")
    };
    assert_eq!(batch[..], queue[..MOST]);
}

#[test]
fn pauses_double_are_spread_and_end() {
    let mut outbox = outbox();
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
    let mut outbox = outbox();
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
    let mut outbox = outbox();
    outbox.failed(&queue(1), Failure::SignedOut, 0, 0.0);
    assert_eq!(outbox.next(&queue(3), i64::MAX), Step::Rest);
    outbox.signed_in();
    assert!(matches!(outbox.next(&queue(3), 0), Step::Send(batch) if batch.len() == 3));
}

#[test]
fn one_answer_that_is_refused_does_not_hold_up_the_others() {
    let mut outbox = outbox();
    let mut left = queue(9);
    let bad = left[6];
    let mut rounds = 0;
    while let Step::Send(batch) = outbox.next(&left, 0) {
        if batch.contains(&bad) {
            outbox.failed(&batch, Failure::Refused, 0, 0.0);
        } else {
            outbox.replied();
            left.retain(|id| !batch.contains(id));
        }
        rounds += 1;
        assert!(rounds < 60, "the outbox never comes to rest");
    }
    assert_eq!(left, [bad]);
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
        let mut outbox = outbox();
        let mut school = BTreeSet::new();
        let mut device: Vec<Uuid> = Vec::new();
        let mut given = BTreeSet::new();
        let (mut now, mut made) = (0i64, 0u128);
        let calm = std::iter::repeat_n(Net::Works, 30);
        for (turn, weather) in weather.into_iter().chain(calm).enumerate() {
            for _ in 0..arrivals.get(turn).copied().unwrap_or(0) {
                made += 1;
                given.insert(record(made));
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
                        school.extend(batch.iter().copied());
                        outbox.failed(&batch, PASSING, now, 0.5);
                    }
                    Net::Works => {
                        school.extend(batch.iter().copied());
                        outbox.replied();
                        device.retain(|id| !batch.contains(id));
                    }
                }
            }
            let kept: BTreeSet<_> = device.iter().copied().collect();
            prop_assert!(given.iter().all(|id| school.contains(id) || kept.contains(id)));
        }
        prop_assert_eq!(school, given);
        prop_assert!(device.is_empty());
    }
}
