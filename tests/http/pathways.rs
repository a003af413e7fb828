use api::PathwaySummary;

use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn every_pathway_with_the_titles_of_its_skills() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let all: Vec<PathwaySummary> = okafor
        .get("/api/v1/pathways")
        .await
        .expect_status(200)
        .json();
    assert!(!all.is_empty());
    for summary in &all {
        assert_eq!(summary.skill_titles.len(), summary.pathway.skills.len());
    }
    let codes: Vec<&str> = all
        .iter()
        .map(|summary| summary.pathway.code.as_str())
        .collect();
    assert!(
        codes.contains(&"ratios-6") && codes.contains(&"readiness-6"),
        "{codes:?}"
    );
}
