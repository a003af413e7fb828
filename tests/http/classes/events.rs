use std::time::Duration;

use api::CellUpdate;
use reqwest::{Method, Response};
use tokio::time::timeout;

use crate::support::{Answering, Client, Running, batch};

/// An open stream, read line by line.
struct Events {
    response: Response,
    text: String,
}

impl Events {
    async fn open(client: &Client, class: api::ClassId) -> Self {
        let path = format!("/api/v1/classes/{class}/events");
        let response = client.request(Method::GET, &path).send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut events = Self {
            response,
            text: String::new(),
        };
        let first = events.block().await.unwrap();
        assert!(
            first.starts_with(':'),
            "the stream says at once that it is open: {first}"
        );
        events
    }

    /// The next block between blank lines; `None` at the end of the stream.
    async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.text = rest;
                return Some(block);
            }
            let chunk = timeout(Duration::from_secs(5), self.response.chunk())
                .await
                .unwrap();
            self.text
                .push_str(std::str::from_utf8(&chunk.unwrap()?).unwrap());
        }
    }

    /// The next update, past signs of life.
    async fn update(&mut self) -> Option<CellUpdate> {
        loop {
            let block = self.block().await?;
            if let Some(data) = block.strip_prefix("event: cell\ndata: ") {
                return Some(serde_json::from_str(data).unwrap());
            }
            assert!(block.starts_with(':'), "{block}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_shows_within_a_second() {
    let server = Running::start().await;
    let (okafor, mut ana) = (server.okafor().await, server.ana().await);
    let mut events = Events::open(&okafor, server.district.maple).await;
    let answering = Answering::number();
    let body = batch(vec![answering.record(answering.right())]);
    ana.post("/api/v1/responses", &body)
        .await
        .expect_status(200);
    let update = timeout(Duration::from_secs(1), events.update())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(update.student, server.district.ana);
    assert_eq!(update.skill, answering.item.skill);
    assert_eq!(update.cell.opportunities, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn levels_that_new_settings_change_are_told() {
    let server = Running::start().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let mut answering = Answering::number();
    let p = super::settings::answer_between(&server).await;
    let mut events = Events::open(&okafor, server.district.maple).await;
    let path = format!("/api/v1/classes/{}/settings", server.district.maple);
    for (threshold, mastered) in [(0.99, false), (0.8, true)] {
        let wish = serde_json::json!({ "mastery_threshold": threshold, "success_target": 0.75 });
        okafor.put(&path, &wish).await.expect_status(204);
        if threshold == 0.99 && p < 0.95 {
            continue;
        }
        let update = events.update().await.unwrap();
        assert_eq!(update.skill, answering.item.skill);
        assert_eq!(update.cell.level.is_mastered(), mastered);
    }
    // an answer is told by the class's rule too
    answering.reseed(50);
    let body = batch(vec![answering.record(answering.right())]);
    ana.post("/api/v1/responses", &body)
        .await
        .expect_status(200);
    assert!(events.update().await.unwrap().cell.level.is_mastered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_post_and_other_classes_are_silent() {
    let server = Running::start().await;
    let (okafor, mut ana, mut bao) = (
        server.okafor().await,
        server.ana().await,
        server.bao().await,
    );
    let mut answering = Answering::number();
    let body = batch(vec![answering.record(answering.right())]);
    ana.post("/api/v1/responses", &body)
        .await
        .expect_status(200);
    let mut events = Events::open(&okafor, server.district.maple).await;
    ana.post("/api/v1/responses", &body)
        .await
        .expect_status(200);
    let theirs = batch(vec![answering.record(answering.right())]);
    bao.post("/api/v1/responses", &theirs)
        .await
        .expect_status(200);
    answering.reseed(2);
    let news = batch(vec![answering.record(answering.wrong())]);
    ana.post("/api/v1/responses", &news)
        .await
        .expect_status(200);
    let update = events.update().await.unwrap();
    assert_eq!(
        (update.student, update.cell.opportunities),
        (server.district.ana, 2)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stream_ends_with_the_session() {
    let server = Running::start().await;
    let okafor = server.okafor().await;
    let mut events = Events::open(&okafor, server.district.maple).await;
    server.clock.advance(13 * 3_600_000);
    assert!(events.update().await.is_none());

    let mut okafor = server.okafor().await;
    let mut events = Events::open(&okafor, server.district.maple).await;
    okafor.delete("/api/v1/session").await.expect_status(204);
    assert!(events.update().await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stream_ends_when_the_server_stops() {
    let mut server = Running::start().await;
    let okafor = server.okafor().await;
    let mut events = Events::open(&okafor, server.district.maple).await;
    server.stop();
    assert!(events.update().await.is_none());
}
