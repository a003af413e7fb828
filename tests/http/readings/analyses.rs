use api::Analysis;
use serde_json::json;

use super::{IDEA, TEXT};
use crate::support::Running;

const PATH: &str = "/api/v1/bridge/analyses";

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_looked_through_and_nothing_is_kept() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let reply = okafor.post(PATH, &json!({ "text": TEXT })).await;
    let found: Analysis = reply.expect_status(200).json();
    assert_eq!(found.sentences.len(), 4);
    let paragraphs: Vec<u16> = found.sentences.iter().map(|it| it.paragraph).collect();
    assert_eq!(paragraphs, [0, 0, 0, 1]);
    assert_eq!(found.sentences[3].text, "Which bag is the better buy?");
    let rate = found
        .terms
        .iter()
        .find(|it| it.term.as_str() == "unit-rate")
        .unwrap();
    assert_eq!((rate.en.as_str(), rate.count), ("unit rate", 2));
    assert!(!rate.gloss.is_empty());
    // marks point into their own sentence
    for sentence in &found.sentences {
        for mark in &sentence.marks {
            let shown = &sentence.text[mark.start as usize..mark.end as usize];
            assert!(
                !shown.trim().is_empty() && shown.trim() == shown,
                "{shown:?}"
            );
        }
    }
    let second = &found.sentences[1];
    let shown = second
        .marks
        .iter()
        .map(|it| &second.text[it.start as usize..it.end as usize]);
    assert!(shown.into_iter().any(|it| it == "unit rate"), "{second:?}");
    assert_eq!(found.concepts[0].topic.to_string(), IDEA);
    assert!(!found.concepts[0].title.is_empty() && !found.concepts[0].reasons.is_empty());
    let keys = found.sentences.iter().filter(|it| it.key).count();
    assert!((1..=2).contains(&keys), "{keys}");
    assert!(server.query("SELECT title FROM reading").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_matches_nothing_and_says_so() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let reply = okafor
        .post(PATH, &json!({ "text": "Blim blam the flonk. It zorped." }))
        .await;
    let found: Analysis = reply.expect_status(200).json();
    assert!(found.concepts.is_empty());
    assert!(found.no_concept.is_some());
    assert!(
        found.unknown.iter().any(|it| it.word == "flonk"),
        "{:?}",
        found.unknown
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_has_words_and_at_most_2_000() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    for text in ["", " \n ", "— … !"] {
        let problem = okafor
            .post(PATH, &json!({ "text": text }))
            .await
            .expect_problem(400, "malformed");
        assert_eq!(problem["field"], "text");
    }
    let words = |n| "rate ".repeat(n);
    let most = json!({ "text": words(2_000) });
    okafor.post(PATH, &most).await.expect_status(200);
    let over = json!({ "text": words(2_001) });
    let problem = okafor
        .post(PATH, &over)
        .await
        .expect_problem(400, "malformed");
    assert!(
        problem["detail"].as_str().unwrap().contains("2001"),
        "{problem}"
    );
    let long = json!({ "text": "x".repeat(200_000) });
    okafor
        .post(PATH, &long)
        .await
        .expect_problem(400, "malformed");
    let more = json!({ "text": "A rate.", "keep": true });
    okafor
        .post(PATH, &more)
        .await
        .expect_problem(400, "malformed");
}
