use api::{Plan, ReadingDetail, ReadingPreview, ReadingState};
use item_bank::bridge::Reading;
use serde_json::json;

use super::{SPANISH, approve, draft, edit, name_reader, path, save};
use crate::support::{Client, Running};

async fn plan(student: &mut Client) -> Plan {
    student.get("/api/v1/plan").await.expect_status(200).json()
}

async fn assign(client: &mut Client, server: &Running, of: &ReadingDetail) {
    let body = json!({ "class": server.district.maple });
    let reply = client.post(&path(of.id, "/assignments"), &body).await;
    let after: ReadingDetail = reply.expect_status(201).json();
    assert_eq!(after.assignments[0].class, server.district.maple);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approved_reading_reaches_the_class_and_survives_a_restart() {
    let mut server = Running::start().await;
    let (mut okafor, mut ana, mut bao) = (
        server.okafor().await,
        server.ana().await,
        server.bao().await,
    );
    let begun = draft(&mut okafor).await;
    let saved = save(&mut okafor, &begun, None).await;
    let early = json!({ "class": server.district.maple });
    let reply = okafor.post(&path(begun.id, "/assignments"), &early).await;
    reply.expect_problem(409, "conflict");

    let approved = approve(&mut okafor, &saved).await;
    assert_eq!(approved.state, ReadingState::Approved);
    assert!(approved.pack.is_some() && !approved.may_edit);
    let before = ana.get("/api/v1/plan").await;
    assert!(before.json::<Plan>().bridge.readings.is_empty());
    assign(&mut okafor, &server, &approved).await;
    let twice = okafor.post(&path(begun.id, "/assignments"), &early).await;
    twice.expect_problem(409, "conflict");

    let after = ana.get("/api/v1/plan").await.expect_status(200);
    assert_ne!(before.header("etag"), after.header("etag"));
    let plan_now: Plan = after.json();
    let given = &plan_now.bridge.readings[0];
    assert_eq!(
        (given.title.as_str(), given.class_title.as_str()),
        ("Rice", "Period 2")
    );
    assert_eq!(given.teacher, "Ms. Okafor");
    assert_eq!(Some(&given.pack), approved.pack.as_ref());
    assert!(plan_now.english_pack.is_some());
    assert!(plan(&mut bao).await.bridge.readings.is_empty());
    let reading: Reading = ana.get(&given.pack.url()).await.expect_status(200).json();
    assert_eq!(
        (reading.title.as_str(), reading.paragraphs.len()),
        ("Rice", 2)
    );
    assert_eq!(reading.skills[0].as_str(), "6.RP.A.3b-unit-rate");
    assert!(reading.terms.iter().any(|it| it.as_str() == "unit-rate"));
    assert!(reading.paragraphs.iter().flatten().any(|it| it.key));
    assert!(reading.cores.is_empty());

    server.restart().await;
    let mut ana = server.ana().await;
    let again = plan(&mut ana).await;
    assert_eq!(again.bridge.readings, plan_now.bridge.readings);
    ana.get(&given.pack.url()).await.expect_status(200);

    let mut okafor = server.okafor().await;
    let taken = path(begun.id, &format!("/assignments/{}", server.district.maple));
    okafor.delete(&taken).await.expect_status(204);
    okafor.delete(&taken).await.expect_problem(404, "not-found");
    assert!(plan(&mut ana).await.bridge.readings.is_empty());
    let actions = server.query("SELECT detail FROM audit WHERE action = 'assign-reading'");
    assert_eq!(actions.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approved_reading_never_changes_and_a_copy_does() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    let begun = draft(&mut okafor).await;
    let saved = save(&mut okafor, &begun, Some(SPANISH)).await;
    let approved = approve(&mut okafor, &saved).await;
    let put = okafor
        .put(&path(begun.id, ""), &edit(&approved, None))
        .await;
    put.expect_problem(409, "conflict");
    let step = json!({ "revision": approved.revision });
    let again = okafor.post(&path(begun.id, "/approve"), &step).await;
    again.expect_problem(409, "conflict");

    // a colleague of the school uses it, and may not change it
    let seen: ReadingDetail = nguyen
        .get(&path(begun.id, ""))
        .await
        .expect_status(200)
        .json();
    assert!(!seen.mine && !seen.may_edit);
    let put = nguyen.put(&path(begun.id, ""), &edit(&seen, None)).await;
    put.expect_problem(403, "forbidden");
    let retire = nguyen.post(&path(begun.id, "/retire"), &step).await;
    retire.expect_problem(403, "forbidden");
    let copies = nguyen.post_raw(&path(begun.id, "/copies"), "").await;
    let copy: ReadingDetail = copies.expect_status(201).json();
    assert!(copy.mine && copy.may_edit);
    assert_eq!((copy.copy_of, copy.revision), (Some(begun.id), 1));
    assert_eq!(copy.cores[0].core, [SPANISH]);
    assert_eq!(copy.cores[0].by, "Ms. Okafor");
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_block_the_approval_with_their_codes() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let begun = draft(&mut okafor).await;
    let wrong = "La tasa unitaria dice cuánto cuesta una sola cosa en la tienda.";
    let saved = save(&mut okafor, &begun, Some(wrong)).await;
    let step = json!({ "revision": saved.revision });
    let reply = okafor.post(&path(begun.id, "/approve"), &step).await;
    let problem = reply.expect_problem(400, "malformed");
    let detail = problem["detail"].as_str().unwrap();
    assert!(
        detail.contains("term-missing") && detail.contains("'es'"),
        "{detail}"
    );
    let saved = save(&mut okafor, &saved, Some(SPANISH)).await;
    approve(&mut okafor, &saved).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retired_reading_is_in_no_plan() {
    let server = Running::start().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let begun = draft(&mut okafor).await;
    let approved = approve(&mut okafor, &begun).await;
    assign(&mut okafor, &server, &approved).await;
    assert_eq!(plan(&mut ana).await.bridge.readings.len(), 1);
    let step = json!({ "revision": approved.revision });
    let reply = okafor.post(&path(begun.id, "/retire"), &step).await;
    let retired: ReadingDetail = reply.expect_status(200).json();
    assert_eq!((retired.state, retired.pack), (ReadingState::Retired, None));
    assert!(plan(&mut ana).await.bridge.readings.is_empty());
    let again = okafor.post(&path(begun.id, "/retire"), &step).await;
    again.expect_problem(409, "conflict");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_has_what_students_would_not_get_yet() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let begun = draft(&mut okafor).await;
    let saved = save(&mut okafor, &begun, Some(SPANISH)).await;
    let preview: ReadingPreview = okafor.get(&path(begun.id, "/preview")).await.json();
    let spanish = "es".parse().unwrap();
    assert_eq!(preview.not_shown, [spanish]);
    assert!(
        preview.reading.cores[&"es".parse().unwrap()]
            .approved
            .is_none()
    );
    assert!(!preview.languages.is_empty());
    okafor.get(&preview.english.url()).await.expect_status(200);

    let approved = approve(&mut okafor, &saved).await;
    name_reader(&server, server.district.okafor, "es").await;
    let sha256 = &approved.cores[0].sha256;
    let body = json!({ "sha256": sha256, "decision": "approve" });
    let reply = okafor
        .post(&path(begun.id, "/cores/es/review"), &body)
        .await;
    reply.expect_status(200);
    let preview: ReadingPreview = okafor.get(&path(begun.id, "/preview")).await.json();
    assert!(preview.not_shown.is_empty());
    let core = &preview.reading.cores[&"es".parse().unwrap()];
    assert_eq!(core.approved.as_ref().unwrap().by, "Ms. Okafor");
}
