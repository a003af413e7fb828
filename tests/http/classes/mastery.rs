use api::{BatchReply, ClassMastery};
use engine::MasteryLevel;

use crate::support::{Answering, Running, batch};

#[tokio::test(flavor = "multi_thread")]
async fn students_by_skills() {
    let server = Running::start().await;
    let mut answering = Answering::number();
    let records = (0..4).map(|seed| {
        answering.reseed(seed);
        answering.record(answering.right())
    });
    let body = batch(records.collect());
    let reply = server
        .ana()
        .await
        .post("/api/v1/responses", &body)
        .await
        .expect_status(200);
    let reply: BatchReply = reply.json();

    let mut okafor = server.okafor().await;
    let path = format!("/api/v1/classes/{}/mastery", server.district.maple);
    let table: ClassMastery = okafor.get(&path).await.expect_status(200).json();
    let names: Vec<&str> = table
        .students
        .iter()
        .map(|row| row.sort_name.as_str())
        .collect();
    assert_eq!(
        names,
        ["Chen, Liam", "Núñez, José", "Rivera, Ana", "Silva, Ana"]
    );
    let codes: Vec<&str> = table
        .skills
        .iter()
        .map(|column| column.code.as_str())
        .collect();
    let bank = item_bank::Bank::embedded();
    let pathway = bank.pathway(&"ratios-6".parse().unwrap()).unwrap();
    assert_eq!(codes.len(), pathway.skills.len());
    assert!(
        table
            .skills
            .iter()
            .all(|column| column.assigned && !column.short.is_empty())
    );
    assert!(
        table
            .students
            .iter()
            .all(|row| row.cells.len() == table.skills.len())
    );

    let column = codes
        .iter()
        .position(|code| *code == answering.item.skill.as_str())
        .unwrap();
    let ana = &table.students[2];
    assert!(ana.last_active_ms.is_some());
    let p_known = reply.estimates[0].state.p_known();
    assert_eq!(
        ana.cells[column].percent,
        Some((p_known * 100.0).floor() as u8)
    );
    assert_eq!(ana.cells[column].opportunities, 4);
    let liam = &table.students[0];
    assert_eq!(liam.cells[column].level, MasteryLevel::NotEnoughEvidence);
    assert_eq!(
        (liam.cells[column].percent, liam.last_active_ms),
        (None, None)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_skill_that_someone_practised_has_a_column_though_nobody_assigned_it() {
    let server = Running::start().await;
    let bank = item_bank::Bank::embedded();
    let skill = "5.NF.A.1-equivalent-fractions".parse().unwrap();
    let template = bank.templates_of(&skill)[0];
    let mut record = Answering::number().record(item_bank::RawAnswer::Text("1".to_owned()));
    let item = item_bank::instantiate(template, 1).unwrap();
    record.template = item.template.clone();
    record.seed = 1;
    if let item_bank::Key::Choices(_) = item.key {
        record.answer = item_bank::RawAnswer::Choice(0);
    }
    let body = batch(vec![record]);
    server
        .ana()
        .await
        .post("/api/v1/responses", &body)
        .await
        .expect_status(200);
    let path = format!("/api/v1/classes/{}/mastery", server.district.maple);
    let table: ClassMastery = server
        .okafor()
        .await
        .get(&path)
        .await
        .expect_status(200)
        .json();
    let column = table.skills.iter().find(|it| it.code == skill).unwrap();
    assert!(!column.assigned);
    let order: Vec<_> = table.skills.iter().map(|it| &it.code).collect();
    let taught = bank.skills().iter().map(|it| &it.code);
    let taught: Vec<_> = taught.filter(|code| order.contains(code)).collect();
    assert_eq!(order, taught, "in teaching order");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_reading_is_noted_with_who_and_what() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let maple = server.district.maple;
    okafor
        .get(&format!("/api/v1/classes/{maple}/mastery"))
        .await
        .expect_status(200);
    okafor.get("/api/v1/classes").await.expect_status(200);
    let noted = server.query(
        "SELECT action || ' ' || lower(hex(actor_id)) || ' ' || subject || ' ' || detail \
         FROM audit WHERE action = 'read-class' ORDER BY position",
    );
    let okafor = server.district.okafor.0.simple().to_string();
    let line = |what: &str| format!("read-class {okafor} {maple} {what}");
    assert_eq!(noted, [line("mastery"), line("summary")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_that_are_none_are_not_found() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    for class in ["x", "00000000-0000-0000-0000-000000000000", "%2e%2e", "1"] {
        let path = format!("/api/v1/classes/{class}/mastery");
        okafor.get(&path).await.expect_problem(404, "not-found");
    }
}
