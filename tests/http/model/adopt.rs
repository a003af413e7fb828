use api::{BatchReply, EstimateTrace, Plan, ResponseBatch};
use engine::{Ability, AbilityPrior, Cause, ItemParams, SkillParams, SkillState};
use item_bank::{Bank, SkillCode};
use serde_json::{Value, json};
use server::model::{Adoption, Refused, Signed, Target, verify};
use store::{ModelId, Store};

use crate::support::{Answering, NOW_MS, Running, batch};

const PLAN: &str = "/api/v1/plan";

/// Other parameters for the skill of [`Answering::number`], and another difficulty for its template.
fn file(change: impl FnOnce(&mut Value)) -> String {
    let answering = Answering::number();
    let mut json = json!({
        "format": "trellis-model/1", "model": "ability", "forget_per": "day",
        "ability": { "variance": 1.5, "drift": 0.01 },
        "skills": [{
            "code": answering.item.skill, "prior": 0.5, "learn": 0.3, "guess": 0.05, "slip": 0.04,
            "forget": 0.0, "forget_daily": 0.01, "guess_slope": 1.2, "slip_slope": 1.4,
            "responses": 900, "students": 80, "log_likelihood": -400.0, "fallback": null, "draws": [],
        }],
        "items": [{
            "item": answering.item.template.id, "skill": answering.item.skill,
            "difficulty": 0.35, "responses": 300,
        }],
        "fitted": {
            "responses": 900, "students": 80, "skills": 1, "log_likelihood": -400.0, "seconds": 0.1,
            "seed": 1, "starts": 1, "priors": true, "sources": [], "engine_version": "0.1.0",
        },
    });
    change(&mut json);
    json.to_string()
}

fn fitted() -> String {
    file(|_| ())
}

async fn propose(store: &dyn Store, target: Target, replay: bool) -> Result<Adoption, Refused> {
    let signed = Signed {
        by: "M. Rivera".to_owned(),
        note: "a test".to_owned(),
        at_ms: NOW_MS,
    };
    Adoption::of(Bank::embedded(), store, target, signed, replay).await
}

async fn adopt(store: &dyn Store, target: Target, replay: bool) -> ModelId {
    let adoption = propose(store, target, replay).await.unwrap();
    adoption.adopt(store).await.unwrap()
}

async fn agrees(store: &dyn Store) {
    let report = verify(store, false).await.unwrap();
    assert!(report.agrees(), "{report:?}");
}

/// Right answers to new items of the same template.
fn right(seeds: std::ops::Range<u32>) -> ResponseBatch {
    let mut answering = Answering::number();
    let records = seeds.map(|seed| {
        answering.reseed(seed);
        answering.record(answering.right())
    });
    batch(records.collect())
}

async fn answer(server: &Running, seeds: std::ops::Range<u32>) -> BatchReply {
    let mut ana = server.ana().await;
    let reply = ana.post("/api/v1/responses", &right(seeds)).await;
    reply.expect_status(200).json()
}

fn skill() -> SkillCode {
    Answering::number().item.skill
}

