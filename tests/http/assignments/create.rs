use api::{Assignment, ClassSummary};
use serde_json::json;

use crate::support::{District, Running};

#[tokio::test(flavor = "multi_thread")]
async fn a_pathway_is_given_once() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let path = format!("/api/v1/classes/{}/assignments", server.district.maple);
    let new = json!({ "pathway": District::OTHER_PATHWAY });
    let reply = okafor.post(&path, &new).await.expect_status(201);
    let location = reply.header("location").unwrap().to_owned();
    let assignment: Assignment = reply.json();
    assert_eq!(location, format!("/api/v1/assignments/{}", assignment.id));
    assert_eq!(assignment.class, server.district.maple);
    assert!(!assignment.title.is_empty());

    let problem = okafor
        .post(&path, &new)
        .await
        .expect_problem(409, "conflict");
    assert!(
        problem["detail"]
            .as_str()
            .unwrap()
            .contains(&assignment.title),
        "{problem}"
    );
    let classes: Vec<ClassSummary> = okafor.get("/api/v1/classes").await.json();
    assert_eq!(classes[0].assignments.len(), 2);
    assert_eq!(classes[0].assignments[0], assignment, "newest first");
    let noted = server.query("SELECT subject || ' ' || detail FROM audit WHERE action = 'assign'");
    assert_eq!(
        noted,
        [format!(
            "{} {}",
            server.district.maple,
            District::OTHER_PATHWAY
        )]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_a_pathway_is_refused() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let path = format!("/api/v1/classes/{}/assignments", server.district.maple);
    for body in [
        json!({ "pathway": "algebra-99" }),
        json!({ "pathway": "not a code" }),
        json!({ "pathway": null }),
    ] {
        let problem = okafor
            .post(&path, &body)
            .await
            .expect_problem(400, "malformed");
        assert_eq!(problem["field"], "pathway", "{problem}");
    }
}
