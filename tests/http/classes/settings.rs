use api::{ClassMastery, ClassSummary, EstimateTrace, Plan, PracticeSettings};
use engine::MasteryLevel;
use serde_json::{Value, json};
use server::model::{Adoption, Signed, Target};
use store::EnrollmentRow;

use crate::support::{Answering, NOW_MS, Running, batch};

fn path(server: &Running) -> String {
    format!("/api/v1/classes/{}/settings", server.district.maple)
}

fn chosen(mastery_threshold: f64, success_target: f64) -> PracticeSettings {
    PracticeSettings {
        mastery_threshold,
        success_target,
    }
}

/// Ana answers until P(known) lies between 0.80 and 0.99: mastered for one teacher and not for
/// another. Gives it.
pub async fn answer_between(server: &Running) -> f64 {
    let (mut ana, store) = (server.ana().await, server.store());
    let mut answering = Answering::number();
    let mut known = 0.0;
    for seed in 0..20 {
        answering.reseed(seed);
        let answer = if known < 0.9 {
            answering.right()
        } else {
            answering.wrong()
        };
        let posted = batch(vec![answering.record(answer)]);
        let reply = ana.post("/api/v1/responses", &posted).await;
        reply.expect_status(200);
        let rows = store.estimates_of_student(server.district.ana).await;
        known = rows.unwrap()[0].state.p_known();
        if seed >= 2 && (0.8..0.99).contains(&known) {
            return known;
        }
    }
    panic!("P(known) never was between .80 and .99: {known}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_defaults_hold_until_a_teacher_chooses() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let get = okafor.get(&path(&server)).await.expect_status(200);
    assert_eq!(get.json::<PracticeSettings>(), PracticeSettings::default());
    let wish = chosen(0.9, 0.7);
    okafor.put(&path(&server), &wish).await.expect_status(204);
    okafor.put(&path(&server), &wish).await.expect_status(204);
    let get = okafor.get(&path(&server)).await.expect_status(200);
    assert_eq!(get.json::<PracticeSettings>(), wish);

    let noted =
        server.query("SELECT subject || ': ' || detail FROM audit WHERE action = 'set-practice'");
    let maple = server.district.maple;
    assert_eq!(
        noted,
        [format!(
            "{maple}: mastery_threshold 0.9, success_target 0.7"
        )],
        "the same again is no change"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_out_of_range_is_refused_with_field_range_and_remedy() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let body = |threshold: Value, target: Value| json!({ "mastery_threshold": threshold, "success_target": target });
    for (wrong, field, remedy) in [
        (
            body(json!(0.79), json!(0.75)),
            "mastery_threshold",
            "0.80 to 0.99",
        ),
        (
            body(json!(0.991), json!(0.75)),
            "mastery_threshold",
            "0.80 to 0.99",
        ),
        (
            body(json!(95), json!(0.75)),
            "mastery_threshold",
            "0.80 to 0.99",
        ),
        (
            body(json!(0.95), json!(0.64)),
            "success_target",
            "0.65 to 0.85",
        ),
        (
            body(json!(0.95), json!(-1e300)),
            "success_target",
            "0.65 to 0.85",
        ),
        (
            body(json!("0.95"), json!(0.75)),
            "mastery_threshold",
            "openapi",
        ),
        (body(json!(0.95), Value::Null), "success_target", "openapi"),
    ] {
        let problem = okafor
            .put(&path(&server), &wrong)
            .await
            .expect_problem(400, "malformed");
        assert_eq!(problem["field"], field, "{problem}");
        assert!(
            problem["remedy"].as_str().unwrap().contains(remedy),
            "{problem}"
        );
    }
    for wrong in [json!({}), json!({ "mastery_threshold": 0.9 }), json!([])] {
        let reply = okafor.put(&path(&server), &wrong).await;
        reply.expect_problem(400, "malformed");
    }
    let get = okafor.get(&path(&server)).await;
    assert_eq!(get.json::<PracticeSettings>(), PracticeSettings::default());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_level_follows_the_class() {
    let server = Running::start().await;
    answer_between(&server).await;
    let mut okafor = server.okafor().await;
    let (maple, ana) = (server.district.maple, server.district.ana);
    let skill = Answering::number().item.skill;
    let tag = server
        .ana()
        .await
        .get("/api/v1/plan")
        .await
        .header("etag")
        .map(str::to_owned);
    for (threshold, level) in [
        (0.8, MasteryLevel::Mastered),
        (0.99, MasteryLevel::NearlyThere),
    ] {
        let wish = chosen(threshold, 0.7);
        okafor.put(&path(&server), &wish).await.expect_status(204);

        let table = okafor
            .get(&format!("/api/v1/classes/{maple}/mastery"))
            .await;
        let table: ClassMastery = table.expect_status(200).json();
        assert_eq!(table.settings, wish);
        let row = table.students.iter().find(|row| row.id == ana).unwrap();
        let column = table.skills.iter().position(|it| it.code == skill).unwrap();
        assert_eq!(row.cells[column].level, level);
        let mastered = u32::from(level.is_mastered());
        assert_eq!(table.class.mastered, mastered);
        let classes: Vec<ClassSummary> = okafor.get("/api/v1/classes").await.json();
        assert_eq!(classes[0].mastered, mastered);

        let trace = format!("/api/v1/classes/{maple}/students/{ana}/skills/{skill}");
        let trace: EstimateTrace = okafor.get(&trace).await.expect_status(200).json();
        assert_eq!((trace.rule.threshold, trace.cell.level), (threshold, level));

        let plan = server.ana().await.get("/api/v1/plan").await;
        assert_ne!(plan.header("etag").map(str::to_owned), tag);
        let plan: Plan = plan.json();
        assert_eq!(plan.policy.mastery.threshold, threshold);
        assert_eq!((plan.policy.zone.low, plan.policy.zone.target), (0.65, 0.7));
    }
    // another teacher's class follows its own
    let plan: Plan = server.bao().await.get("/api/v1/plan").await.json();
    assert_eq!(plan.policy.mastery.threshold, 0.95);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_two_classes_a_student_practises_by_the_strictest() {
    let server = Running::start().await;
    let store = server.store();
    let nguyen = store.staff_by_username("nguyen").await.unwrap().unwrap().id;
    let cedar = store.classes_of_teacher(nguyen).await.unwrap()[0].id;
    let seat = EnrollmentRow {
        class: cedar,
        user: server.district.ana,
    };
    store.enroll(vec![seat]).await.unwrap();
    let mut okafor = server.okafor().await;
    let wish = chosen(0.85, 0.8);
    okafor.put(&path(&server), &wish).await.expect_status(204);
    let policy = || async {
        let plan: Plan = server.ana().await.get("/api/v1/plan").await.json();
        (plan.policy.mastery.threshold, plan.policy.zone.target)
    };
    assert_eq!(
        policy().await,
        (0.95, 0.8),
        "the other class has the defaults"
    );
    let theirs = format!("/api/v1/classes/{cedar}/settings");
    let mut nguyen = server.teacher("nguyen").await;
    nguyen
        .put(&theirs, &chosen(0.8, 0.65))
        .await
        .expect_status(204);
    assert_eq!(policy().await, (0.85, 0.8));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_of_an_adoption_counts_mastery_as_the_class_does() {
    let server = Running::start().await;
    answer_between(&server).await;
    let mut okafor = server.okafor().await;
    // Ana learns this skill hardly at all: read so, her answers say little
    let answering = Answering::number();
    let file = json!({
        "format": "trellis-model/1", "model": "ability", "forget_per": "day",
        "ability": { "variance": 1.5, "drift": 0.01 },
        "skills": [{
            "code": answering.item.skill, "prior": 0.02, "learn": 0.001, "guess": 0.45, "slip": 0.4,
            "forget": 0.0, "forget_daily": 0.01, "guess_slope": 1.0, "slip_slope": 1.0,
            "responses": 900, "students": 80, "log_likelihood": -400.0, "fallback": null, "draws": [],
        }],
        "items": [],
        "fitted": {
            "responses": 900, "students": 80, "skills": 1, "log_likelihood": -400.0, "seconds": 0.1,
            "seed": 1, "starts": 1, "priors": true, "sources": [], "engine_version": "0.1.0",
        },
    });
    for (threshold, lose) in [(0.99, 0), (0.8, 1)] {
        let wish = chosen(threshold, 0.75);
        okafor.put(&path(&server), &wish).await.expect_status(204);
        let signed = Signed {
            by: "M. Rivera".to_owned(),
            note: "a test".to_owned(),
            at_ms: NOW_MS,
        };
        let bank = item_bank::Bank::embedded();
        let target = Target::File(file.to_string());
        let adoption = Adoption::of(bank, &*server.store(), target, signed, false).await;
        assert_eq!(adoption.unwrap().report.change.lose, lose, "at {threshold}");
    }
}
