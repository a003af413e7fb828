use api::{BridgeUse, Plan, TermEstimate, UseBatch, UseId, UseKind, UsesReply};
use engine::TermState;
use item_bank::bridge::say::task_for_term;
use item_bank::bridge::{Said, SayKind};
use item_bank::{Bank, Key, Kind, RawAnswer, TermId, instantiate};
use reqwest::Method;
use serde_json::json;

use crate::support::{Answering, Client, NOW_MS, Running, batch};

const PATH: &str = "/api/v1/bridge/uses";
const PLAN: &str = "/api/v1/plan";
const DAY_MS: i64 = 86_400_000;

fn fresh() -> UseId {
    UseId(server::ids::new(NOW_MS).unwrap())
}

fn term(id: &str) -> TermId {
    id.parse().unwrap()
}

fn one(id: &str, what: UseKind) -> BridgeUse {
    BridgeUse {
        id: fresh(),
        term: term(id),
        what,
        at_ms: NOW_MS - 1_000,
    }
}

fn said(id: &str, kind: SayKind, text: &str) -> BridgeUse {
    let task = task_for_term(Bank::embedded().english(), &term(id), kind).unwrap();
    let text = text.to_owned();
    one(id, UseKind::Said { task, text })
}

fn uses(uses: Vec<BridgeUse>) -> UseBatch {
    UseBatch {
        sent_at_ms: NOW_MS,
        uses,
    }
}

async fn post(client: &mut Client, batch: &UseBatch) -> UsesReply {
    client.post(PATH, batch).await.expect_status(200).json()
}

async fn plan(client: &mut Client) -> Plan {
    client.get(PLAN).await.expect_status(200).json()
}

