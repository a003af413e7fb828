use api::{EstimateTrace, Plan};
use reqwest::Method;
use serde_json::json;

use crate::support::{Client, District, Running};

const PLAN: &str = "/api/v1/plan";
/// Fractions: not on the assigned pathway of ratios.
const FRACTIONS: &str = "5.NF.A.1-equivalent-fractions";
const RATIO: &str = "6.RP.A.3b-unit-rate";

fn path(server: &Running, skill: &str) -> String {
    let District { maple, ana, .. } = server.district;
    format!("/api/v1/classes/{maple}/students/{ana}/skills/{skill}/pin")
}

async fn pins(student: &mut Client) -> Vec<String> {
    let plan: Plan = student.get(PLAN).await.expect_status(200).json();
    plan.pins.iter().map(ToString::to_string).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_teacher_pins_is_in_the_students_plan_with_a_new_tag() {
    let server = Running::start().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let first = ana.get(PLAN).await.expect_status(200);
    let tag = first.header("etag").unwrap().to_owned();
    assert!(first.json::<Plan>().pins.is_empty());

    okafor
        .put(&path(&server, RATIO), &())
        .await
        .expect_status(204);
    let request = ana.request(Method::GET, PLAN).header("if-none-match", &tag);
    let held = ana.send(request).await.expect_status(200);
    assert_ne!(held.header("etag").unwrap(), tag);
    server.clock.advance(1_000);
    okafor
        .put(&path(&server, FRACTIONS), &())
        .await
        .expect_status(204);
    assert_eq!(pins(&mut ana).await, [RATIO, FRACTIONS], "oldest first");
    // nobody else's
    let mut liam = server.student("MAPLE-27", "Liam", "2345").await;
    assert!(pins(&mut liam).await.is_empty());

    okafor
        .delete(&path(&server, RATIO))
        .await
        .expect_status(204);
    assert_eq!(pins(&mut ana).await, [FRACTIONS]);
    okafor
        .delete(&path(&server, FRACTIONS))
        .await
        .expect_status(204);
    let request = ana.request(Method::GET, PLAN).header("if-none-match", &tag);
    ana.send(request).await.expect_status(304);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_content_of_a_pinned_skill_is_in_the_plan_without_any_pathway() {
    let server = Running::start().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let assigned = format!("/api/v1/assignments/{}", server.district.assigned);
    okafor.delete(&assigned).await.expect_status(204);
    let plan: Plan = ana.get(PLAN).await.json();
    assert!(plan.packs.is_empty());
    okafor
        .put(&path(&server, FRACTIONS), &())
        .await
        .expect_status(204);
    let plan: Plan = ana.get(PLAN).await.json();
    let names: Vec<&str> = plan.packs.iter().map(|pack| pack.name.as_str()).collect();
    assert!(names.contains(&"fractions-5"), "{names:?}");
    assert!(names.iter().all(|name| name.starts_with("fractions-")));
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_twice_changes_nothing_and_each_change_is_noted_once() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let path = path(&server, RATIO);
    let trace = path.trim_end_matches("/pin").to_owned();
    okafor.delete(&path).await.expect_status(204);
    okafor.put(&path, &()).await.expect_status(204);
    let since = server::clock::Clock::now_ms(&server.clock);
    server.clock.advance(60_000);
    okafor.put(&path, &()).await.expect_status(204);
    let pin = okafor
        .get(&trace)
        .await
        .expect_status(200)
        .json::<EstimateTrace>()
        .pin
        .unwrap();
    assert_eq!(
        (pin.teacher.as_str(), pin.pinned_at_ms),
        ("Ms. Okafor", since)
    );
    okafor.delete(&path).await.expect_status(204);
    okafor.delete(&path).await.expect_status(204);
    let seen: EstimateTrace = okafor.get(&trace).await.expect_status(200).json();
    assert_eq!(seen.pin, None);

    let noted = server.query(
        "SELECT action || ' ' || lower(hex(actor_id)) || ' ' || subject || ' ' || detail \
         FROM audit WHERE action IN ('pin', 'unpin') ORDER BY position",
    );
    let (who, ana) = (server.district.okafor.0.simple(), server.district.ana);
    let line = |action: &str| format!("{action} {who} {ana} {RATIO}");
    assert_eq!(noted, [line("pin"), line("unpin")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_students_of_the_class_and_skills_of_the_bank() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let District {
        maple, ana, bao, ..
    } = server.district;
    for (student, skill) in [
        (bao.to_string(), RATIO),
        (ana.to_string(), "9.XX-nothing"),
        (ana.to_string(), "not%20a%20code"),
        ("nobody".to_owned(), RATIO),
    ] {
        let path = format!("/api/v1/classes/{maple}/students/{student}/skills/{skill}/pin");
        okafor
            .put(&path, &())
            .await
            .expect_problem(404, "not-found");
        okafor.delete(&path).await.expect_problem(404, "not-found");
    }
    let audited = server.query("SELECT action FROM audit WHERE action IN ('pin', 'unpin')");
    assert!(audited.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_cannot_pin() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    for method in [Method::PUT, Method::DELETE] {
        let request = okafor
            .request(method, &path(&server, RATIO))
            .header("origin", "https://elsewhere.example")
            .header("sec-fetch-site", "cross-site")
            .json(&json!(null));
        okafor.send(request).await.expect_problem(403, "cross-site");
    }
    assert!(pins(&mut server.ana().await).await.is_empty());
}
