use api::{
    BridgeUse, ClassBridge, SkillSupport, StudentBridge, SupportLevel, UseBatch, UseId, UseKind,
    UserId,
};
use item_bank::Bank;
use item_bank::bridge::SayKind;
use item_bank::bridge::say::task_for_term;
use serde_json::json;

use crate::support::{Answering, Client, NOW_MS, Running, batch};

const DAY_MS: i64 = 86_400_000;

fn one(term: &str, what: UseKind, at_ms: i64) -> BridgeUse {
    BridgeUse {
        id: UseId(server::ids::new(NOW_MS).unwrap()),
        term: term.parse().unwrap(),
        what,
        at_ms,
    }
}

fn said(term: &str, kind: SayKind, text: &str, at_ms: i64) -> BridgeUse {
    let english = Bank::embedded().english();
    let task = task_for_term(english, &term.parse().unwrap(), kind).unwrap();
    let text = text.to_owned();
    one(term, UseKind::Said { task, text }, at_ms)
}

async fn post(client: &mut Client, uses: Vec<BridgeUse>) {
    let batch = UseBatch {
        sent_at_ms: NOW_MS,
        uses,
    };
    client
        .post("/api/v1/bridge/uses", &batch)
        .await
        .expect_status(200);
}

async fn report(server: &Running) -> ClassBridge {
    let path = format!("/api/v1/classes/{}/bridge", server.district.maple);
    server
        .okafor()
        .await
        .get(&path)
        .await
        .expect_status(200)
        .json()
}

fn of(report: &ClassBridge, student: UserId) -> &StudentBridge {
    report.students.iter().find(|it| it.id == student).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_class_that_never_opened_the_bridge_has_its_students_and_no_words() {
    let server = Running::start().await;
    let report = report(&server).await;
    assert!(report.terms.is_empty());
    let names: Vec<&str> = report
        .students
        .iter()
        .map(|it| it.sort_name.as_str())
        .collect();
    assert_eq!(
        names,
        ["Chen, Liam", "Núñez, José", "Rivera, Ana", "Silva, Ana"]
    );
    let ana = of(&report, server.district.ana);
    assert_eq!(ana.support, SupportLevel::Emerging);
    assert_eq!(ana.home_language, Some("es".parse().unwrap()));
    assert_eq!((ana.answers, ana.words_met, ana.asked), (0, 0, 0));
    assert!(ana.sentences.is_empty() && ana.skills.is_empty());
    assert_eq!(
        server.query("SELECT detail FROM audit WHERE action = 'read-class'"),
        ["bridge"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn words_count_students_and_students_count_words() {
    let server = Running::start().await;
    let (mut ana, mut bao) = (server.ana().await, server.bao().await);
    let mut liam = server.student("MAPLE-27", "Liam", "2345").await;
    let (yesterday, today) = (NOW_MS - DAY_MS, NOW_MS - 9_000);
    let mut anas = vec![
        one("ratio", UseKind::Met, yesterday),
        said("ratio", SayKind::Type, "ratio", yesterday),
        said("ratio", SayKind::Type, "ratio", yesterday),
        said("ratio", SayKind::Type, "ratio", today),
        one("ratio", UseKind::Asked, today),
        one("percent", UseKind::Met, today),
        said("percent", SayKind::Type, "ratio", today),
    ];
    for n in 0..6 {
        let text = format!("I wrote number {n} with a ratio of two.");
        anas.push(said("ratio", SayKind::Own, &text, today));
    }
    post(&mut ana, anas).await;
    let liams = vec![
        one("ratio", UseKind::Met, yesterday),
        said("ratio", SayKind::Type, "ratio", yesterday),
        said("ratio", SayKind::Type, "ratio", yesterday),
        said("ratio", SayKind::Type, "ratio", today),
        said("ratio", SayKind::Type, "percent", today),
    ];
    post(&mut liam, liams).await;
    // another class's
    post(&mut bao, vec![one("per", UseKind::Met, today)]).await;

    let answering = Answering::number();
    let mut answers = vec![answering.record(answering.right())];
    let mut second = Answering::number();
    second.reseed(2);
    let mut bridged = second.record(second.right());
    bridged.bridge = true;
    answers.push(bridged);
    ana.post("/api/v1/responses", &batch(answers))
        .await
        .expect_status(200);
    let support = json!({ "level": "exited", "skill": "6.RP.A.1-ratio-language" });
    let path = format!(
        "/api/v1/classes/{}/students/{}/support",
        server.district.maple, server.district.ana
    );
    server
        .okafor()
        .await
        .put(&path, &support)
        .await
        .expect_status(204);

    let report = report(&server).await;
    let words: Vec<&str> = report.terms.iter().map(|it| it.en.as_str()).collect();
    assert_eq!(words, ["percent", "ratio"]);
    let [percent, ratio] = &report.terms[..] else {
        panic!()
    };
    let counts = |it: &api::ClassTerm| {
        [
            it.met,
            it.asked,
            it.used,
            it.folded,
            it.misused,
            it.relapsed,
        ]
    };
    assert_eq!(counts(percent), [1, 0, 0, 0, 1, 0]);
    assert_eq!(counts(ratio), [2, 1, 2, 1, 1, 1]);

    let ana = of(&report, server.district.ana);
    assert_eq!((ana.answers, ana.with_bridge), (2, 1));
    assert_eq!(
        (ana.words_met, ana.words_used, ana.words_folded, ana.asked),
        (2, 1, 1, 1)
    );
    let texts: Vec<&str> = ana.sentences.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts.len(), StudentBridge::MAX_SENTENCES);
    assert_eq!(texts[0], "I wrote number 5 with a ratio of two.");
    assert_eq!(ana.sentences[0].en, "ratio");
    let word = SkillSupport {
        skill: "6.RP.A.1-ratio-language".parse().unwrap(),
        level: SupportLevel::Exited,
    };
    assert_eq!(ana.skills, [word]);
    let liam = of(&report, server.district.liam);
    assert_eq!(
        (liam.words_used, liam.words_folded, liam.answers),
        (1, 0, 0)
    );
    assert!(liam.sentences.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_of_long_ago_say_nothing_of_now() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let mut old = answering.record(answering.right());
    old.answered_at_ms = NOW_MS - 31 * DAY_MS;
    ana.post("/api/v1/responses", &batch(vec![old]))
        .await
        .expect_status(200);
    assert_eq!(of(&report(&server).await, server.district.ana).answers, 0);
}
