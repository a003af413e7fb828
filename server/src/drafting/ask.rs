//! One time that a teacher asks for a draft, from the question to its row.

use std::sync::Arc;
use std::time::{Duration, Instant};

use api::{CoreFinding, DraftOutcome, DraftReply, EditCore, ProblemCode, UserId};
use item_bank::{LanguagePack, LanguageTag};
use store::{AuditAction, AuditEntry, DraftKept, DraftingCall, ReadingBody, StudentRow};

use super::client::{LARGEST_REQUEST, NoAnswer};
use super::prompt::{About, Prompt, prompt};
use super::reply::Draft;
use super::{Drafter, outgoing, reply};
use crate::error::{Refusal, Reply};
use crate::readings::{Desk, access, ideas, with_draft, within};
use crate::state::AppState;

/// What became of it.
#[derive(Debug)]
struct Came {
    outcome: DraftOutcome,
    /// For people.
    message: String,
    findings: Vec<CoreFinding>,
    /// What to keep.
    draft: Option<EditCore>,
    cached: bool,
}

/// Asks, checks and keeps. To be run in a task of its own: it ends with its row whether or not anybody
/// waits for it.
pub async fn draft(
    state: AppState,
    drafter: Arc<Drafter>,
    who: UserId,
    desk: Desk,
    language: LanguageTag,
) -> Reply<DraftReply> {
    let bank = Arc::clone(&desk.bank);
    let pack = bank.language(&language);
    let pack = pack.ok_or_else(|| Refusal::not_found("language"))?;
    let asked = question(&drafter, &desk, pack)?;
    let roster = roster(&state, who).await?;
    let started = Instant::now();
    let came = answer(&state, &drafter, &desk, pack, &asked, &roster).await?;
    let elapsed = started.elapsed();

    let came = keep(
        &state, &drafter, who, &desk, &language, &asked, came, elapsed,
    )
    .await?;
    let row = access::own(&state, who, desk.row.id).await?;
    let reading = Desk::of(&state, row).await?;
    Ok(DraftReply {
        outcome: came.outcome,
        message: came.message,
        findings: came.findings,
        model: drafter.model.clone(),
        cached: came.cached,
        elapsed_ms: millis(elapsed),
        reading: reading.detail(&state, who).await?,
    })
}

fn question(drafter: &Drafter, desk: &Desk, language: &LanguagePack) -> Reply<Prompt> {
    let checks = desk.checks();
    let about = About {
        title: &desk.row.title,
        text: &desk.row.text,
        retain: checks.retain(),
        ideas: ideas(&desk.bank, &desk.row.choices.topics).collect(),
        language,
        english: desk.bank.english(),
    };
    let asked = prompt(&drafter.model, &about).map_err(|error| {
        tracing::error!(%error, "a question for the language model cannot be written");
        Refusal::internal()
    })?;
    if asked.json.len() > LARGEST_REQUEST {
        return Err(Refusal::malformed(
            "The text is too long for the language model.",
            "Ask for a draft of a shorter text.",
        ));
    }
    Ok(asked)
}

async fn roster(state: &AppState, who: UserId) -> Reply<Vec<StudentRow>> {
    let mut students = Vec::new();
    for class in state.store.classes_of_teacher(who).await? {
        students.extend(state.store.roster(class.id).await?);
    }
    Ok(students)
}

async fn answer(
    state: &AppState,
    drafter: &Drafter,
    desk: &Desk,
    language: &LanguagePack,
    asked: &Prompt,
    roster: &[StudentRow],
) -> Reply<Came> {
    let sent = format!("{}\n{}", desk.row.title, desk.row.text);
    let private = outgoing::found_in(&sent, roster);
    if !private.is_empty() {
        return Ok(Came {
            findings: private,
            ..nothing(
                DraftOutcome::Blocked,
                "Nothing was sent: the text holds what must not leave the server.",
            )
        });
    }
    let cached = drafter.cache.get(&asked.sha256);
    let was_cached = cached.is_some();
    let draft = match cached {
        Some(draft) => draft,
        None => match call(state, drafter, asked).await? {
            Ok(draft) => draft,
            Err(came) => return Ok(came),
        },
    };
    let came = checked(desk, language, draft.clone());
    if came.draft.is_some() && !was_cached {
        drafter.cache.put(asked.sha256.clone(), draft);
    }
    Ok(Came {
        cached: was_cached,
        ..came
    })
}

