use api::ReviewEventKind::{Created, Edited, Returned, Submitted};
use api::{TemplateDetail, TemplateState};
use item_bank::Template;
use serde_json::json;

use super::{TEMPLATES, at, begin, new_template, ours, path};
use crate::support::{Client, Running};

const ID: &str = "rates-of-mine";

async fn detail(client: &mut Client) -> TemplateDetail {
    client
        .get(&format!("{TEMPLATES}/{ID}"))
        .await
        .expect_status(200)
        .json()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_approves_what_they_wrote() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    begin(&mut okafor, &new_template(ID)).await;
    okafor
        .post(&path(ID, "approve"), &at(1))
        .await
        .expect_problem(409, "conflict");
    okafor
        .post(&path(ID, "submit"), &at(1))
        .await
        .expect_status(200);

    let refused = okafor.post(&path(ID, "approve"), &at(1)).await;
    let refused = refused.expect_problem(403, "forbidden");
    assert!(refused["detail"].as_str().unwrap().contains("You wrote"));
    let hers = detail(&mut okafor).await.draft.unwrap();
    assert!(!hers.may_approve && hers.may_edit);
    assert!(detail(&mut nguyen).await.draft.unwrap().may_approve);

    // who edits it becomes an author, and it is a draft again
    let edited = Template {
        source: "Ours".to_owned(),
        ..new_template(ID)
    };
    let edit = json!({ "revision": 1, "template": edited });
    let saved: TemplateDetail = nguyen
        .put(&path(ID, "draft"), &edit)
        .await
        .expect_status(200)
        .json();
    let draft = saved.draft.unwrap();
    assert_eq!((draft.revision, draft.state), (2, TemplateState::Draft));
    assert_eq!(draft.authors, ["Ms. Okafor", "Mr. Nguyen"]);
    nguyen
        .post(&path(ID, "submit"), &at(2))
        .await
        .expect_status(200);
    nguyen
        .post(&path(ID, "approve"), &at(2))
        .await
        .expect_problem(403, "forbidden");
    okafor
        .post(&path(ID, "approve"), &at(2))
        .await
        .expect_problem(403, "forbidden");
    okafor
        .post(&path(ID, "publish"), &at(2))
        .await
        .expect_problem(409, "conflict");

    let note = json!({ "revision": 2, "note": "Say which unit." });
    nguyen
        .post(&path(ID, "return"), &note)
        .await
        .expect_status(200);
    let history = detail(&mut okafor).await.history;
    let kinds: Vec<_> = history.iter().map(|it| (it.kind, it.by.as_str())).collect();
    let (o, n) = ("Ms. Okafor", "Mr. Nguyen");
    assert_eq!(
        kinds,
        [
            (Created, o),
            (Submitted, o),
            (Edited, n),
            (Submitted, n),
            (Returned, n)
        ]
    );
    assert_eq!(history[4].note.as_deref(), Some("Say which unit."));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_of_two_editors_is_told() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    begin(&mut okafor, &new_template(ID)).await;
    let twice = nguyen
        .post(TEMPLATES, &json!({ "template": new_template(ID) }))
        .await;
    let twice = twice.expect_problem(409, "conflict");
    assert!(twice["detail"].as_str().unwrap().contains("Ms. Okafor"));

    let edit = json!({ "revision": 1, "template": new_template(ID) });
    nguyen
        .put(&path(ID, "draft"), &edit)
        .await
        .expect_status(200);
    let late = okafor
        .put(&path(ID, "draft"), &edit)
        .await
        .expect_problem(409, "conflict");
    let told = late["detail"].as_str().unwrap();
    assert!(
        told.contains("Mr. Nguyen") && told.contains("revision 2"),
        "{told}"
    );
    assert_eq!(late["field"], "revision");
    okafor
        .post(&path(ID, "submit"), &at(1))
        .await
        .expect_problem(409, "conflict");

    // at the same moment: one of them
    let edit = json!({ "revision": 2, "template": new_template(ID) });
    let at_once = path(ID, "draft");
    let (one, other) = tokio::join!(okafor.put(&at_once, &edit), nguyen.put(&at_once, &edit));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_check_finds_is_mended_first() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let broken = Template {
        hints: vec![],
        source: String::new(),
        ..new_template(ID)
    };
    begin(&mut okafor, &broken).await;
    let refused = okafor
        .post(&path(ID, "submit"), &at(1))
        .await
        .expect_problem(400, "malformed");
    let told = refused["detail"].as_str().unwrap();
    assert!(
        told.contains("has 0 hints") && told.contains("source and license"),
        "{told}"
    );
    assert_eq!(
        detail(&mut okafor).await.draft.unwrap().state,
        TemplateState::Draft
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_template_is_refused_where_it_is_wrong() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let elsewhere = Template {
        skill: "9.X-nothing".parse().unwrap(),
        ..new_template(ID)
    };
    let refused = okafor
        .post(TEMPLATES, &json!({ "template": elsewhere }))
        .await;
    assert_eq!(
        refused.expect_problem(400, "malformed")["field"],
        "template.skill"
    );
    let mut odd = serde_json::to_value(new_template(ID)).unwrap();
    odd["vars"] = json!([{ "name": "a", "ints": [1, 2] }]);
    let refused = okafor.post(TEMPLATES, &json!({ "template": odd })).await;
    let refused = refused.expect_problem(400, "malformed");
    assert_eq!(refused["field"], "template.vars[0]");
    begin(&mut okafor, &new_template(ID)).await;
    let renamed = json!({ "revision": 1, "template": new_template("another") });
    okafor
        .put(&path(ID, "draft"), &renamed)
        .await
        .expect_problem(400, "malformed");
    let edit = json!({ "revision": 1, "template": ours() });
    okafor
        .put(&path(ours().id.as_str(), "draft"), &edit)
        .await
        .expect_problem(409, "conflict");
    okafor
        .get(&format!("{TEMPLATES}/nothing-here"))
        .await
        .expect_problem(404, "not-found");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_write_is_in_the_audit_trail() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    super::publish(&mut okafor, &mut nguyen, &new_template(ID)).await;
    okafor
        .post(&path(ID, "retire"), &at(1))
        .await
        .expect_status(200);
    let lines = server.query(
        "SELECT action || ' ' || subject || ' ' || detail FROM audit WHERE action LIKE '%content'",
    );
    assert_eq!(
        lines,
        [
            format!("edit-content {ID} created revision 1"),
            format!("review-content {ID} submitted revision 1"),
            format!("review-content {ID} approved revision 1"),
            format!("publish-content {ID} published version 1"),
            format!("publish-content {ID} retired version 1"),
        ]
    );
}
