use api::{Plan, SkillSupport, SupportLevel};
use reqwest::Method;
use serde_json::json;

use crate::support::{Client, District, Running};

const PLAN: &str = "/api/v1/plan";
const RATIO: &str = "6.RP.A.3b-unit-rate";

fn path(server: &Running) -> String {
    let District { maple, ana, .. } = server.district;
    format!("/api/v1/classes/{maple}/students/{ana}/support")
}

async fn plan(client: &mut Client) -> Plan {
    client.get(PLAN).await.expect_status(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_teachers_word_is_in_the_students_plan() {
    let server = Running::start().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let path = path(&server);
    let before = ana.get(PLAN).await.expect_status(200);
    let tag = before.header("etag").unwrap().to_owned();
    let before: Plan = before.json();
    assert_eq!(before.student.support, SupportLevel::Emerging);
    assert!(before.bridge.support.is_empty());

    let on_skill = json!({ "level": "bridging", "skill": RATIO });
    okafor.put(&path, &on_skill).await.expect_status(204);
    okafor.put(&path, &on_skill).await.expect_status(204);
    let request = ana.request(Method::GET, PLAN).header("if-none-match", &tag);
    let after: Plan = ana.send(request).await.expect_status(200).json();
    let word = SkillSupport {
        skill: RATIO.parse().unwrap(),
        level: SupportLevel::Bridging,
    };
    assert_eq!(after.bridge.support, [word]);
    assert_eq!(after.student.support, SupportLevel::Emerging);

    let own = json!({ "level": "expanding", "skill": null });
    okafor.put(&path, &own).await.expect_status(204);
    okafor.put(&path, &own).await.expect_status(204);
    assert_eq!(
        plan(&mut ana).await.student.support,
        SupportLevel::Expanding
    );
    let of_skill = format!("{path}?skill={RATIO}");
    okafor.delete(&of_skill).await.expect_status(204);
    okafor.delete(&of_skill).await.expect_status(204);
    let last = plan(&mut ana).await;
    assert!(last.bridge.support.is_empty());
    assert_eq!(last.student.support, SupportLevel::Expanding);
    // nobody else's
    let mut liam = server.student("MAPLE-27", "Liam", "2345").await;
    assert_eq!(plan(&mut liam).await.student.support, SupportLevel::None);

    // each change is noted once
    let noted = server.query(
        "SELECT lower(hex(actor_id)) || ' ' || subject || ' ' || detail FROM audit \
         WHERE action = 'set-support' ORDER BY position",
    );
    let (who, ana) = (server.district.okafor.0.simple(), server.district.ana);
    let line = |detail: String| format!("{who} {ana} {detail}");
    assert_eq!(
        noted,
        [
            line(format!("bridging on {RATIO}")),
            line("expanding".to_owned()),
            line(format!("none of its own on {RATIO}")),
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_students_of_the_class_skills_of_the_bank_and_levels_that_are() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let path = path(&server);
    for (body, field) in [
        (
            json!({ "level": "bridging", "skill": "9.XX-nothing" }),
            "skill",
        ),
        (json!({ "level": "fluent", "skill": null }), "level"),
        (
            json!({ "level": "exited", "skill": null, "days": 3 }),
            "days",
        ),
    ] {
        let problem = okafor
            .put(&path, &body)
            .await
            .expect_problem(400, "malformed");
        assert_eq!(problem["field"], field, "{problem}");
    }
    okafor.delete(&path).await.expect_problem(400, "malformed");
    let District { maple, bao, .. } = server.district;
    let body = json!({ "level": "exited", "skill": null });
    for student in [bao.to_string(), "nobody".to_owned()] {
        let path = format!("/api/v1/classes/{maple}/students/{student}/support");
        okafor
            .put(&path, &body)
            .await
            .expect_problem(404, "not-found");
        let path = format!("{path}?skill={RATIO}");
        okafor.delete(&path).await.expect_problem(404, "not-found");
    }
    assert!(
        server
            .query("SELECT action FROM audit WHERE action = 'set-support'")
            .is_empty()
    );
}
