//! What a student downloads for a whole pathway.

use std::collections::{BTreeSet, HashMap};

use api::Plan;
use item_bank::Bank;
use reqwest::Method;
use serde_json::json;

use crate::support::Running;

/// Of a pathway of twenty skills, compressed, packs of its prerequisites not counted.
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
    // twenty skills of neighbouring pathways, wherever one begins
    let mut largest = 0;
    for first in 0..bank.pathways().len() {
        let skills = bank.pathways()[first..].iter().flat_map(|it| &it.skills);
        let (mut seen, mut packs) = (BTreeSet::new(), BTreeSet::new());
        for skill in skills.filter_map(|code| bank.skill(code)) {
            if seen.len() < 20 && seen.insert(&skill.code) {
                packs.insert(skill.pack());
            }
        }
        let bytes: usize = packs.iter().map(|name| sizes[name]).sum();
        largest = largest.max(bytes);
        if seen.len() == 20 {
            println!(
                "20 skills from '{}': {bytes} bytes in {packs:?}",
                bank.pathways()[first].code
            );
        }
    }
    for pathway in bank.pathways() {
        let skills = pathway.skills.iter().filter_map(|code| bank.skill(code));
        let packs: BTreeSet<String> = skills.map(item_bank::Skill::pack).collect();
        let bytes: usize = packs.iter().map(|name| sizes[name]).sum();
        println!(
            "{}: {} skills, {bytes} bytes",
            pathway.code,
            pathway.skills.len()
        );
        assert!(bytes <= BUDGET, "{}: {bytes} bytes", pathway.code);
    }
    assert!(
        largest <= BUDGET,
        "{largest} bytes for a pathway of twenty skills"
    );
}
