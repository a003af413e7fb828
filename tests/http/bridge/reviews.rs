use api::{BridgePolicy, Decision, LanguageChoice, LanguageReview, Plan, TextPage, TextState};
use item_bank::bridge::{Unit, UnitId, units};
use item_bank::{Bank, LanguagePack};
use reqwest::Method;
use serde_json::{Value, json};
use store::{AuditAction, AuditEntry, NewUnitReview};

use crate::support::{Client, Running, Setup};

const PATH: &str = "/api/v1/bridge/languages/es/reviews";
const PLAN: &str = "/api/v1/plan";

/// A district that shows only what was approved; Ms. Okafor reads Spanish.
async fn start() -> Running {
    let server = Running::start_with(Setup {
        bridge: BridgePolicy::ApprovedOnly,
        ..Setup::default()
    })
    .await;
    let es = "es".parse().unwrap();
    let okafor = server.district.okafor;
    server.store().set_reader(okafor, es, true).await.unwrap();
    server
}

fn unit(name: &str) -> Unit {
    let all = units(Bank::embedded(), &"es".parse().unwrap());
    let id: UnitId = name.parse().unwrap();
    all.into_iter().find(|unit| unit.id == id).unwrap()
}

fn decide(name: &str, decision: &str, reason: Option<&str>) -> Value {
    let unit = unit(name);
    json!({ "unit": unit.id, "sha256": unit.sha256, "decision": decision, "reason": reason })
}

fn all(decisions: &[Value]) -> Value {
    json!({ "decisions": decisions })
}

async fn spanish(client: &mut Client) -> Option<LanguagePack> {
    let plan: Plan = client.get(PLAN).await.expect_status(200).json();
    let pack = plan.language_pack?;
    Some(client.get(&pack.url()).await.expect_status(200).json())
}

const IDEA: &str = "skill/6.RP.A.3b-unit-rate";

