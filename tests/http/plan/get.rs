use api::Plan;
use reqwest::Method;
use serde_json::json;

use crate::support::{Answering, Client, District, Reply, Running, Setup, batch};

const PATH: &str = "/api/v1/plan";

async fn held(client: &mut Client, tag: &str) -> Reply {
    let request = client
        .request(Method::GET, PATH)
        .header("if-none-match", tag);
    client.send(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn holds_everything_that_practice_needs() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let plan: Plan = ana.get(PATH).await.expect_status(200).json();
    assert_eq!(plan.student.id, server.district.ana);
    assert_eq!(plan.student.given_name, "Ana");
    assert_eq!(plan.student.home_language, Some("es".parse().unwrap()));
    assert_eq!(plan.assignments.len(), 1);
    let assigned = &plan.assignments[0];
    assert_eq!(assigned.pathway.code.as_str(), District::PATHWAY);
    assert_eq!(
        (assigned.class_title.as_str(), assigned.teacher.as_str()),
        ("Period 2", "Ms. Okafor")
    );
    assert!(plan.estimates.is_empty(), "nothing was practised yet");
    assert_eq!(
        plan.server_time_ms,
        server::clock::Clock::now_ms(&server.clock)
    );

    // Every skill comes after what it needs.
    for (n, skill) in plan.skills.iter().enumerate() {
        for needed in &skill.prerequisites {
            let at = plan
                .skills
                .iter()
                .position(|other| other.code == *needed)
                .unwrap();
            assert!(at < n, "{} comes before {needed}", skill.code);
        }
    }
    // Ratios build on fractions, so both packs are needed; each is there under its hash.
    let names: Vec<&str> = plan.packs.iter().map(|pack| pack.name.as_str()).collect();
    assert!(names.contains(&"fractions-5") && names.contains(&"ratios-6"));
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(names, sorted);
    let others = ["geometry-", "integers-", "reading-", "statistics-"];
    assert!(
        !names
            .iter()
            .any(|name| others.iter().any(|it| name.starts_with(it))),
        "{names:?}"
    );
    for pack in plan.packs.iter().chain(&plan.language_pack) {
        ana.get(&pack.url()).await.expect_status(200);
    }
    assert_eq!(plan.language_pack.unwrap().name, "es");
}

#[tokio::test(flavor = "multi_thread")]
async fn is_not_sent_again_while_nothing_changed() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let tag = |reply: &Reply| reply.header("etag").unwrap().to_owned();
    let first = tag(&ana.get(PATH).await.expect_status(200));
    server.clock.advance(5_000);
    let unchanged = held(&mut ana, &first).await.expect_status(304);
    assert!(unchanged.bytes.is_empty());
    assert_eq!(tag(&unchanged), first);
    held(&mut ana, "W/\"something-else\"")
        .await
        .expect_status(200);

    let answering = Answering::number();
    let posted = batch(vec![answering.record(answering.right())]);
    ana.post("/api/v1/responses", &posted)
        .await
        .expect_status(200);
    let second = tag(&held(&mut ana, &first).await.expect_status(200));
    assert_ne!(first, second);

    let path = format!("/api/v1/classes/{}/assignments", server.district.maple);
    let new = json!({ "pathway": District::OTHER_PATHWAY });
    server
        .okafor()
        .await
        .post(&path, &new)
        .await
        .expect_status(201);
    let plan: Plan = held(&mut ana, &second).await.expect_status(200).json();
    let codes: Vec<&str> = plan
        .assignments
        .iter()
        .map(|a| a.pathway.code.as_str())
        .collect();
    assert_eq!(
        codes,
        [District::OTHER_PATHWAY, District::PATHWAY],
        "newest first"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn is_each_students_own() {
    let server = Running::start().await;
    let plan: Plan = server.bao().await.get(PATH).await.expect_status(200).json();
    assert_eq!(plan.student.id, server.district.bao);
    assert!(plan.assignments.is_empty() && plan.packs.is_empty());
    assert_eq!(plan.student.home_language, Some("vi".parse().unwrap()));
    assert_eq!(plan.language_pack.unwrap().name, "vi");
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_that_nobody_approved_are_not_offered_outside_the_demo() {
    let bridge = api::BridgePolicy::ApprovedOnly;
    let server = Running::start_with(Setup {
        bridge,
        ..Setup::default()
    })
    .await;
    let mut ana = server.ana().await;
    let plan: Plan = ana.get(PATH).await.expect_status(200).json();
    assert!(plan.languages.is_empty());
    assert!(plan.language_pack.is_none() && plan.english_pack.is_none());
}
