use api::{BridgePolicy, LanguageChoice};
use item_bank::bridge::interface::{InterfacePack, key_list};
use item_bank::{Bank, LanguagePack};

use crate::support::{Running, Setup};

const PATH: &str = "/api/v1/languages";

#[tokio::test(flavor = "multi_thread")]
async fn anyone_may_choose_before_signing_in() {
    let server = Running::start().await;
    let mut nobody = server.client();
    let languages: Vec<LanguageChoice> = nobody.get(PATH).await.expect_status(200).json();
    let bank = Bank::embedded();
    assert_eq!(languages.len(), bank.languages().len());
    assert!(languages.is_sorted_by(|a, b| a.tag < b.tag));
    assert!(languages.iter().all(|choice| choice.tag.as_str() != "en"));
    for choice in &languages {
        let pack = bank.language(&choice.tag).unwrap();
        assert_eq!(
            (&choice.name, choice.right_to_left),
            (&pack.name, pack.right_to_left)
        );
        if let Some(interface) = &choice.interface {
            let pack: InterfacePack = nobody.get(&interface.url()).await.expect_status(200).json();
            assert_eq!(pack.language, choice.tag);
            assert_eq!(pack.texts.len(), key_list(bank.interface()).len());
            assert_eq!(pack.keys.len(), 16);
            assert!(pack.texts.iter().any(|text| !text.is_empty()));
        }
    }
    let arabic = languages
        .iter()
        .find(|choice| choice.tag.as_str() == "ar")
        .unwrap();
    assert!(arabic.right_to_left);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_district_without_approved_texts_offers_none() {
    let bridge = BridgePolicy::ApprovedOnly;
    let server = Running::start_with(Setup {
        bridge,
        ..Setup::default()
    })
    .await;
    let languages: Vec<LanguageChoice> = server.client().get(PATH).await.json();
    assert_eq!(languages, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_say_that_nobody_approved_them() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let plan: api::Plan = ana.get("/api/v1/plan").await.json();
    let pack: LanguagePack = ana.get(&plan.language_pack.unwrap().url()).await.json();
    let ideas = pack.concepts.values().chain(pack.passages.values());
    assert!(ideas.map(|it| &it.approved).all(Option::is_none));
    assert!(pack.terms.values().all(|it| it.approved.is_none()));
}