async fn shown(store: &dyn Store, server: &Running) -> (SkillState, Ability) {
    let ana = server.district.ana;
    let rows = store.estimates_of_student(ana).await.unwrap();
    let row = rows.into_iter().find(|row| row.skill == skill()).unwrap();
    let ability = store.ability_of_student(ana).await.unwrap().unwrap();
    (row.state, ability)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_brings_what_is_in_force_and_a_new_tag() {
    let mut server = Running::start().await;
    let mut ana = server.ana().await;
    let first = ana.get(PLAN).await.expect_status(200);
    let tag = first.header("etag").unwrap().to_owned();
    let plan: Plan = first.json();
    assert!(plan.items.is_empty());
    assert_eq!(plan.ability, Ability::new(&AbilityPrior::default()));

    adopt(&*server.store(), Target::File(fitted()), false).await;
    server.restart().await;
    let mut ana = server.ana().await;
    let second = ana.get(PLAN).await.expect_status(200);
    assert_ne!(second.header("etag").unwrap(), tag);
    let plan: Plan = second.json();
    let params = |code: &SkillCode| -> SkillParams {
        plan.skills.iter().find(|s| s.code == *code).unwrap().params
    };
    assert_eq!(params(&skill()).learn, 0.3);
    // one that the file does not have keeps its own
    let other = &Bank::embedded().skills()[0];
    assert_ne!(other.code, skill());
    assert_eq!(params(&other.code), other.params);
    assert_eq!(plan.items.len(), 1);
    assert_eq!(plan.items[0].difficulty, 0.35);
    assert_eq!(plan.policy.ability.variance, 1.5);
    assert_eq!(plan.ability.variance, 1.5, "nobody has answered yet");
}

#[tokio::test(flavor = "multi_thread")]
async fn new_answers_are_read_with_it_and_old_estimates_stay_until_then() {
    let mut server = Running::start().await;
    answer(&server, 1..4).await;
    let (before, able) = shown(&*server.store(), &server).await;
    let first = adopt(&*server.store(), Target::File(fitted()), false).await;
    assert_eq!(shown(&*server.store(), &server).await, (before, able));
    server.restart().await;

    let reply = answer(&server, 4..5).await;
    let params = SkillParams {
        forget_daily: 0.01,
        guess_slope: 1.2,
        slip_slope: 1.4,
        ..SkillParams::plain(0.5, 0.3, 0.05, 0.04).unwrap()
    };
    let prior = AbilityPrior {
        variance: 1.5,
        drift: 0.01,
    };
    let item = ItemParams {
        difficulty: 0.35,
        chance: 0.0,
    };
    let stored = server.store().opportunities_of(server.district.ana).await;
    let last = stored.unwrap().pop().unwrap().scored;
    assert_eq!((last.params, last.prior, last.item), (params, prior, item));
    let (mut state, mut ability) = (before, able);
    state.observe(&params, &mut ability, &prior, &last.observation());
    assert_eq!(reply.estimates[0].state, state);
    assert_eq!(reply.ability, ability);
    agrees(&*server.store()).await;

    // the trace replays the same, and says of the item and the student what they did
    let path = format!(
        "/api/v1/classes/{}/students/{}/skills/{}",
        server.district.maple,
        server.district.ana,
        skill()
    );
    let trace = server.okafor().await.get(&path).await;
    let trace: EstimateTrace = trace.expect_status(200).json();
    assert_eq!(trace.given_name, "Ana");
    let newest = &trace.steps[0];
    assert!((newest.moved.unwrap().after - state.p_known()).abs() < 1e-12);
    assert_eq!(newest.moved.unwrap().ability_after, ability.mean);
    let causes: Vec<Cause> = newest.terms.iter().map(|term| term.cause).collect();
    assert!(
        causes.contains(&Cause::Item { difficulty: 0.35 }),
        "{causes:?}"
    );
    assert!(
        causes.iter().any(|c| matches!(c, Cause::Student { .. })),
        "{causes:?}"
    );

    let audit = server.query("SELECT detail FROM audit WHERE action = 'adopt-model'");
    assert_eq!(audit.len(), 1);
    assert!(audit[0].starts_with("previous none, file "), "{audit:?}");
    assert_eq!(first, ModelId(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_past_is_read_anew_on_demand_and_the_way_back_is_exact() {
    let mut server = Running::start().await;
    answer(&server, 1..6).await;
    let before = shown(&*server.store(), &server).await;
    let proposed = propose(&*server.store(), Target::File(fitted()), true)
        .await
        .unwrap();
    let change = proposed.report.change.clone();
    assert_eq!((change.responses, change.students, change.pairs), (5, 1, 1));
    let anew = proposed.adopt(&*server.store()).await.unwrap();
    let read_anew = shown(&*server.store(), &server).await;
    assert_ne!(read_anew, before);
    assert_eq!(change.largest[0].after, read_anew.0.p_known());
    assert_eq!(change.largest[0].before, before.0.p_known());
    agrees(&*server.store()).await;
    server.restart().await;
    answer(&server, 6..8).await;
    agrees(&*server.store()).await;

    let back = adopt(&*server.store(), Target::Previous, false).await;
    agrees(&*server.store()).await;
    let models = server.store().models().await.unwrap();
    let last = &models.last().unwrap();
    assert_eq!((last.id, last.version.previous), (back, Some(anew)));
    assert_eq!(
        (last.version.returns_to, last.version.file.clone()),
        (None, None)
    );
    let of_the_past = server.store().opportunities_of(server.district.ana).await;
    let (mut state, mut ability) = (None, None);
    for one in of_the_past.unwrap().into_iter().take(5) {
        let ability = ability.get_or_insert(Ability::new(&one.scored.prior));
        let state = state.get_or_insert(SkillState::new(&one.scored.params));
        state.observe(
            &one.scored.params,
            ability,
            &one.scored.prior,
            &one.scored.observation(),
        );
    }
    assert_eq!(
        (state.unwrap(), ability.unwrap()),
        before,
        "as they were scored"
    );
    server.restart().await;
    answer(&server, 8..9).await;
    agrees(&*server.store()).await;
    // and forward again
    let again = adopt(&*server.store(), Target::Previous, false).await;
    let models = server.store().models().await.unwrap();
    assert_eq!(models.last().unwrap().version.returns_to, Some(anew));
    assert!(again > back);
    agrees(&*server.store()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_file_is_said_and_nothing_changes() {
    let server = Running::start().await;
    let store = server.store();
    let refusal = |text: String| {
        let store = server.store();
        async move {
            let refused = propose(&*store, Target::File(text), false).await;
            refused.unwrap_err().to_string()
        }
    };
    let wrong = refusal(file(|json| json["skills"][0]["guess"] = json!(0.8))).await;
    assert!(
        wrong.contains(skill().as_str()) && wrong.contains("guess is 0.8"),
        "{wrong}"
    );
    let other = refusal(file(|json| {
        json["skills"][0]["code"] = json!("7.other");
        json["items"] = json!([]);
    }))
    .await;
    assert!(other.contains("fitted for another"), "{other}");
    assert!(refusal("{}".to_owned()).await.contains("format"));
    let none = propose(&*store, Target::Previous, false).await.unwrap_err();
    assert!(matches!(none, Refused::NothingBefore), "{none}");
    adopt(&*store, Target::File(fitted()), false).await;
    let same = propose(&*store, Target::File(fitted()), false)
        .await
        .unwrap_err();
    assert!(matches!(same, Refused::NothingChanges(Some(_))), "{same}");
    assert_eq!(store.models().await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_names_what_the_file_and_the_content_do_not_share() {
    let server = Running::start().await;
    let text = file(|json| {
        let mut stranger = json["skills"][0].clone();
        stranger["code"] = json!("7.other");
        json["skills"].as_array_mut().unwrap().push(stranger);
        json["items"].as_array_mut().unwrap().push(json!({
            "item": "gone", "skill": "7.other", "difficulty": 0.0, "responses": 1,
        }));
    });
    let proposed = propose(&*server.store(), Target::File(text), false)
        .await
        .unwrap();
    let report = &proposed.report;
    assert_eq!(report.unknown_skills, ["7.other"]);
    assert_eq!(report.unknown_items, ["gone"]);
    assert_eq!(report.changed_skills, [skill()]);
    assert_eq!(report.changed_items, 1);
    assert_eq!(
        report.missing_skills.len() + 1,
        Bank::embedded().skills().len()
    );
    assert!(
        server.store().models().await.unwrap().is_empty(),
        "a report changes nothing"
    );
}
