use api::{Decision, LanguageReview, TextBody, TextKind, TextPage, TextState};
use item_bank::Bank;
use item_bank::bridge::units;

use crate::support::{Client, Running};

const LANGUAGES: &str = "/api/v1/bridge/languages";

async fn page(client: &mut Client, query: &str) -> TextPage {
    let path = format!("{LANGUAGES}/es/texts{query}");
    client.get(&path).await.expect_status(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_language_says_how_far_it_is_and_who_may_read_it() {
    let server = Running::start().await;
    let store = server.store();
    let es = "es".parse().unwrap();
    store
        .set_reader(server.district.okafor, es, true)
        .await
        .unwrap();
    let read = |reply: Vec<LanguageReview>, tag: &str| {
        reply.into_iter().find(|it| it.tag.as_str() == tag).unwrap()
    };
    let okafors = read(server.okafor().await.get(LANGUAGES).await.json(), "es");
    assert!(okafors.may_review);
    let texts = units(Bank::embedded(), &okafors.tag).len();
    assert_eq!(okafors.counts.texts as usize, texts);
    assert_eq!(okafors.counts.drafted as usize, texts);
    let nguyens = read(
        server.teacher("nguyen").await.get(LANGUAGES).await.json(),
        "es",
    );
    assert_eq!(
        nguyens,
        LanguageReview {
            may_review: false,
            ..okafors
        }
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_show_every_text_once_beside_its_english() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let (mut seen, mut query) = (Vec::new(), String::new());
    let found = page(&mut okafor, "").await.found;
    loop {
        let page = page(&mut okafor, &query).await;
        assert_eq!(page.found, found);
        assert!(!page.texts.is_empty() && page.texts.len() <= api::MAX_TEXTS);
        for text in &page.texts {
            assert_eq!(text.state, TextState::Drafted);
            assert_eq!(text.decision, None);
            assert!(text.origin.contains("machine"), "{}", text.origin);
            assert!(!text.title.is_empty());
            assert_eq!(text.sha256.len(), 64);
            match &text.body {
                TextBody::Concept(idea) => {
                    assert!(!idea.core.home.is_empty(), "{}", text.unit);
                    assert!(!idea.core.english.is_empty(), "{}", text.unit);
                }
                TextBody::Term(card) => assert!(!card.equivalent.is_empty()),
                TextBody::Rows(rows) => assert!(rows.iter().all(|row| !row.english.is_empty())),
            }
        }
        seen.extend(page.texts.into_iter().map(|text| (text.unit, text.sha256)));
        match page.next {
            Some(next) => query = format!("?after={}", next.to_string().replace('/', "%2F")),
            None => break,
        }
    }
    let all = units(Bank::embedded(), &"es".parse().unwrap());
    let all: Vec<_> = all.into_iter().map(|unit| (unit.id, unit.sha256)).collect();
    assert_eq!(seen, all);
    assert_eq!(found as usize, all.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_narrow_and_search_reads_both_sides() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let terms = page(&mut okafor, "?kind=term&limit=3").await;
    assert_eq!(terms.texts.len(), 3);
    assert!(terms.texts.iter().all(|text| text.kind == TextKind::Term));
    let ideas = page(&mut okafor, "?kind=skill&domain=ratios").await;
    assert!(ideas.found > 0);
    assert!(
        ideas
            .texts
            .iter()
            .all(|it| it.domain.as_deref() == Some("ratios"))
    );
    // the English term, and its equivalent in capital letters
    for search in ["fraction", "RAZ%C3%93N"] {
        let found = page(&mut okafor, &format!("?search={search}")).await;
        assert!(found.found > 0, "{search}");
    }
    assert_eq!(page(&mut okafor, "?search=zzzzqqq").await.found, 0);
    assert_eq!(page(&mut okafor, "?state=approved").await.found, 0);
    assert_eq!(
        page(&mut okafor, "?state=drafted").await.found,
        page(&mut okafor, "").await.found
    );
    for bad in [
        "?limit=11",
        "?limit=0",
        "?limit=x",
        "?state=good",
        "?after=term",
        "?page=2",
    ] {
        let path = format!("{LANGUAGES}/es/texts{bad}");
        okafor.get(&path).await.expect_problem(400, "malformed");
    }
    for missing in ["tlh", "en", "%20"] {
        let path = format!("{LANGUAGES}/{missing}/texts");
        okafor.get(&path).await.expect_problem(404, "not-found");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_says_who_decided_and_why() {
    let server = Running::start().await;
    let es = "es".parse().unwrap();
    let store = server.store();
    store
        .set_reader(server.district.okafor, es, true)
        .await
        .unwrap();
    let mut okafor = server.okafor().await;
    let first = page(&mut okafor, "?kind=term&limit=1")
        .await
        .texts
        .swap_remove(0);
    let decisions = serde_json::json!({ "decisions": [{
        "unit": first.unit, "sha256": first.sha256, "decision": "return", "reason": "  Too long. "
    }] });
    let path = format!("{LANGUAGES}/es/reviews");
    okafor.post(&path, &decisions).await.expect_status(200);
    let now = page(&mut okafor, "?state=returned").await;
    assert_eq!(now.found, 1);
    let decision = now.texts[0].decision.clone().unwrap();
    assert_eq!(now.texts[0].unit, first.unit);
    assert_eq!(decision.decision, Decision::Return);
    assert_eq!(
        (decision.by.as_str(), decision.reason.as_deref()),
        ("Ms. Okafor", Some("Too long."))
    );
    assert_eq!(decision.at_ms, server::clock::Clock::now_ms(&server.clock));
}
