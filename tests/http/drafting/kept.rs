use api::{CoreOrigin, DraftOutcome, Plan, ReadingDetail, ReadingList, UserId};
use serde_json::json;

use super::fake::Act;
use super::{GOOD, ask, codes, outcomes, start};
use crate::readings::{approve, edit, name_reader, path};
use crate::support::{NOW_MS, Running};

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_passes_is_kept_as_a_machines_and_never_approved() {
    let (server, fake, mut okafor, reading) = start().await;
    let list: ReadingList = okafor.get("/api/v1/readings").await.json();
    assert_eq!(list.drafting.unwrap().name, "fake-1");
    fake.then(Act::core(GOOD));
    let reply = ask(&mut okafor, &reading).await;
    assert_eq!(reply.outcome, DraftOutcome::Stored, "{:?}", reply.findings);
    assert_eq!((reply.model.as_str(), reply.cached), ("fake-1", false));
    let core = &reply.reading.cores[0];
    assert_eq!(core.origin, CoreOrigin::Machine("fake-1".to_owned()));
    assert_eq!(
        (core.core.as_slice(), core.shown),
        ([GOOD.to_owned()].as_slice(), false)
    );
    assert!(core.decision.is_none());
    assert_eq!(reply.reading.revision, reading.revision + 1);
    assert_eq!(
        server
            .query("SELECT action FROM audit WHERE action = 'draft'")
            .len(),
        1
    );

    // and students get none of it, until a reader of the language has approved it
    let approved = approve(&mut okafor, &reply.reading).await;
    let body = json!({ "class": server.district.maple });
    okafor
        .post(&path(reading.id, "/assignments"), &body)
        .await
        .expect_status(201);
    assert_eq!(cores_of_ana(&server).await, 0);
    let review = path(reading.id, "/cores/es/review");
    let decide = json!({ "sha256": approved.cores[0].sha256, "decision": "approve" });
    okafor
        .post(&review, &decide)
        .await
        .expect_problem(403, "forbidden");
    let nguyen_id = UserId(server::ids::from_parts(NOW_MS, [11; 10]));
    name_reader(&server, nguyen_id, "es").await;
    let mut nguyen = server.teacher("nguyen").await;
    nguyen.post(&review, &decide).await.expect_status(200);
    assert_eq!(cores_of_ana(&server).await, 1);
}

async fn cores_of_ana(server: &Running) -> usize {
    let mut ana = server.ana().await;
    let plan: Plan = ana.get("/api/v1/plan").await.json();
    let pack = plan.bridge.readings[0].pack.url();
    let reading: item_bank::bridge::Reading = ana.get(&pack).await.json();
    reading.cores.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_ask_costs_nothing_and_leaves_its_row() {
    let (server, fake, mut okafor, reading) = start().await;
    fake.then(Act::core(GOOD));
    let first = ask(&mut okafor, &reading).await;
    let again = ask(&mut okafor, &first.reading).await;
    assert_eq!((again.outcome, again.cached), (DraftOutcome::Stored, true));
    assert_eq!(fake.heard().len(), 1);
    assert_eq!(outcomes(&server), ["stored", "stored"]);
    // another text is another ask
    let mut body = edit(&again.reading, None);
    body["text"] = json!(format!("{} Think of one pound.", reading.text));
    let changed: ReadingDetail = okafor.put(&path(reading.id, ""), &body).await.json();
    fake.then(Act::core(GOOD));
    let other = ask(&mut okafor, &changed).await;
    assert!(!other.cached);
    assert_eq!(fake.heard().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machines_draft_that_a_person_changes_is_read_by_another() {
    let (server, fake, mut okafor, reading) = start().await;
    name_reader(&server, server.district.okafor, "es").await;
    fake.then(Act::core(GOOD));
    let drafted = ask(&mut okafor, &reading).await.reading;
    assert!(drafted.cores[0].may_review);
    let other = GOOD.replace("las ofertas", "los precios");
    let body = edit(&drafted, Some(&other));
    let changed: ReadingDetail = okafor.put(&path(reading.id, ""), &body).await.json();
    let core = &changed.cores[0];
    assert_eq!(core.origin, CoreOrigin::EditedMachine("fake-1".to_owned()));
    assert!(!core.may_review);
    let decide = json!({ "sha256": core.sha256, "decision": "approve" });
    let review = okafor
        .post(&path(reading.id, "/cores/es/review"), &decide)
        .await;
    review.expect_problem(403, "forbidden");
    // taking it away and putting it back makes it nobody's own hand
    let without: ReadingDetail = okafor
        .put(&path(reading.id, ""), &edit(&changed, None))
        .await
        .json();
    let back: ReadingDetail = okafor
        .put(&path(reading.id, ""), &edit(&without, Some(&other)))
        .await
        .json();
    assert_eq!(
        back.cores[0].origin,
        CoreOrigin::EditedMachine("fake-1".to_owned())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_of_what_is_not_a_draft_any_more_is_refused() {
    let (server, fake, mut okafor, reading) = start().await;
    let stale = json!({ "revision": reading.revision - 1, "language": "es" });
    let drafts = path(reading.id, "/drafts");
    okafor
        .post(&drafts, &stale)
        .await
        .expect_problem(409, "conflict");
    let unknown = json!({ "revision": reading.revision, "language": "xx" });
    let problem = okafor
        .post(&drafts, &unknown)
        .await
        .expect_problem(400, "malformed");
    assert_eq!(problem["field"], "language");
    approve(&mut okafor, &reading).await;
    let late = json!({ "revision": reading.revision, "language": "es" });
    okafor
        .post(&drafts, &late)
        .await
        .expect_problem(409, "conflict");
    assert!(fake.heard().is_empty() && outcomes(&server).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_model_nothing_is_drafted() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let reading = crate::readings::draft(&mut okafor).await;
    let body = json!({ "revision": 1, "language": "es" });
    let reply = okafor.post(&path(reading.id, "/drafts"), &body).await;
    reply.expect_problem(409, "conflict");
    assert!(outcomes(&server).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_calls_are_never_changed() {
    let (server, fake, mut okafor, reading) = start().await;
    fake.then(Act::core("Nada."));
    let reply = ask(&mut okafor, &reading).await;
    assert!(!codes(&reply).is_empty());
    let connection = rusqlite::Connection::open(server.database_path()).unwrap();
    for sql in [
        "UPDATE drafting_call SET outcome = 'stored'",
        "DELETE FROM drafting_call",
    ] {
        let error = connection.execute(sql, []).unwrap_err();
        assert!(error.to_string().contains("append-only"), "{error}");
    }
}
