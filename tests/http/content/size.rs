//! What a student downloads for a whole pathway.

use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    // twenty skills or more that stand together: whole packs of one domain, then of the next
    let mut of_pack: BTreeMap<String, usize> = BTreeMap::new();
    for skill in bank.skills() {
        *of_pack.entry(skill.pack()).or_default() += 1;
    }
    let names: Vec<&String> = of_pack.keys().collect();
    for first in 0..names.len() {
        let (mut skills, mut bytes) = (0, 0);
        for name in &names[first..] {
            if skills < 20 {
                skills += of_pack[*name];
                bytes += sizes[*name];
            }
        }
        let of_twenty = bytes * 20 / skills.max(20);
        println!("from '{}': {bytes} bytes for {skills} skills", names[first]);
        assert!(
            of_twenty <= BUDGET,
            "{of_twenty} bytes from '{}'",
            names[first]
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
