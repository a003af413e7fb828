use api::{BridgePacks, Plan};
use item_bank::LanguagePack;
use item_bank::bridge::English;
use reqwest::Method;

use crate::support::Running;

/// What a pack of the bridge may weigh, as a student's device fetches it from a server that has been up
/// for a minute.
const HEAVIEST: usize = 40_000;

#[tokio::test(flavor = "multi_thread")]
async fn every_pack_of_the_bridge_is_light() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let packs: BridgePacks = okafor.get("/api/v1/bridge/packs").await.json();
    let mut polished = 0;
    while server.library.polish_one().await.unwrap() {
        polished += 1;
    }
    assert_eq!(polished, 6);
    assert_eq!(packs.languages.len(), 5, "{:?}", packs.languages);
    let homes = packs.languages.iter().map(|language| &language.pack);
    let mut heavy = Vec::new();
    for pack in homes.chain([&packs.english]) {
        let request = okafor
            .request(Method::GET, &pack.url())
            .header("accept-encoding", "br");
        let packed = okafor.send(request).await.expect_status(200);
        assert_eq!(packed.header("content-encoding"), Some("br"));
        let weight = packed.bytes.len();
        println!("{}: {weight} bytes", pack.name);
        if weight > HEAVIEST {
            heavy.push(&pack.name);
        }
    }
    assert!(heavy.is_empty(), "over {HEAVIEST} bytes: {heavy:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_have_what_students_have_for_a_glossary() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let packs: BridgePacks = okafor
        .get("/api/v1/bridge/packs")
        .await
        .expect_status(200)
        .json();
    let plan: Plan = server.ana().await.get("/api/v1/plan").await.json();
    assert_eq!(Some(&packs.english), plan.english_pack.as_ref());
    let english: English = okafor.get(&packs.english.url()).await.json();
    assert!(english.terms.len() > 100);
    let spanish = packs.languages.iter().find(|it| it.tag.as_str() == "es");
    assert_eq!(spanish.map(|it| &it.pack), plan.language_pack.as_ref());
    for language in &packs.languages {
        let pack: LanguagePack = okafor.get(&language.pack.url()).await.json();
        assert_eq!(
            (&pack.language, &pack.name),
            (&language.tag, &language.name)
        );
    }
}
