use api::PassageDetail;
use item_bank::Bank;

use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn a_passage_can_be_read() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    for passage in Bank::embedded().passages() {
        let path = format!("/api/v1/content/passages/{}", passage.id);
        let read: PassageDetail = okafor.get(&path).await.expect_status(200).json();
        assert_eq!(&read.passage, passage);
        assert_eq!(read.paragraphs.len(), passage.paragraphs.len());
    }
    okafor
        .get("/api/v1/content/passages/nothing")
        .await
        .expect_problem(404, "not-found");
}
