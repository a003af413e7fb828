use item_bank::{Bank, Skill, SkillCode, Template};
use serde_json::json;
use server::content::plan_import;

use super::{SKILL, TEMPLATES, at, new_template, ours, path};
use crate::support::{NOW_MS, Running};

const PROGRAM: &str = "trellis import oatutor";

fn skill(code: &str, needs: &[&str]) -> Skill {
    let known: SkillCode = SKILL.parse().unwrap();
    Skill {
        code: code.parse().unwrap(),
        prerequisites: needs.iter().map(|code| code.parse().unwrap()).collect(),
        domain: "imported".to_owned(),
        ..Bank::embedded().skill(&known).unwrap().clone()
    }
}

fn brought(id: &str, stem: &str) -> Template {
    Template {
        skill: "OT-rates".parse().unwrap(),
        stem: stem.to_owned(),
        version: 1,
        ..new_template(id)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_waits_for_a_teacher_and_comes_once() {
    let mut server = Running::start().await;
    let store = server.store();
    let skills = [skill("OT-rates", &[]), skill("OT-more", &["OT-rates"])];
    let stem = ours().stem.clone();
    let all = || {
        vec![
            brought("ot-a", &stem),
            brought("ot-b", &stem),
            ours().clone(),
        ]
    };
    let plan = plan_import(&*store, PROGRAM, &skills, all(), NOW_MS)
        .await
        .unwrap();
    assert_eq!(plan.counts.taken, [ours().id.clone()], "ours stays ours");
    assert_eq!((plan.counts.new_templates, plan.counts.new_skills), (2, 2));
    assert!(plan.apply(&*store).await.unwrap());
    let again = plan_import(&*store, PROGRAM, &skills, all(), NOW_MS)
        .await
        .unwrap();
    assert!(again.is_empty() && again.counts.unchanged_templates == 2);

    // the skills are there from the next start on, the templates wait
    server.restart().await;
    let (mut okafor, mut ana) = (server.okafor().await, server.ana().await);
    let graph: api::SkillGraph = okafor.get("/api/v1/content/skills").await.json();
    let node = graph
        .skills
        .iter()
        .find(|it| it.code.as_str() == "OT-rates")
        .unwrap();
    assert_eq!((node.templates, node.live), (2, 0));
    let plan: api::Plan = ana.get("/api/v1/plan").await.json();
    assert!(
        plan.skills.iter().all(|it| it.domain != "imported"),
        "nothing of it can be asked"
    );
    for step in ["approve", "publish"] {
        okafor
            .post(&path("ot-a", step), &at(1))
            .await
            .expect_status(200);
    }
    let plan: api::Plan = ana.get("/api/v1/plan").await.json();
    let theirs = plan.skills.iter().filter(|it| it.domain == "imported");
    assert_eq!(theirs.count(), 1, "the one that can be asked");

    // a teacher's edit outlives the same import, not a changed one
    let edit =
        json!({ "revision": 1, "template": brought("ot-b", &format!("{stem} Take your time.")) });
    okafor
        .put(&path("ot-b", "draft"), &edit)
        .await
        .expect_status(200);
    let same = plan_import(&*store, PROGRAM, &skills, all(), NOW_MS)
        .await
        .unwrap();
    assert!(same.is_empty());
    let other = || vec![brought("ot-b", &format!("{stem} Now."))];
    let changed = plan_import(&*store, PROGRAM, &skills, other(), NOW_MS)
        .await
        .unwrap();
    assert_eq!(changed.counts.changed_templates, 1);
    assert!(changed.apply(&*store).await.unwrap());
    let detail: api::TemplateDetail = okafor.get(&format!("{TEMPLATES}/ot-b")).await.json();
    let draft = detail.draft.unwrap();
    assert_eq!(
        (draft.revision, draft.state),
        (3, api::TemplateState::InReview)
    );
    assert!(draft.template.stem.ends_with("Now."));
    assert_eq!(detail.history.last().unwrap().by, PROGRAM);
}

#[tokio::test(flavor = "multi_thread")]
async fn skills_that_go_round_in_a_circle_are_refused() {
    let server = Running::start().await;
    let skills = [skill("OT-a", &["OT-b"]), skill("OT-b", &["OT-a"])];
    let refused = plan_import(&*server.store(), PROGRAM, &skills, vec![], NOW_MS).await;
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("its own prerequisites"), "{refused}");
}
