//! What a student downloads for a whole pathway.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use api::Plan;
use item_bank::Bank;
use reqwest::Method;
use serde_json::json;

use crate::support::Running;

/// Of a pathway of twenty skills of one domain, compressed, packs of its prerequisites not counted.
/// Twenty skills from all over take up to a third more, since packs hold whole grades.
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
    // twenty skills of one domain, or all that it has
    let mut domains: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for skill in bank.skills() {
        let packs = domains.entry(&skill.domain).or_default();
        *packs.entry(skill.pack()).or_default() += 1;
    }
    for (domain, packs) in &domains {
        let (mut skills, mut bytes) = (0, 0);
        for (name, count) in packs {
            if skills < 20 {
                skills += count;
                bytes += sizes[name];
            }
        }
        println!("{domain}: {bytes} bytes for {skills} skills");
        assert!(
            bytes <= BUDGET,
            "{domain}: {bytes} bytes for {skills} skills"
        );
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
}
