use api::{EstimateTrace, ResponseRecord};

use crate::support::{Answering, Running, batch};

#[tokio::test(flavor = "multi_thread")]
async fn shows_each_response_and_how_it_moved_the_estimate() {
    let server = Running::start().await;
    let mut answering = Answering::number();
    let mut records = Vec::new();
    for seed in 1..=3 {
        answering.reseed(seed);
        records.push(answering.record(answering.right()));
    }
    answering.reseed(4);
    let wrong = ResponseRecord {
        hints: 1,
        bridge: true,
        ..answering.record(answering.wrong())
    };
    let second = ResponseRecord {
        attempt: 2,
        ..answering.record(answering.right())
    };
    let last = answering.item.clone();
    records.extend([wrong, second]);
    server
        .ana()
        .await
        .post("/api/v1/responses", &batch(records))
        .await
        .expect_status(200);

    let (maple, ana) = (server.district.maple, server.district.ana);
    let skill = &answering.item.skill;
    let path = format!("/api/v1/classes/{maple}/students/{ana}/skills/{skill}");
    let trace: EstimateTrace = server
        .okafor()
        .await
        .get(&path)
        .await
        .expect_status(200)
        .json();
    assert_eq!(trace.student_name, "Ana Rivera");
    assert_eq!(trace.steps.len(), 5);
    let newest = &trace.steps[0];
    assert_eq!(
        (newest.attempt, newest.moved.is_none()),
        (2, true),
        "a second try moves nothing"
    );
    let wrong = &trace.steps[1];
    assert_eq!((wrong.hints, wrong.bridge), (1, true));
    assert_eq!(usize::from(wrong.hints_of), last.hints.len());
    assert_eq!(wrong.stem, last.stem, "the question as the student saw it");
    assert_eq!(wrong.key, last.key_rich());
    assert_eq!(item_bank::plain(&wrong.answer), "987654");
    // The moves chain: each begins where the one before it ended.
    let moves: Vec<_> = trace
        .steps
        .iter()
        .rev()
        .filter_map(|step| step.moved)
        .collect();
    assert_eq!(moves.len(), 4);
    assert!(
        moves
            .windows(2)
            .all(|pair| (pair[0].after - pair[1].before).abs() < 1e-12)
    );
    assert!(
        moves[3].after_evidence < moves[3].before,
        "a wrong answer lowers"
    );
    let percent = (moves[3].after * 100.0).floor() as u8;
    assert_eq!(trace.cell.percent, Some(percent));

    let noted =
        server.query("SELECT subject || ' ' || detail FROM audit WHERE action = 'read-student'");
    assert_eq!(noted, [format!("{ana} {skill}")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unpractised_skill_has_an_empty_trace() {
    let server = Running::start().await;
    let (maple, liam) = (server.district.maple, server.district.liam);
    let path = format!("/api/v1/classes/{maple}/students/{liam}/skills/6.RP.A.3b-unit-rate");
    let trace: EstimateTrace = server
        .okafor()
        .await
        .get(&path)
        .await
        .expect_status(200)
        .json();
    assert!(trace.steps.is_empty());
    assert_eq!(trace.cell.percent, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_students_of_the_class_and_skills_of_the_bank() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let (maple, bao, ana) = (
        server.district.maple,
        server.district.bao,
        server.district.ana,
    );
    for path in [
        format!("/api/v1/classes/{maple}/students/{bao}/skills/6.RP.A.3b-unit-rate"),
        format!("/api/v1/classes/{maple}/students/{ana}/skills/9.XX-nothing"),
        format!("/api/v1/classes/{maple}/students/{ana}/skills/not%20a%20code"),
        format!("/api/v1/classes/{maple}/students/nobody/skills/6.RP.A.3b-unit-rate"),
    ] {
        okafor.get(&path).await.expect_problem(404, "not-found");
    }
    assert!(
        server
            .query("SELECT subject FROM audit WHERE action = 'read-student'")
            .is_empty()
    );
}