/// The model's answer in its form, or why there is none.
async fn call(state: &AppState, drafter: &Drafter, asked: &Prompt) -> Reply<Result<Draft, Came>> {
    let turn = tokio::time::timeout(drafter.timeout, drafter.turns.acquire()).await;
    let Ok(Ok(_turn)) = turn else {
        return Err(Refusal::new(
            ProblemCode::Busy,
            "The language model is writing for somebody else.",
            "Try again in a minute.",
        )
        .retry_after(60));
    };
    if let Err(left_ms) = drafter.breaker.admit(state.now_ms()) {
        let seconds = left_ms.div_euclid(1_000) + 1;
        return Ok(Err(nothing(
            DraftOutcome::Resting,
            &format!(
                "The language model failed several times, so it is left alone. Try again in {seconds} s."
            ),
        )));
    }
    let answer = drafter.client.post(asked.json.clone()).await;
    drafter.breaker.heard(answer.is_ok(), state.now_ms());
    let body = match answer {
        Ok(body) => body,
        Err(why) => return Ok(Err(failed(why))),
    };
    Ok(reply::read(&body).map_err(|error| nothing(DraftOutcome::Malformed, &error.to_string())))
}

fn failed(why: NoAnswer) -> Came {
    match why {
        NoAnswer::TooLarge => nothing(
            DraftOutcome::TooLarge,
            "The language model wrote far more than was asked for. Try again, or write it by hand.",
        ),
        NoAnswer::TimedOut => nothing(
            DraftOutcome::TimedOut,
            "The language model did not answer in time. Try again, or write it by hand.",
        ),
        NoAnswer::Unreachable => nothing(
            DraftOutcome::Unreachable,
            "The language model cannot be reached. Tell the person who runs Trellis at your school.",
        ),
        NoAnswer::Status(status) => nothing(
            DraftOutcome::Refused,
            &format!(
                "The language model refused (status {status}). Tell the person who runs Trellis at your school."
            ),
        ),
    }
}

/// Over every draft, fresh or not: the bank's checks may have learnt something since.
fn checked(desk: &Desk, language: &LanguagePack, draft: Draft) -> Came {
    let draft = EditCore {
        language: language.language.clone(),
        core: draft.core,
        works: draft.works,
    };
    let mut findings = Vec::new();
    match within(draft) {
        Ok(draft) => {
            let checks = desk.checks();
            findings.extend(checks.findings(language, &draft.core, draft.works.as_deref()));
            if findings.is_empty() {
                return Came {
                    draft: Some(draft),
                    ..nothing(
                        DraftOutcome::Stored,
                        "A draft by a machine: a reader of the language must approve it before students \
                         see it.",
                    )
                };
            }
        }
        Err(refusal) => findings.push(CoreFinding {
            reason: "not-plain".to_owned(),
            message: refusal.problem().detail.clone(),
        }),
    }
    Came {
        findings,
        ..nothing(
            DraftOutcome::Rejected,
            "What the language model wrote did not pass the checks, and nothing of it was kept.",
        )
    }
}

fn nothing(outcome: DraftOutcome, message: &str) -> Came {
    Came {
        outcome,
        message: message.to_owned(),
        findings: Vec::new(),
        draft: None,
        cached: false,
    }
}

/// Its row, and with it the draft: both or neither.
#[expect(clippy::too_many_arguments, reason = "all that the row says")]
async fn keep(
    state: &AppState,
    drafter: &Drafter,
    who: UserId,
    desk: &Desk,
    language: &LanguageTag,
    asked: &Prompt,
    came: Came,
    elapsed: Duration,
) -> Reply<Came> {
    let row = &desk.row;
    let now_ms = state.now_ms();
    let call = |came: &Came| {
        let reasons = came.findings.iter().map(|finding| finding.reason.as_str());
        DraftingCall {
            at_ms: now_ms,
            asked_by: who,
            reading: row.id,
            language: language.clone(),
            model: drafter.model.clone(),
            prompt_sha256: asked.sha256.clone(),
            outcome: came.outcome,
            reasons: reasons.collect::<Vec<_>>().join(" "),
            elapsed_ms: millis(elapsed),
            cached: came.cached,
        }
    };
    let audit = AuditEntry {
        at_ms: now_ms,
        actor: Some(who),
        action: AuditAction::Draft,
        subject: Some(row.id.to_string()),
        detail: Some(language.to_string()),
    };
    let body = |draft: EditCore| -> ReadingBody {
        let (words, model) = (desk.analysis.words, &drafter.model);
        with_draft(row, words, &desk.cores, draft, model, who, now_ms)
    };
    let keeps = came.draft.clone().map(|draft| DraftKept {
        revision: row.revision,
        body: body(draft),
    });
    let store = &state.store;
    if store
        .note_drafting_call(call(&came), keeps, audit.clone())
        .await?
    {
        return Ok(came);
    }
    let changed = Came {
        findings: vec![CoreFinding {
            reason: "reading-changed".to_owned(),
            message: "The reading was saved meanwhile, and the draft is of what it was before."
                .to_owned(),
        }],
        cached: came.cached,
        ..nothing(
            DraftOutcome::Rejected,
            "The draft was not kept. Ask again: it is of the text as it was before.",
        )
    };
    store
        .note_drafting_call(call(&changed), None, audit)
        .await?;
    Ok(changed)
}

fn millis(elapsed: Duration) -> u32 {
    u32::try_from(elapsed.as_millis()).unwrap_or(u32::MAX)
}
