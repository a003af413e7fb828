use api::Plan;

use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn a_pathway_is_taken_back_from_the_students_plans() {
    let server = Running::start().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let path = format!("/api/v1/assignments/{}", server.district.assigned);
    okafor.delete(&path).await.expect_status(204);
    let plan: Plan = ana.get("/api/v1/plan").await.expect_status(200).json();
    assert!(plan.assignments.is_empty());
    okafor.delete(&path).await.expect_problem(404, "not-found");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_teachers_assignment_is_not_there() {
    let server = Running::start().await;
    let mut nguyen = server.teacher("nguyen").await;
    let path = format!("/api/v1/assignments/{}", server.district.assigned);
    nguyen.delete(&path).await.expect_problem(404, "not-found");
    nguyen
        .delete("/api/v1/assignments/nonsense")
        .await
        .expect_problem(404, "not-found");
    let plan: Plan = server.ana().await.get("/api/v1/plan").await.json();
    assert_eq!(plan.assignments.len(), 1);
}