fn state(terms: &[TermEstimate], id: &str) -> TermState {
    let found = terms.iter().find(|it| it.term == term(id));
    found.map(|it| it.state).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_is_checked_kept_and_in_the_plan() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let before = ana.get(PLAN).await.expect_status(200);
    let tag = before.header("etag").unwrap().to_owned();
    assert!(before.json::<Plan>().bridge.terms.is_empty());
    let posted = uses(vec![
        one("fraction", UseKind::Met),
        said("fraction", SayKind::Type, "fraction"),
        said("fraction", SayKind::Type, "fracton"),
        said("fraction", SayKind::Type, "banana"),
        said(
            "fraction",
            SayKind::Own,
            "I ate a fraction of my pizza today.",
        ),
        said("fraction", SayKind::Own, "too short"),
        one("ratio", UseKind::Asked),
    ]);
    let reply = post(&mut ana, &posted).await;
    let verdicts: Vec<Option<Said>> = reply.outcomes.iter().map(|it| it.said).collect();
    assert_eq!(
        verdicts,
        [
            None,
            Some(Said::Right),
            Some(Said::Spelling),
            Some(Said::Other),
            Some(Said::Right),
            Some(Said::TooShort),
            None
        ]
    );
    let ids: Vec<UseId> = reply.outcomes.iter().map(|it| it.id).collect();
    let sent: Vec<UseId> = posted.uses.iter().map(|it| it.id).collect();
    assert_eq!(ids, sent);
    assert!(reply.outcomes.iter().all(|it| it.refused.is_none()));
    let fraction = state(&reply.terms, "fraction");
    assert_eq!((fraction.met, fraction.used, fraction.misused), (1, 2, 1));
    assert_eq!(state(&reply.terms, "ratio").asked, 1);

    let request = ana.request(Method::GET, PLAN).header("if-none-match", &tag);
    let after: Plan = ana.send(request).await.expect_status(200).json();
    assert_eq!(after.bridge.terms, reply.terms);
    // nobody else's
    let mut liam = server.student("MAPLE-27", "Liam", "2345").await;
    assert!(plan(&mut liam).await.bridge.terms.is_empty());
    // only sentences of one's own are kept as text
    let texts =
        server.query("SELECT text FROM bridge_use WHERE text IS NOT NULL ORDER BY position");
    assert_eq!(texts, ["I ate a fraction of my pizza today.", "too short"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_id_counts_once() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let posted = uses(vec![
        one("ratio", UseKind::Met),
        said("ratio", SayKind::Type, "ratio"),
    ]);
    let first = post(&mut ana, &posted).await;
    server.clock.advance(90_000);
    let second = post(&mut ana, &posted).await;
    assert_eq!(first, second);
    // the id with another content, and from another student
    let mut other = posted.clone();
    other.uses[1].what = UseKind::Asked;
    let refused = post(&mut ana, &other).await;
    assert_eq!(refused.outcomes[0].refused, None);
    let why = refused.outcomes[1].refused.as_deref().unwrap();
    assert!(why.contains("came with this id before"), "{why}");
    let mut bao = server.bao().await;
    let stolen = post(&mut bao, &posted).await;
    assert!(stolen.outcomes.iter().all(|it| it.refused.is_some()));
    assert!(stolen.terms.is_empty());
    assert_eq!(plan(&mut ana).await.bridge.terms, first.terms);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_never_be_accepted_is_told_and_holds_nothing_up() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let mut crossed = said("ratio", SayKind::Type, "ratio");
    crossed.term = term("percent");
    let mut no_task = said("ratio", SayKind::Type, "ratio");
    if let UseKind::Said { task, .. } = &mut no_task.what {
        task.sentence = 9;
    }
    let long = "é".repeat(api::MAX_SAID + 1);
    let fits = "é".repeat(api::MAX_SAID);
    let posted = uses(vec![
        one("no-such-word", UseKind::Met),
        said("ratio", SayKind::Own, &long),
        crossed,
        no_task,
        said("ratio", SayKind::Own, &fits),
        one("ratio", UseKind::Met),
    ]);
    let reply = post(&mut ana, &posted).await;
    let why: Vec<&str> = reply
        .outcomes
        .iter()
        .map(|it| it.refused.as_deref().unwrap_or_default())
        .collect();
    assert!(why[0].contains("no-such-word"), "{why:?}");
    assert!(why[1].contains("401 characters"), "{why:?}");
    assert!(why[2].contains("'ratio', not about 'percent'"), "{why:?}");
    assert!(why[3].contains("made again"), "{why:?}");
    assert_eq!(why[4..], ["", ""]);
    assert_eq!(state(&reply.terms, "ratio").met, 1);
    assert!(reply.terms.iter().all(|it| it.term != term("percent")));
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_batches_are_refused_with_what_to_do() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let many = vec![one("ratio", UseKind::Met); api::MAX_USES + 1];
    let problem = ana
        .post(PATH, &uses(many))
        .await
        .expect_problem(413, "too-large");
    assert_eq!(problem["field"], "uses");
    for (body, field) in [
        (
            json!({ "sent_at_ms": 1, "uses": [{ "id": "x" }] }),
            "uses[0].id",
        ),
        (
            json!({ "sent_at_ms": 1, "uses": [], "verdict": true }),
            "verdict",
        ),
        (
            json!({ "sent_at_ms": 1, "uses": [{ "id": fresh(), "term": "a b", "what": "met", "at_ms": 1 }] }),
            "uses[0].term",
        ),
        (
            json!({ "sent_at_ms": 1, "uses": [{ "id": fresh(), "term": "ratio", "what": "used", "at_ms": 1 }] }),
            "uses[0].what",
        ),
    ] {
        let problem = ana.post(PATH, &body).await.expect_problem(400, "malformed");
        assert_eq!(problem["field"], field, "{problem}");
    }
    let none = post(&mut ana, &uses(Vec::new())).await;
    assert!(none.outcomes.is_empty() && none.terms.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_folds_over_days_and_opens_again_by_the_schools_clock() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let rule = plan(&mut ana).await.bridge.rule;
    let word = |text: &str, at_ms: i64| BridgeUse {
        at_ms,
        ..said("ratio", SayKind::Type, text)
    };
    // a device whose clock is three years behind: the days are the school's
    let behind = 3 * 365 * DAY_MS;
    let at = NOW_MS - behind;
    let batch = |uses, sent_at_ms| UseBatch { sent_at_ms, uses };
    let first = batch(
        vec![word("ratio", at - DAY_MS), word("ratio", at - DAY_MS)],
        at,
    );
    let reply = post(&mut ana, &first).await;
    assert!(!state(&reply.terms, "ratio").is_folded(rule));
    let second = batch(vec![word("ratio", at - 5_000)], at);
    let reply = post(&mut ana, &second).await;
    assert!(state(&reply.terms, "ratio").is_folded(rule));
    let today = engine::SchoolDay::from_epoch_ms(NOW_MS);
    assert_eq!(state(&reply.terms, "ratio").last_use, Some(today));
    // a relapse
    let reply = post(&mut ana, &batch(vec![word("percent", at)], at)).await;
    let ratio = state(&reply.terms, "ratio");
    assert!(!ratio.is_folded(rule));
    assert_eq!((ratio.relapses, ratio.used), (1, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_answer_that_is_the_word_counts_once_and_a_wrong_one_says_nothing() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let bank = Bank::embedded();
    let answers_with_its_word = |seed: u32| {
        bank.templates()
            .filter(|template| template.kind == Kind::ShortText)
            .find_map(|template| {
                let item = instantiate(template, seed).ok()?;
                let Key::Words(accept) = &item.key else {
                    return None;
                };
                let word = item.construct_terms.iter().find(|id| {
                    let term = bank.english().terms.get(*id);
                    term.is_some_and(|term| accept.contains(&term.en))
                })?;
                Some((template, seed, word.clone()))
            })
    };
    let (template, seed, word) = (0..20).find_map(answers_with_its_word).unwrap();
    let answering = Answering::of_template(template, seed);
    let english = bank.english().terms[&word].en.clone();
    let right = answering.record(RawAnswer::Text(english.clone()));
    let posted = batch(vec![right]);
    for _ in 0..2 {
        ana.post("/api/v1/responses", &posted)
            .await
            .expect_status(200);
        let terms = plan(&mut ana).await.bridge.terms;
        let found = state(&terms, word.as_str());
        assert_eq!((found.used, found.misused), (1, 0), "{word} in {terms:?}");
        assert_eq!(terms.len(), 1, "other words of the question: {terms:?}");
    }
    // again, after it was wrong or told: nothing
    let wrong = answering.record(RawAnswer::Text("I do not know this".to_owned()));
    let mut second = answering.record(RawAnswer::Text(english.clone()));
    second.attempt = 2;
    let mut told = answering.record(RawAnswer::Text(english));
    told.hints = u8::try_from(answering.item.hints.len()).unwrap();
    let posted = batch(vec![wrong, second, told]);
    ana.post("/api/v1/responses", &posted)
        .await
        .expect_status(200);
    let found = state(&plan(&mut ana).await.bridge.terms, word.as_str());
    assert_eq!((found.used, found.misused), (1, 0));
}
