//! What a student downloads for a whole pathway.

use std::collections::HashMap;

use api::Plan;
use item_bank::Bank;
use reqwest::Method;
use serde_json::json;

use crate::support::Running;

/// Of a pathway of twenty skills, compressed, prerequisites not counted.
const BUDGET: usize = 60_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_pathway_of_twenty_skills_is_within_its_budget() {
    let server = Running::start().await;
    let bank = Bank::embedded();
    let mut okafor = server.okafor().await;
    let longest = bank
        .pathways()
        .iter()
        .max_by_key(|it| it.skills.len())
        .unwrap();
    let path = format!("/api/v1/classes/{}/assignments", server.district.maple);
    let new = json!({ "pathway": longest.code });
    okafor.post(&path, &new).await;
    let mut ana = server.ana().await;
    let reply = ana.get("/api/v1/plan").await.expect_status(200);
    let plan: Plan = reply.json();
    let mut sizes: HashMap<String, usize> = HashMap::new();
    for pack in bank.packs() {
        let request = ana.request(Method::GET, &format!("/content/{}.json", pack.sha256));
        let packed = ana.send(request.header("accept-encoding", "br")).await;
        sizes.insert(pack.name.clone(), packed.expect_status(200).bytes.len());
    }
    let named: usize = plan.packs.iter().map(|pack| sizes[&pack.name]).sum();
    println!(
        "plan of '{}': {} bytes, {} packs of {named} bytes",
        longest.code,
        reply.bytes.len(),
        plan.packs.len()
    );
    // the share of a pack that twenty skills need, by the largest pathways
    for pathway in bank.pathways() {
        let mut packs: Vec<String> = Vec::new();
        for skill in pathway.skills.iter().filter_map(|code| bank.skill(code)) {
            if !packs.contains(&skill.pack()) {
                packs.push(skill.pack());
            }
        }
        let bytes: usize = packs.iter().map(|name| sizes[name]).sum();
        let skills: usize = bank
            .skills()
            .iter()
            .filter(|it| packs.contains(&it.pack()))
            .count();
        let of_twenty = bytes * 20 / skills.max(20);
        println!(
            "{}: {} skills, {bytes} bytes in {packs:?}",
            pathway.code,
            pathway.skills.len()
        );
        assert!(
            of_twenty <= BUDGET,
            "{}: {bytes} bytes for {skills} skills",
            pathway.code
        );
    }
}
