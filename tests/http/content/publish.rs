use api::{BatchReply, EstimateTrace, OutcomeStatus, Plan, ReviewEventKind, TemplateState};
use item_bank::{ContentPack, RawAnswer, Template, Verdict, instantiate, plain};
use serde_json::json;

use super::{SKILL, TEMPLATES, at, begin, new_template, ours, path, publish};
use crate::support::{Answering, Client, Running, batch};

const PLAN: &str = "/api/v1/plan";
const ID: &str = "rates-of-mine";

/// The plan's tag, and all templates that a device would fetch.
async fn seen(student: &mut Client) -> (String, Vec<Template>) {
    let reply = student.get(PLAN).await.expect_status(200);
    let tag = reply.header("etag").unwrap().to_owned();
    let mut templates = Vec::new();
    for pack in reply.json::<Plan>().packs {
        let pack: ContentPack = student.get(&pack.url()).await.expect_status(200).json();
        templates.extend(pack.templates);
    }
    (tag, templates)
}

fn find<'a>(templates: &'a [Template], id: &str) -> Option<&'a Template> {
    templates.iter().find(|template| template.id.as_str() == id)
}

#[tokio::test(flavor = "multi_thread")]
async fn students_meet_only_what_is_published() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    let mut ana = server.ana().await;
    let before = seen(&mut ana).await;
    begin(&mut okafor, &new_template(ID)).await;
    assert_eq!(seen(&mut ana).await, before);
    okafor
        .post(&path(ID, "submit"), &at(1))
        .await
        .expect_status(200);
    assert_eq!(seen(&mut ana).await, before);
    nguyen
        .post(&path(ID, "approve"), &at(1))
        .await
        .expect_status(200);
    assert_eq!(seen(&mut ana).await, before);
    okafor
        .post(&path(ID, "publish"), &at(1))
        .await
        .expect_status(200);
    let (tag, templates) = seen(&mut ana).await;
    assert_ne!(tag, before.0, "the plan has another tag");
    assert_eq!(find(&templates, ID).unwrap().version, 1);
    assert_eq!(templates.len(), before.1.len() + 1);

    // the next draft is not live either, nor is what was retired
    let edited = Template {
        source: "Ours".to_owned(),
        ..new_template(ID)
    };
    let next = begin(&mut okafor, &edited).await;
    assert_eq!((next.template.version, next.revision), (2, 2));
    assert_eq!(next.authors, ["Ms. Okafor"]);
    assert_eq!(seen(&mut ana).await, (tag.clone(), templates));
    okafor
        .post(&path(ID, "retire"), &at(1))
        .await
        .expect_status(200);
    let (gone, templates) = seen(&mut ana).await;
    assert!(find(&templates, ID).is_none() && gone != tag);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_the_version_before_counts_by_that_version() {
    let mut server = Running::start().await;
    let first = Answering::of_template(ours(), 3);
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    let changed = Template {
        stem: format!("{} Take your time.", ours().stem),
        ..ours().clone()
    };
    let detail = publish(&mut okafor, &mut nguyen, &changed).await;
    let live = detail.live.unwrap();
    assert_eq!(live.version, ours().version + 1);
    assert_eq!(detail.versions, [ours().version, live.version]);

    // in the middle of an item, whatever became live meanwhile, and after the server was started anew
    let mut ana = server.ana().await;
    let old = first.record(first.right());
    let reply: BatchReply = ana
        .post("/api/v1/responses", &batch(vec![old]))
        .await
        .expect_status(200)
        .json();
    let right = |reply: &BatchReply| match &reply.outcomes[0].status {
        OutcomeStatus::Stored { result, .. } => result.is_correct(),
        other => panic!("{other:?}"),
    };
    assert!(right(&reply), "right by the version that was asked");

    server.restart().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let mut late = first.record(first.right());
    late.attempt = 2;
    let reply: BatchReply = ana
        .post("/api/v1/responses", &batch(vec![late]))
        .await
        .expect_status(200)
        .json();
    assert!(right(&reply), "the archive outlives the process");

    // the same answer to the version that is live
    let mut now = first.record(first.right());
    now.template.version = live.version;
    let item = instantiate(&live, now.seed).unwrap();
    let expected = item_bank::check(&item, &now.answer);
    let reply: BatchReply = ana
        .post("/api/v1/responses", &batch(vec![now]))
        .await
        .expect_status(200)
        .json();
    assert_eq!(right(&reply), expected == Verdict::Correct);

    // and shown as it was asked
    let trace: EstimateTrace = okafor
        .get(&format!(
            "/api/v1/classes/{}/students/{}/skills/{SKILL}",
            server.district.maple, server.district.ana
        ))
        .await
        .expect_status(200)
        .json();
    let stems: Vec<String> = trace.steps.iter().map(|step| plain(&step.stem)).collect();
    assert!(stems[0].ends_with("Take your time."), "{stems:?}");
    assert_eq!(stems[1], plain(&first.item.stem));

    // a version that nobody ever kept
    let mut never = first.record(RawAnswer::Text("1".to_owned()));
    never.template.version = 99;
    let reply = ana.post("/api/v1/responses", &batch(vec![never])).await;
    let reply = reply.expect_status(200).value();
    assert_eq!(
        reply["outcomes"][0]["status"]["rejected"]["reason"],
        json!("version-gone")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_holds_the_plan_before_still_gets_its_packs() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    let mut ana = server.ana().await;
    let before = ana.get(PLAN).await.json::<Plan>().packs;
    let detail = publish(&mut okafor, &mut nguyen, &new_template(ID)).await;
    assert!(detail.draft.is_none());
    assert_eq!(detail.live.unwrap().version, 1);
    assert_eq!(
        detail.history.last().unwrap().kind,
        ReviewEventKind::Published
    );
    let after = ana.get(PLAN).await.json::<Plan>().packs;
    assert_ne!(before, after);
    for pack in before.iter().chain(&after) {
        ana.get(&pack.url()).await.expect_status(200);
    }
    // an answer to it counts
    let template = new_template(ID);
    let answering = Answering::of_template(&template, 5);
    let posted = batch(vec![answering.record(answering.right())]);
    let reply = ana
        .post("/api/v1/responses", &posted)
        .await
        .expect_status(200)
        .value();
    assert!(
        reply["outcomes"][0]["status"]["stored"].is_object(),
        "{reply}"
    );

    // the summary says so too
    let list: api::TemplateList = nguyen.get(TEMPLATES).await.json();
    let ours = list
        .templates
        .iter()
        .find(|it| it.id.as_str() == ID)
        .unwrap();
    assert_eq!((ours.state, ours.version), (TemplateState::Live, Some(1)));
}