#[tokio::test(flavor = "multi_thread")]
async fn students_see_exactly_what_a_reader_approved() {
    let server = start().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let before = ana.get(PLAN).await.expect_status(200);
    let tag = before.header("etag").unwrap().to_owned();
    assert!(before.json::<Plan>().languages.is_empty());

    let decisions = [
        decide(IDEA, "approve", None),
        decide("term/ratio", "approve", Some("")),
        decide("term/percent", "return", Some("The example is odd.")),
    ];
    let after: LanguageReview = okafor
        .post(PATH, &all(&decisions))
        .await
        .expect_status(200)
        .json();
    assert_eq!((after.counts.approved, after.counts.returned), (2, 1));
    assert!(after.may_review);

    let request = ana.request(Method::GET, PLAN).header("if-none-match", &tag);
    let plan: Plan = ana.send(request).await.expect_status(200).json();
    assert_eq!(plan.languages.len(), 1);
    assert!(plan.english_pack.is_some());
    let first = plan.language_pack.clone().unwrap();
    let pack = spanish(&mut ana).await.unwrap();
    let ideas: Vec<&str> = pack
        .concepts
        .keys()
        .map(item_bank::SkillCode::as_str)
        .collect();
    assert_eq!(ideas, ["6.RP.A.3b-unit-rate"]);
    let words: Vec<&str> = pack.terms.keys().map(item_bank::TermId::as_str).collect();
    assert_eq!(words, ["ratio"]);
    assert!(pack.labels.is_empty() && pack.verbs.is_empty() && pack.passages.is_empty());
    let approved = pack
        .terms
        .values()
        .next()
        .unwrap()
        .approved
        .clone()
        .unwrap();
    assert_eq!(
        (approved.by.as_str(), approved.on.as_str()),
        ("Ms. Okafor", "2026-09-10")
    );

    // taken back: the pack of before stays for who still has that plan
    let back = [decide("term/ratio", "return", Some("A slip after all."))];
    okafor.post(PATH, &all(&back)).await.expect_status(200);
    assert!(spanish(&mut ana).await.unwrap().terms.is_empty());
    ana.get(&first.url()).await.expect_status(200);
    // and it outlives the server
    let mut server = server;
    server.restart().await;
    let mut ana = server.ana().await;
    let pack = spanish(&mut ana).await.unwrap();
    assert_eq!((pack.concepts.len(), pack.terms.len()), (1, 0));

    let noted = server.query(
        "SELECT subject || ' ' || detail FROM audit WHERE action = 'review-language' \
         ORDER BY position",
    );
    assert_eq!(
        noted,
        [
            format!("es approve {IDEA}, approve term/ratio, return term/percent"),
            "es return term/ratio".to_owned()
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_changed_after_its_approval_is_not_shown() {
    let mut server = start().await;
    let row = |name: &str, sha256: &str| NewUnitReview {
        language: "es".parse().unwrap(),
        unit: name.parse().unwrap(),
        sha256: sha256.to_owned(),
        decision: Decision::Approve,
        reason: None,
        reviewer: server.district.okafor,
        at_ms: 1_788_000_000_000,
    };
    // as an earlier version of Trellis had them: one is the same now, one is not
    let rows = vec![
        row(IDEA, &unit(IDEA).sha256),
        row("term/ratio", &"ab".repeat(32)),
    ];
    let entry = AuditEntry {
        at_ms: 1_788_000_000_000,
        actor: None,
        action: AuditAction::ReviewLanguage,
        subject: None,
        detail: None,
    };
    server.store().review_units(rows, entry).await.unwrap();
    server.restart().await;
    let pack = spanish(&mut server.ana().await).await.unwrap();
    assert_eq!((pack.concepts.len(), pack.terms.len()), (1, 0));
    let mut okafor = server.okafor().await;
    let path = "/api/v1/bridge/languages/es/texts?state=changed";
    let page: TextPage = okafor.get(path).await.expect_status(200).json();
    assert_eq!(page.found, 1);
    assert_eq!(page.texts[0].unit.to_string(), "term/ratio");
    assert_eq!(page.texts[0].state, TextState::Changed);
    let decided = page.texts[0].decision.as_ref().unwrap();
    assert_ne!(decided.sha256, page.texts[0].sha256);
    // read again and approved, it is shown again
    let again = [decide("term/ratio", "approve", None)];
    okafor.post(PATH, &all(&again)).await.expect_status(200);
    let pack = spanish(&mut server.ana().await).await.unwrap();
    assert_eq!(pack.terms.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_readers_of_the_language_decide() {
    let server = start().await;
    let one = all(&[decide(IDEA, "approve", None)]);
    let problem = server.teacher("nguyen").await.post(PATH, &one).await;
    let problem = problem.expect_problem(403, "forbidden");
    assert!(problem["detail"].as_str().unwrap().contains("Español"));
    // a reader of one language is none of another
    let mut okafor = server.okafor().await;
    let path = PATH.replace("/es/", "/ar/");
    okafor
        .post(&path, &one)
        .await
        .expect_problem(403, "forbidden");
    let path = PATH.replace("/es/", "/tlh/");
    okafor
        .post(&path, &one)
        .await
        .expect_problem(404, "not-found");
    // no longer one
    let es = "es".parse().unwrap();
    let store = server.store();
    store
        .set_reader(server.district.okafor, es, false)
        .await
        .unwrap();
    okafor
        .post(PATH, &one)
        .await
        .expect_problem(403, "forbidden");
    assert!(store.unit_reviews().await.unwrap().is_empty());
    let languages: Vec<LanguageChoice> = okafor.get("/api/v1/languages").await.json();
    assert!(languages.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn decisions_are_kept_all_or_none_and_say_what_is_wrong() {
    let server = start().await;
    let mut okafor = server.okafor().await;
    let good = decide(IDEA, "approve", None);
    let mut stale = decide("term/ratio", "approve", None);
    stale["sha256"] = json!("ab".repeat(32));
    let problem = okafor.post(PATH, &all(&[good.clone(), stale])).await;
    let problem = problem.expect_problem(409, "conflict");
    assert!(problem["detail"].as_str().unwrap().contains("term/ratio"));
    assert_eq!(problem["field"], "decisions[1].sha256");

    let mut unknown = decide("term/ratio", "approve", None);
    unknown["unit"] = json!("term/no-such-word");
    let long = "x".repeat(api::MAX_REASON + 1);
    for (decisions, field) in [
        (vec![], "decisions"),
        (vec![good.clone(); 11], "decisions"),
        (vec![good.clone(), good.clone()], "decisions[1].unit"),
        (vec![good.clone(), unknown], "decisions[1].unit"),
        (
            vec![good.clone(), decide("term/ratio", "return", None)],
            "decisions[1].reason",
        ),
        (
            vec![decide("term/ratio", "return", Some("  "))],
            "decisions[0].reason",
        ),
        (
            vec![decide("term/ratio", "return", Some(&long))],
            "decisions[0].reason",
        ),
        (
            vec![decide("term/ratio", "maybe", None)],
            "decisions[0].decision",
        ),
    ] {
        let problem = okafor.post(PATH, &all(&decisions)).await;
        let problem = problem.expect_problem(400, "malformed");
        assert_eq!(problem["field"], field, "{problem}");
    }
    assert!(server.store().unit_reviews().await.unwrap().is_empty());
    let noted = server.query("SELECT action FROM audit WHERE action = 'review-language'");
    assert!(noted.is_empty());
}
