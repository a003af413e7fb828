use api::{TemplateList, TemplateState, TemplateSummary};
use item_bank::Bank;

use super::{TEMPLATES, at, begin, new_template, ours, path};
use crate::support::{Client, Running};

async fn of(client: &mut Client, id: &str) -> TemplateSummary {
    let list: TemplateList = client.get(TEMPLATES).await.expect_status(200).json();
    let mut found = list.templates.into_iter().filter(|it| it.id.as_str() == id);
    let one = found.next().unwrap();
    assert!(found.next().is_none(), "{id} is listed twice");
    one
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_listed_once_with_its_state() {
    let server = Running::start().await;
    let (mut okafor, mut nguyen) = (server.okafor().await, server.teacher("nguyen").await);
    let list: TemplateList = okafor.get(TEMPLATES).await.json();
    assert_eq!(list.templates.len(), Bank::embedded().templates().count());
    assert!(
        list.templates
            .iter()
            .all(|it| it.state == TemplateState::Live
                && it.version.is_some()
                && it.author.is_none())
    );

    // a draft of something new, and of the next version of what is live
    begin(&mut okafor, &new_template("rates-of-mine")).await;
    begin(&mut okafor, ours()).await;
    let new = of(&mut nguyen, "rates-of-mine").await;
    assert_eq!((new.state, new.version), (TemplateState::Draft, None));
    assert_eq!(new.author.as_deref(), Some("Ms. Okafor"));
    let next = of(&mut nguyen, ours().id.as_str()).await;
    assert_eq!(
        (next.state, next.version),
        (TemplateState::Draft, Some(ours().version))
    );

    // retired, though it comes with the program and nobody edited it
    let other = Bank::embedded()
        .templates()
        .find(|it| it.id != ours().id)
        .unwrap();
    let retire = path(other.id.as_str(), "retire");
    nguyen
        .post(&retire, &at(other.version))
        .await
        .expect_status(200);
    let gone = of(&mut okafor, other.id.as_str()).await;
    assert_eq!((gone.state, gone.version), (TemplateState::Retired, None));
    let again = nguyen.post(&retire, &at(other.version)).await;
    again.expect_problem(409, "conflict");
}
