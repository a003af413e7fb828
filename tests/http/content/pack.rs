use api::Plan;
use item_bank::ContentPack;
use reqwest::Method;
use sha2::{Digest, Sha256};

use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn a_pack_is_what_its_name_says_for_ever() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let plan: Plan = ana.get("/api/v1/plan").await.json();
    // Content is no secret: it needs no session, so that any cache may hold it.
    let mut anyone = server.client();
    for pack in plan.packs.iter().chain(&plan.language_pack) {
        let plain = anyone.get(&pack.url()).await.expect_status(200);
        assert_eq!(hex::encode(Sha256::digest(&plain.bytes)), pack.sha256);
        assert_eq!(plain.header("content-encoding"), None);
        let caching = plain.header("cache-control").unwrap();
        assert!(caching.contains("immutable") && caching.contains("max-age=31536000"));

        let request = anyone
            .request(Method::GET, &pack.url())
            .header("accept-encoding", "gzip, br");
        let packed = anyone.send(request).await.expect_status(200);
        assert_eq!(packed.header("content-encoding"), Some("br"));
        assert!(packed.bytes.len() * 2 < plain.bytes.len());
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut packed.bytes.as_slice(), &mut unpacked).unwrap();
        assert_eq!(unpacked, plain.bytes);
    }
    let fractions: ContentPack = anyone.get(&plan.packs[0].url()).await.json();
    assert_eq!(fractions.name, plan.packs[0].name);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_gone_says_what_to_do() {
    let server = Running::start().await;
    let mut anyone = server.client();
    for name in [
        format!("{}.json", "ab".repeat(32)),
        "fractions.json".into(),
        "x".into(),
    ] {
        let problem = anyone.get(&format!("/content/{name}")).await;
        let problem = problem.expect_problem(404, "not-found");
        assert!(problem["remedy"].as_str().unwrap().contains("plan"));
    }
}
