use api::{CoreOrigin, ReadingDetail, ReadingList, ReadingState};
use serde_json::{Value, json};

use super::{IDEA, SPANISH, TEXT, draft, edit, path, save};
use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn a_teacher_begins_a_reading_and_chooses() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let begun = draft(&mut okafor).await;
    assert_eq!((begun.state, begun.revision), (ReadingState::Draft, 1));
    assert!(begun.mine && begun.may_edit && begun.key_sentences.is_none());
    assert_eq!(begun.text, TEXT);
    assert_eq!(begun.analysis.concepts[0].topic.to_string(), IDEA);

    let mut body = edit(&begun, Some(SPANISH));
    body["title"] = json!("  Two bags of rice ");
    body["key_sentences"] = json!([2, 0, 2]);
    body["removed_terms"] = json!(["compare", "not-in-the-text"]);
    let reply = okafor.put(&path(begun.id, ""), &body).await;
    let saved: ReadingDetail = reply.expect_status(200).json();
    assert_eq!(
        (saved.title.as_str(), saved.revision),
        ("Two bags of rice", 2)
    );
    assert_eq!(saved.key_sentences, Some(vec![0, 2]));
    let removed: Vec<&str> = saved
        .removed_terms
        .iter()
        .map(item_bank::TermId::as_str)
        .collect();
    assert_eq!(removed, ["compare"]);
    assert_eq!(saved.topics[0].to_string(), IDEA);
    let core = &saved.cores[0];
    assert_eq!((core.name.as_str(), core.right_to_left), ("Español", false));
    assert_eq!(core.origin, CoreOrigin::Written);
    assert_eq!(
        (core.by.as_str(), core.shown, core.may_review),
        ("Ms. Okafor", false, false)
    );
    assert!(core.view.is_some() && core.decision.is_none());
    assert!(core.findings.is_empty(), "{:?}", core.findings);

    let list: ReadingList = okafor
        .get("/api/v1/readings")
        .await
        .expect_status(200)
        .json();
    let one = &list.readings[0];
    assert_eq!(
        (one.id, one.title.as_str(), one.mine),
        (begun.id, "Two bags of rice", true)
    );
    assert_eq!((one.languages.len(), one.unread.len()), (1, 1));
    assert_eq!(list.drafting, None);
    let audit = server.query("SELECT action FROM audit WHERE action = 'edit-reading'");
    assert_eq!(audit.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_pages_that_save_one_is_told() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let begun = draft(&mut okafor).await;
    save(&mut okafor, &begun, None).await;
    let again = okafor.put(&path(begun.id, ""), &edit(&begun, None)).await;
    let problem = again.expect_problem(409, "conflict");
    assert_eq!(problem["field"], "revision");
    let now: ReadingDetail = okafor.get(&path(begun.id, "")).await.json();
    assert_eq!(now.revision, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept_is_refused_and_nothing_is_saved() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let begun = draft(&mut okafor).await;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut body = edit(&begun, Some(SPANISH));
        change(&mut body);
        body
    };
    let core = |language: &str, core: Value| json!({ "language": language, "core": core });
    let cases = [
        ("title", with(&|it| it["title"] = json!(" "))),
        ("title", with(&|it| it["title"] = json!("x".repeat(121)))),
        ("title", with(&|it| it["title"] = json!("Two\nlines"))),
        ("text", with(&|it| it["text"] = json!(""))),
        (
            "text",
            with(&|it| it["text"] = json!("A rate.\u{202e}.etar A")),
        ),
        ("text", with(&|it| it["text"] = json!("A rate.\u{1b}[2J"))),
        (
            "key_sentences",
            with(&|it| it["key_sentences"] = json!([4])),
        ),
        (
            "topics",
            with(&|it| it["topics"] = json!(["skill/no-such"])),
        ),
        ("topics", with(&|it| it["topics"] = json!(["term/ratio"]))),
        (
            "cores",
            with(&|it| it["cores"] = json!([core("xx", json!(["Uno."]))])),
        ),
        (
            "cores",
            with(&|it| it["cores"] = json!([core("es", json!([]))])),
        ),
        (
            "cores",
            with(&|it| it["cores"] = json!([core("es", json!(["a", "b", "c", "d"]))])),
        ),
        (
            "cores",
            with(&|it| it["cores"] = json!([core("es", json!([" "]))])),
        ),
        (
            "cores",
            with(&|it| it["cores"] = json!([core("es", json!(["ñ".repeat(421)]))])),
        ),
        (
            "cores",
            with(&|it| {
                it["cores"] = json!([core("es", json!(["Uno."])), core("es", json!(["Dos."]))]);
            }),
        ),
    ];
    for (field, body) in cases {
        let reply = okafor.put(&path(begun.id, ""), &body).await;
        let problem = reply.expect_problem(400, "malformed");
        assert_eq!(problem["field"], field, "{problem}");
    }
    let now: ReadingDetail = okafor.get(&path(begun.id, "")).await.json();
    assert_eq!(now.revision, 1);
    assert!(now.cores.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_are_told_when_it_is_saved() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let begun = draft(&mut okafor).await;
    let reasons = |detail: &ReadingDetail| {
        let found = detail.cores[0].findings.iter();
        found.map(|it| it.reason.clone()).collect::<Vec<_>>()
    };
    let saved = save(
        &mut okafor,
        &begun,
        Some("La tasa unitaria dice cuánto cuesta una sola cosa."),
    )
    .await;
    assert!(
        reasons(&saved).contains(&"term-missing".to_owned()),
        "{:?}",
        reasons(&saved)
    );
    let saved = save(
        &mut okafor,
        &saved,
        Some("Un [[unit rate]] dice cuánto: 99 dólares por [[compare]] ofertas."),
    )
    .await;
    assert_eq!(reasons(&saved), ["number-changed"]);
    let saved = save(
        &mut okafor,
        &saved,
        Some("Un [[unit rate dice cuánto cuesta uno solo en la tienda."),
    )
    .await;
    assert!(reasons(&saved).contains(&"bad-mark".to_owned()));
    assert!(saved.cores[0].view.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_its_authors_alone() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    let begun = draft(&mut okafor).await;
    for rest in ["", "/preview"] {
        nguyen
            .get(&path(begun.id, rest))
            .await
            .expect_problem(404, "not-found");
    }
    let list: ReadingList = nguyen.get("/api/v1/readings").await.json();
    assert!(list.readings.is_empty());
    nguyen
        .get("/api/v1/readings/what")
        .await
        .expect_problem(404, "not-found");
}
