use api::NeededCard;
use serde_json::json;

use super::draft;
use crate::support::Running;

const PATH: &str = "/api/v1/bridge/needed-cards";

#[tokio::test(flavor = "multi_thread")]
async fn words_wait_for_their_cards_most_asked_first() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    let reading = draft(&mut okafor).await;
    let body = json!({ "words": ["Chlorophyll", " guard  cell "], "reading": reading.id });
    okafor.post(PATH, &body).await.expect_status(204);
    okafor.post(PATH, &body).await.expect_status(204);
    let body = json!({ "words": ["guard cell"] });
    nguyen.post(PATH, &body).await.expect_status(204);

    let cards: Vec<NeededCard> = okafor.get(PATH).await.expect_status(200).json();
    let words: Vec<(&str, u32)> = cards
        .iter()
        .map(|it| (it.word.as_str(), it.asked))
        .collect();
    assert_eq!(words, [("guard cell", 2), ("chlorophyll", 1)]);
    assert_eq!(cards[0].by, ["Mr. Nguyen", "Ms. Okafor"]);
    assert_eq!(cards[0].sources, ["Rice"]);
    // the title of a colleague's draft is theirs
    let seen: Vec<NeededCard> = nguyen.get(PATH).await.json();
    assert!(seen[0].sources.is_empty());
    let foreign = json!({ "words": ["stomata"], "reading": reading.id });
    nguyen
        .post(PATH, &foreign)
        .await
        .expect_problem(404, "not-found");

    nguyen
        .delete(&format!("{PATH}/guard%20cell"))
        .await
        .expect_status(204);
    let gone = nguyen.delete(&format!("{PATH}/guard%20cell")).await;
    gone.expect_problem(404, "not-found");
    let cards: Vec<NeededCard> = okafor.get(PATH).await.json();
    assert_eq!(cards.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_words_are_asked_for() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let many: Vec<String> = (0..51).map(|n| format!("word{}", "a".repeat(n))).collect();
    for words in [
        json!([]),
        json!([" "]),
        json!(["<b>x</b>"]),
        json!(["http://x"]),
        json!(["12"]),
        json!(["x".repeat(61)]),
        json!(many),
    ] {
        let reply = okafor.post(PATH, &json!({ "words": words })).await;
        let problem = reply.expect_problem(400, "malformed");
        assert_eq!(problem["field"], "words", "{words}");
    }
    assert!(server.query("SELECT word FROM needed_card").is_empty());
}
