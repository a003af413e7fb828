use api::PreviewReply;
use item_bank::{Template, instantiate, plain};
use serde_json::json;

use super::{new_template, ours};
use crate::support::Running;

const PREVIEW: &str = "/api/v1/content/preview";

#[tokio::test(flavor = "multi_thread")]
async fn shows_what_each_seed_makes() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let body = json!({ "template": ours(), "seeds": [4, 9] });
    let reply: PreviewReply = okafor.post(PREVIEW, &body).await.expect_status(200).json();
    assert!(reply.failures.is_empty(), "{:?}", reply.failures);
    for (shown, seed) in reply.items.iter().zip([4, 9]) {
        let item = instantiate(ours(), seed).unwrap();
        assert_eq!(shown.seed, seed);
        assert_eq!(shown.item.as_ref(), Some(&item.view()));
        assert_eq!(plain(&shown.answer), plain(&item.key_rich()));
    }
    assert_eq!(reply.items.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn says_what_is_wrong_and_where() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let broken = Template {
        answer: Some("r / (h - 4)".to_owned()),
        ..new_template("mine")
    };
    let body = json!({ "template": broken, "seeds": (0..12).collect::<Vec<u32>>() });
    let reply: PreviewReply = okafor.post(PREVIEW, &body).await.expect_status(200).json();
    assert!(
        reply
            .items
            .iter()
            .any(|it| it.item.is_none() && it.error.is_some())
    );
    assert!(
        reply
            .items
            .iter()
            .any(|it| it.item.is_some() && it.error.is_none())
    );
    assert!(
        reply.failures.iter().any(|it| it.seed.is_some()),
        "{:?}",
        reply.failures
    );

    let body = json!({ "template": ours(), "seeds": (0..13).collect::<Vec<u32>>() });
    let refused = okafor
        .post(PREVIEW, &body)
        .await
        .expect_problem(400, "malformed");
    assert_eq!(refused["field"], "seeds");
}
