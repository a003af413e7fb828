use api::{BatchReply, OutcomeStatus, RejectReason, ResponseRecord};
use item_bank::RawAnswer;
use serde_json::{Value, json};

use crate::support::{Answering, Client, Running, batch};

const PATH: &str = "/api/v1/responses";

/// Why the one response of a batch was rejected.
async fn rejection(client: &mut Client, record: ResponseRecord) -> (RejectReason, String) {
    let reply = client
        .post(PATH, &batch(vec![record]))
        .await
        .expect_status(200);
    let reply: BatchReply = reply.json();
    assert!(reply.estimates.is_empty());
    match reply.outcomes.into_iter().next().unwrap().status {
        OutcomeStatus::Rejected { reason, detail } => (reason, detail),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_template_and_a_version_that_is_gone_are_told_apart() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let mut record = answering.record(answering.right());
    record.template.id = "never-written".parse().unwrap();
    let (reason, detail) = rejection(&mut ana, record.clone()).await;
    assert_eq!(reason, RejectReason::UnknownTemplate);
    assert!(detail.contains("never-written"), "{detail}");
    record.template = answering.reference();
    record.template.version += 7;
    let (reason, detail) = rejection(&mut ana, record).await;
    assert_eq!(reason, RejectReason::VersionGone);
    assert!(detail.contains("version 8 was never kept"), "{detail}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_an_answer_is_rejected_with_the_reason() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let (number, choice) = (Answering::number(), Answering::choice());
    let text = |text: &str| number.record(RawAnswer::Text(text.to_owned()));
    for (record, words) in [
        (text("twelve"), "not a number"),
        (text(""), "empty"),
        (text("3/0"), "divides by zero"),
        (text(&"9".repeat(500)), "too long"),
        (number.record(RawAnswer::Choice(1)), "does not fit"),
        (
            choice.record(RawAnswer::Text("1/2".to_owned())),
            "does not fit",
        ),
        (choice.record(RawAnswer::Choice(99)), "does not fit"),
    ] {
        let (reason, detail) = rejection(&mut ana, record).await;
        assert_eq!(reason, RejectReason::Unreadable, "{detail}");
        assert!(detail.contains(words), "{detail:?} does not say {words:?}");
    }
    assert!(server.query("SELECT hex(id) FROM response").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_out_of_range_are_rejected() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let rungs = answering.item.hints.len() as u8;
    let record = || answering.record(answering.right());
    for record in [
        ResponseRecord {
            attempt: 0,
            ..record()
        },
        ResponseRecord {
            attempt: 21,
            ..record()
        },
        ResponseRecord {
            hints: rungs + 1,
            ..record()
        },
        ResponseRecord {
            elapsed_ms: 86_400_001,
            ..record()
        },
    ] {
        let (reason, _) = rejection(&mut ana, record).await;
        assert_eq!(reason, RejectReason::OutOfRange);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_bad_response_does_not_hold_up_the_good() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let (mut one, other) = (Answering::number(), Answering::choice());
    let first = one.record(one.right());
    one.reseed(9);
    let unreadable = one.record(RawAnswer::Text("?".to_owned()));
    let last = other.record(other.right());
    let reply = ana
        .post(PATH, &batch(vec![first, unreadable, last]))
        .await
        .expect_status(200);
    let reply: BatchReply = reply.json();
    let stored: Vec<bool> = reply
        .outcomes
        .iter()
        .map(|outcome| matches!(outcome.status, OutcomeStatus::Stored { .. }))
        .collect();
    assert_eq!(stored, [true, false, true]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_cannot_be_forged() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let honest = batch(vec![answering.record(answering.wrong())]);
    let mut forged: Value = serde_json::to_value(&honest).unwrap();
    for claim in [
        "correct", "verdict", "result", "skill", "student", "estimate",
    ] {
        let mut body = forged.clone();
        body["responses"][0][claim] = json!(true);
        let problem = ana.post(PATH, &body).await.expect_problem(400, "malformed");
        assert_eq!(
            problem["field"],
            format!("responses[0].{claim}"),
            "{problem}"
        );
    }
    forged["student"] = json!(server.district.liam);
    ana.post(PATH, &forged)
        .await
        .expect_problem(400, "malformed");
    let reply: BatchReply = ana.post(PATH, &honest).await.expect_status(200).json();
    let wrong = matches!(&reply.outcomes[0].status,
        OutcomeStatus::Stored { result, .. } if !result.is_correct());
    assert!(wrong, "{reply:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_that_are_not_batches_say_where() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let good = serde_json::to_value(batch(vec![answering.record(answering.right())])).unwrap();
    for (pointer, value, field) in [
        ("/responses/0/seed", json!(-1), "responses[0].seed"),
        ("/responses/0/id", json!("not-an-id"), "responses[0].id"),
        (
            "/responses/0/answer",
            json!({ "essay": "x" }),
            "responses[0].answer",
        ),
        (
            "/responses/0/template/id",
            json!("no spaces!"),
            "responses[0].template.id",
        ),
        ("/sent_at_ms", json!("yesterday"), "sent_at_ms"),
    ] {
        let mut body = good.clone();
        *body.pointer_mut(pointer).unwrap() = value;
        let problem = ana.post(PATH, &body).await.expect_problem(400, "malformed");
        let found = problem["field"].as_str().unwrap_or_default();
        assert!(
            found.starts_with(field),
            "{found} is not {field}: {problem}"
        );
    }
    let text = good.to_string();
    ana.post_raw(PATH, text[..text.len() - 5].to_owned())
        .await
        .expect_problem(400, "malformed");
    assert!(server.query("SELECT hex(id) FROM response").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn too_much_at_once_is_refused_whole() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let record = || answering.record(answering.right());
    let many = batch((0..401).map(|_| record()).collect());
    let problem = ana.post(PATH, &many).await.expect_problem(413, "too-large");
    assert_eq!(problem["field"], "responses");
    assert!(problem["remedy"].as_str().unwrap().contains("400"));
    let large = RawAnswer::Text("1".repeat(300 * 1024));
    ana.post(PATH, &batch(vec![answering.record(large)]))
        .await
        .expect_problem(413, "too-large");
    assert!(server.query("SELECT hex(id) FROM response").is_empty());
    ana.post(PATH, &batch(Vec::new())).await.expect_status(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_session_stores_nothing() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let body = batch(vec![answering.record(answering.right())]);
    server.clock.advance(13 * 3_600_000);
    ana.post(PATH, &body)
        .await
        .expect_problem(401, "session-expired");
    assert!(server.query("SELECT hex(id) FROM response").is_empty());
    // Signed in again, the same batch goes through.
    ana.sign_in_student("MAPLE-27", "Ana R", "1234")
        .await
        .expect_status(200);
    let reply: BatchReply = ana.post(PATH, &body).await.expect_status(200).json();
    assert!(matches!(
        reply.outcomes[0].status,
        OutcomeStatus::Stored { .. }
    ));
}
