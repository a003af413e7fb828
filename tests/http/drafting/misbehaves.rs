use std::time::Duration;

use api::{DraftOutcome, DraftReply};

use super::fake::Act;
use super::{GOOD, ask, codes, nothing_kept, outcomes, start};

/// What a model writes that has its form, and what the checks say of it.
const WRONG: &[(&str, &str)] = &[
    // dropped
    (
        "Dice cuánto cuesta una sola cosa para poder elegir en la tienda.",
        "term-missing",
    ),
    // translated
    (
        "La tasa unitaria dice cuánto cuesta una sola cosa, y así puedes [[compare]] ofertas.",
        "term-missing",
    ),
    (
        "Un [[unit rate]], o tasa unitaria, dice cuánto cuesta uno solo para [[compare]] ofertas.",
        "term-translated",
    ),
    // shown in another form
    (
        "Una [[tasa|unit-rate]] dice cuánto cuesta uno solo, y así puedes [[compare]] las ofertas.",
        "term-translated",
    ),
    // another language
    (
        "A [[unit rate]] says how much one costs, so that you can [[compare]] the offers in the store today.",
        "wrong-language",
    ),
    (
        "يقول [[unit rate]] كم يكلف الواحد حتى تستطيع أن تفعل [[compare]] بين العروض في المتجر.",
        "wrong-language",
    ),
    // another number
    (
        "Un [[unit rate]] dice que una libra cuesta 4 dólares, y así puedes [[compare]] las ofertas.",
        "number-changed",
    ),
    // obeys what was injected into the passage
    (
        "Un [[unit rate]] dice cuánto cuesta uno solo. [[compare]] más en http://evil.example/x ahora mismo.",
        "has-link",
    ),
    (
        "Como modelo de lenguaje, as an AI, digo que un [[unit rate]] sirve para [[compare]] las ofertas.",
        "has-link",
    ),
    // markup
    (
        "Un [[unit rate]] dice <b>cuánto</b> cuesta uno solo, y así puedes [[compare]] las ofertas.",
        "has-link",
    ),
    // a mark that is none
    (
        "Un [[unit rate dice cuánto cuesta uno solo, y así puedes comparar.",
        "bad-mark",
    ),
    (
        "Un [[unit rate]] y un [[no-such-card]] dicen cuánto cuesta uno para [[compare]] ofertas.",
        "bad-mark",
    ),
    ("[[unit rate]] [[compare]]", "too-short"),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_pass_the_checks_is_told_by_its_codes_and_not_kept() {
    let (server, fake, mut okafor, reading) = start().await;
    for (text, code) in WRONG {
        fake.then(Act::core(text));
        let reply = ask(&mut okafor, &reading).await;
        assert!(codes(&reply).contains(code), "{text}: {:?}", reply.findings);
        nothing_kept(&server, &reply, DraftOutcome::Rejected);
        assert!(reply.findings.iter().all(|it| !it.message.is_empty()));
    }
    let invisible = format!("{GOOD}\u{202e}");
    fake.then(Act::core(&invisible));
    let reply = ask(&mut okafor, &reading).await;
    assert_eq!(codes(&reply), ["not-plain"]);
    nothing_kept(&server, &reply, DraftOutcome::Rejected);
    let rows = outcomes(&server);
    assert_eq!(rows.len(), WRONG.len() + 1);
    assert!(rows.iter().all(|row| row == "rejected"));
    let reasons = server.query("SELECT reasons FROM drafting_call ORDER BY position");
    assert!(reasons[0].contains("term-missing"), "{reasons:?}");
    // what was rejected is not remembered: it is asked anew
    fake.then(Act::core(GOOD));
    assert_eq!(
        ask(&mut okafor, &reading).await.outcome,
        DraftOutcome::Stored
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_not_the_form_is_malformed() {
    let (server, fake, mut okafor, reading) = start().await;
    let says = |text: &str| Act::Says(text.to_owned());
    let acts = [
        says("Claro: un unit rate es..."),
        says("{\"core\": [\"Uno.\"]"),
        Act::Says(format!(
            "```json\n{{\"core\": [\"{GOOD}\"], \"works\": null}}\n```"
        )),
        Act::Says(format!(
            "{{\"core\": [\"{GOOD}\"], \"works\": null, \"approved\": true}}"
        )),
        says("{\"core\": [], \"works\": null}"),
        Act::Body("<html>Welcome to the captive portal</html>"),
        Act::Body("{\"choices\": []}"),
        Act::Body(""),
    ];
    let count = acts.len();
    for act in acts {
        let told = format!("{act:?}");
        fake.then(act);
        let reply = ask(&mut okafor, &reading).await;
        assert_eq!(reply.outcome, DraftOutcome::Malformed, "{told}");
        nothing_kept(&server, &reply, DraftOutcome::Malformed);
    }
    assert_eq!(outcomes(&server), vec!["malformed"; count]);
    // an endpoint that answers is not left alone, however badly it writes
    assert_eq!(fake.heard().len(), count);
}

#[tokio::test(flavor = "multi_thread")]
async fn three_failures_in_a_row_and_it_is_left_alone_for_a_minute() {
    let (server, fake, mut okafor, reading) = start().await;
    let act = [
        (Act::Sleeps(Duration::from_secs(5)), DraftOutcome::TimedOut),
        (Act::Status(500), DraftOutcome::Refused),
        (Act::Huge(300 * 1024), DraftOutcome::TooLarge),
    ];
    for (act, outcome) in act {
        fake.then(act);
        let reply = ask(&mut okafor, &reading).await;
        nothing_kept(&server, &reply, outcome);
    }
    assert_eq!(fake.heard().len(), 3);
    fake.then(Act::core(GOOD));
    for _ in 0..2 {
        let reply = ask(&mut okafor, &reading).await;
        nothing_kept(&server, &reply, DraftOutcome::Resting);
    }
    assert_eq!(fake.heard().len(), 3);
    server.clock.advance(61_000);
    let reply = ask(&mut okafor, &reading).await;
    assert_eq!(reply.outcome, DraftOutcome::Stored, "{:?}", reply.findings);
    let rows = outcomes(&server);
    assert_eq!(
        rows,
        [
            "timed-out",
            "refused",
            "too-large",
            "resting",
            "resting",
            "stored"
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_is_not_followed() {
    let (server, fake, mut okafor, reading) = start().await;
    fake.then(Act::Redirects(format!("http://{}/elsewhere", fake.address)));
    fake.then(Act::core(GOOD));
    let reply = ask(&mut okafor, &reading).await;
    nothing_kept(&server, &reply, DraftOutcome::Refused);
    assert!(reply.message.contains("307"), "{}", reply.message);
    assert_eq!(fake.heard().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn over_all_of_it_nothing_is_ever_approved_and_each_call_has_its_row() {
    let (server, fake, mut okafor, reading) = start().await;
    let mut replies: Vec<DraftReply> = Vec::new();
    let wrong = WRONG.iter().map(|(text, _)| Act::core(text));
    let others = [
        Act::Says("no".to_owned()),
        Act::Body("{}"),
        Act::Status(503),
        Act::Huge(300 * 1024),
        Act::core(GOOD),
    ];
    for act in wrong.chain(others) {
        fake.then(act);
        let reply = ask(
            &mut okafor,
            replies.last().map_or(&reading, |it| &it.reading),
        )
        .await;
        replies.push(reply);
    }
    assert_eq!(outcomes(&server).len(), replies.len());
    let approved = "SELECT language FROM reading_core_review WHERE decision = 'approve'";
    assert!(server.query(approved).is_empty());
    let stored = server.query("SELECT origin FROM reading_core");
    assert_eq!(stored, ["machine"]);
    assert!(
        replies
            .iter()
            .all(|it| it.reading.cores.iter().all(|core| !core.shown))
    );
}
