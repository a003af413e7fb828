use api::ClassSummary;

use crate::support::{Answering, District, Running, batch};

#[tokio::test(flavor = "multi_thread")]
async fn a_teacher_sees_her_classes_in_numbers() {
    let server = Running::start().await;
    let answering = Answering::number();
    let body = batch(vec![answering.record(answering.right())]);
    server
        .ana()
        .await
        .post("/api/v1/responses", &body)
        .await
        .expect_status(200);

    let mut okafor = server.okafor().await;
    let classes: Vec<ClassSummary> = okafor
        .get("/api/v1/classes")
        .await
        .expect_status(200)
        .json();
    assert_eq!(classes.len(), 1);
    let class = &classes[0];
    assert_eq!(class.id, server.district.maple);
    assert_eq!(
        (class.code.as_str(), class.grade, class.students),
        ("MAPLE-27", 6, 4)
    );
    assert_eq!(
        (class.active_students, class.estimated, class.stuck),
        (1, 0, 0)
    );
    assert_eq!(class.assignments.len(), 1);
    assert_eq!(class.assignments[0].pathway.as_str(), District::PATHWAY);
    assert!(!class.assignments[0].title.is_empty());

    server.clock.advance(8 * 86_400_000);
    let mut okafor = server.okafor().await;
    let classes: Vec<ClassSummary> = okafor.get("/api/v1/classes").await.json();
    assert_eq!(classes[0].active_students, 0, "a week has passed");
}
