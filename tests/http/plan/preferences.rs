use api::{Plan, Session};
use serde_json::json;

use crate::support::Running;

const PATH: &str = "/api/v1/plan/preferences";

#[tokio::test(flavor = "multi_thread")]
async fn the_student_chooses_the_bridges_language() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    ana.put(PATH, &json!({ "home_language": null }))
        .await
        .expect_status(204);
    let plan: Plan = ana.get("/api/v1/plan").await.json();
    assert_eq!(
        (plan.student.home_language, plan.language_pack),
        (None, None)
    );
    let session: Session = ana.get("/api/v1/session").await.json();
    assert_eq!(session.home_language, None);

    let offered = plan.languages[0].tag.clone();
    ana.put(PATH, &json!({ "home_language": offered }))
        .await
        .expect_status(204);
    let plan: Plan = ana.get("/api/v1/plan").await.json();
    assert_eq!(plan.student.home_language, Some(offered));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_offered_can_be_chosen() {
    let server = Running::start().await;
    let mut bao = server.bao().await;
    // What the roster says may stay as it is.
    bao.put(PATH, &json!({ "home_language": "vi" }))
        .await
        .expect_status(204);
    let problem = bao.put(PATH, &json!({ "home_language": "tlh" })).await;
    let problem = problem.expect_problem(400, "malformed");
    assert_eq!(problem["field"], "home_language");
    assert!(
        problem["remedy"].as_str().unwrap().contains("es"),
        "{problem}"
    );
    let problem = bao
        .put(PATH, &json!({ "home_language": "not a tag!" }))
        .await;
    assert_eq!(
        problem.expect_problem(400, "malformed")["field"],
        "home_language"
    );
}
