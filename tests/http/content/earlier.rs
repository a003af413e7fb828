use item_bank::Template;
use serde_json::json;

use super::{TEMPLATES, begin, new_template, ours, path, publish};
use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn every_version_and_every_save_can_be_read() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    let id = ours().id.as_str();
    let changed = Template {
        stem: format!("{} Take your time.", ours().stem),
        ..ours().clone()
    };
    publish(&mut okafor, &mut nguyen, &changed).await;
    let version =
        async |n: u32| okafor_get(&server, &format!("{TEMPLATES}/{id}/versions/{n}")).await;
    assert_eq!(version(1).await.as_ref(), Some(ours()));
    assert_eq!(version(2).await.unwrap().stem, changed.stem);
    assert_eq!(version(3).await, None);

    begin(&mut okafor, &new_template("mine")).await;
    let again = Template {
        source: "Ours".to_owned(),
        ..new_template("mine")
    };
    let edit = json!({ "revision": 1, "template": again });
    okafor
        .put(&path("mine", "draft"), &edit)
        .await
        .expect_status(200);
    let revision =
        async |n: u32| okafor_get(&server, &format!("{TEMPLATES}/mine/revisions/{n}")).await;
    assert_eq!(revision(1).await, Some(new_template("mine")));
    assert_eq!(revision(2).await, Some(again));
    assert_eq!(revision(3).await, None);
    okafor
        .get(&format!("{TEMPLATES}/mine/revisions/x"))
        .await
        .expect_problem(404, "not-found");
}

async fn okafor_get(server: &Running, path: &str) -> Option<Template> {
    let reply = server.okafor().await.get(path).await;
    (reply.status == 200).then(|| reply.json())
}
