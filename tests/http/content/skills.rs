use api::SkillGraph;
use item_bank::Bank;

use super::{SKILL, begin, new_template};
use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn the_graph_has_every_skill_and_counts_what_is_asked() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    begin(&mut okafor, &new_template("mine")).await;
    let graph: SkillGraph = okafor
        .get("/api/v1/content/skills")
        .await
        .expect_status(200)
        .json();
    assert_eq!(graph.skills.len(), Bank::embedded().skills().len());
    assert_eq!(graph.pathways.len(), Bank::embedded().pathways().len());
    for (n, node) in graph.skills.iter().enumerate() {
        let live = Bank::embedded().templates_of(&node.code).len() as u32;
        let drafts = u32::from(node.code.as_str() == SKILL);
        assert_eq!((node.live, node.templates), (live, live + drafts));
        assert!((0.0..=graph.width).contains(&node.x) && (0.0..=graph.height).contains(&node.y));
        let before = &graph.skills[..n];
        assert!(
            node.prerequisites
                .iter()
                .all(|code| before.iter().any(|it| it.code == *code))
        );
    }
}
