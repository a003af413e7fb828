use api::{Plan, ReadingDetail, ReadingList, UserId};
use item_bank::bridge::Reading;
use serde_json::{Value, json};

use super::{SPANISH, approve, draft, name_reader, path, save};
use crate::support::{Client, NOW_MS, Running};

fn nguyen_id() -> UserId {
    UserId(server::ids::from_parts(NOW_MS, [11; 10]))
}

fn decide(of: &ReadingDetail, decision: &str, reason: Option<&str>) -> Value {
    json!({ "sha256": of.cores[0].sha256, "decision": decision, "reason": reason })
}

/// What Ana's device fetches.
async fn fetched(ana: &mut Client) -> Reading {
    let plan: Plan = ana.get("/api/v1/plan").await.expect_status(200).json();
    let pack = plan.bridge.readings[0].pack.clone();
    ana.get(&pack.url()).await.expect_status(200).json()
}

/// Approved by its teacher, with a text in Spanish that nobody has read, and in Ana's plan.
async fn assigned(server: &Running, okafor: &mut Client) -> ReadingDetail {
    let begun = draft(okafor).await;
    let saved = save(okafor, &begun, Some(SPANISH)).await;
    let approved = approve(okafor, &saved).await;
    let body = json!({ "class": server.district.maple });
    let reply = okafor.post(&path(begun.id, "/assignments"), &body).await;
    reply.expect_status(201);
    approved
}

#[tokio::test(flavor = "multi_thread")]
async fn students_get_a_home_text_when_a_reader_of_the_language_approved_it() {
    let server = Running::start().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let mut nguyen = server.teacher("nguyen").await;
    let reading = assigned(&server, &mut okafor).await;
    let review = path(reading.id, "/cores/es/review");
    assert!(fetched(&mut ana).await.cores.is_empty());

    // neither its author nor a colleague who reads another language
    name_reader(&server, nguyen_id(), "vi").await;
    for client in [&mut okafor, &mut nguyen] {
        let reply = client
            .post(&review, &decide(&reading, "approve", None))
            .await;
        reply.expect_problem(403, "forbidden");
    }
    assert!(fetched(&mut ana).await.cores.is_empty());

    name_reader(&server, nguyen_id(), "es").await;
    let list: ReadingList = nguyen.get("/api/v1/readings").await.json();
    assert_eq!(list.readings[0].unread.len(), 1);
    let reply = nguyen
        .post(&review, &decide(&reading, "approve", None))
        .await;
    let after: ReadingDetail = reply.expect_status(200).json();
    assert!(after.cores[0].shown);
    assert_ne!(after.pack, reading.pack);
    let core = fetched(&mut ana).await.cores.into_values().next().unwrap();
    let approval = core.approved.unwrap();
    assert_eq!(
        (approval.by.as_str(), approval.on.as_str()),
        ("Mr. Nguyen", "2026-09-10")
    );
    // who holds the older plan still finds its pack
    ana.get(&reading.pack.as_ref().unwrap().url())
        .await
        .expect_status(200);

    // the newest decision counts
    let back = decide(&reading, "return", Some("«uno solo» is unclear."));
    let after: ReadingDetail = nguyen.post(&review, &back).await.expect_status(200).json();
    assert!(!after.cores[0].shown);
    assert!(fetched(&mut ana).await.cores.is_empty());
    let rows = server.query("SELECT detail FROM audit WHERE action = 'review-reading'");
    assert_eq!(rows.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_wrote_it_by_hand_may_approve_it() {
    let server = Running::start().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    name_reader(&server, server.district.okafor, "es").await;
    let reading = assigned(&server, &mut okafor).await;
    assert!(reading.cores[0].may_review);
    let review = path(reading.id, "/cores/es/review");
    let reply = okafor
        .post(&review, &decide(&reading, "approve", None))
        .await;
    reply.expect_status(200);
    assert_eq!(fetched(&mut ana).await.cores.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_about_exactly_one_text_and_gives_its_reason() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    name_reader(&server, server.district.okafor, "es").await;
    let begun = draft(&mut okafor).await;
    let saved = save(&mut okafor, &begun, Some(SPANISH)).await;
    let review = path(begun.id, "/cores/es/review");
    let no_reason = okafor
        .post(&review, &decide(&saved, "return", Some(" ")))
        .await;
    assert_eq!(
        no_reason.expect_problem(400, "malformed")["field"],
        "reason"
    );
    let long = "x".repeat(501);
    let long = okafor
        .post(&review, &decide(&saved, "return", Some(&long)))
        .await;
    assert_eq!(long.expect_problem(400, "malformed")["field"], "reason");
    let other = path(begun.id, "/cores/ar/review");
    let none = okafor.post(&other, &decide(&saved, "approve", None)).await;
    none.expect_problem(404, "not-found");
    okafor
        .post(&review, &decide(&saved, "approve", None))
        .await
        .expect_status(200);

    // another word, in the English or in the Spanish, and it must be read again
    let mut longer = super::edit(&saved, Some(SPANISH));
    longer["text"] = json!(format!("{} Think of one pound.", saved.text));
    let changed: ReadingDetail = okafor.put(&path(begun.id, ""), &longer).await.json();
    assert!(changed.cores[0].decision.is_none());
    assert_ne!(changed.cores[0].sha256, saved.cores[0].sha256);
    let stale = okafor.post(&review, &decide(&saved, "approve", None)).await;
    stale.expect_problem(409, "conflict");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_checks_find_cannot_be_approved_by_anybody() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    name_reader(&server, server.district.okafor, "es").await;
    let begun = draft(&mut okafor).await;
    let wrong = "La tasa unitaria dice cuánto cuesta una sola cosa en la tienda.";
    let saved = save(&mut okafor, &begun, Some(wrong)).await;
    let review = path(begun.id, "/cores/es/review");
    let reply = okafor.post(&review, &decide(&saved, "approve", None)).await;
    let problem = reply.expect_problem(400, "malformed");
    assert!(problem["detail"].as_str().unwrap().contains("term-missing"));
    let back = decide(&saved, "return", Some("Keep the English term."));
    okafor.post(&review, &back).await.expect_status(200);
}
