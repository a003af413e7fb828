//! What both ways of signing in share: checking with limits, then opening a session.

use std::net::IpAddr;

use api::{ProblemCode, Role, Session, UserId};
use axum::Json;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use item_bank::LanguageTag;
use store::{AuditAction, AuditEntry, CredentialHash};

use crate::auth::cookie;
use crate::auth::hasher::HashError;
use crate::auth::limiter::{Account, Wait};
use crate::auth::token::SessionToken;
use crate::error::{Refusal, Reply};
use crate::state::AppState;

/// A session just opened: the cookie and what the page wants to know.
pub type Opened = ([(HeaderName, HeaderValue); 1], Json<Session>);

/// Longest secret that is hashed. NIST 800-63B asks for at least 64 characters.
const MAX_SECRET: usize = 256;
const MAX_NAME: usize = 100;

/// One try at one account.
#[derive(Debug)]
pub struct Try {
    pub account: Account,
    pub peer: IpAddr,
    pub secret: String,
    /// Who it would be, with what the secret is checked against; nobody when the name is unknown.
    pub subject: Option<(UserId, CredentialHash)>,
}

/// Fits the wire before anything is looked up.
pub fn check_field(field: &'static str, value: &str, secret: bool) -> Reply<()> {
    let longest = if secret { MAX_SECRET } else { MAX_NAME };
    if value.trim().is_empty() {
        let refusal = Refusal::malformed("Something is left empty.", "Fill in every box.");
        return Err(refusal.field(field));
    }
    if value.chars().count() > longest {
        let detail = format!("This is longer than {longest} characters.");
        return Err(Refusal::malformed(detail, "Type it again, shorter.").field(field));
    }
    Ok(())
}

/// Checks the secret within the limits on guessing. `wrong` makes the reply to a wrong try, the
/// same whether the name exists or not.
pub async fn check(state: &AppState, attempt: Try, wrong: fn() -> Refusal) -> Reply<UserId> {
    let Try {
        account,
        peer,
        secret,
        subject,
    } = attempt;
    let now_ms = state.now_ms();
    state.limiter.begin(&account, now_ms).map_err(too_many)?;
    let user = subject.as_ref().map(|(user, _)| *user);
    let fits = state
        .hasher
        .verify(secret, subject.map(|(_, credential)| credential))
        .await;
    match (fits, user) {
        (Ok(true), Some(user)) => {
            state.limiter.succeeded(&account);
            Ok(user)
        }
        (Ok(_), user) => {
            metrics::counter!("trellis_sign_ins_total", "result" => "wrong").increment(1);
            let entry = entry(state, AuditAction::SignInFailed, None, user);
            state.store.audit(entry).await?;
            if state.limiter.is_spraying(peer, &account, now_ms) {
                tracing::warn!("one address fails on many accounts; its wrong tries are slowed");
                metrics::counter!("trellis_sign_in_sprays_total").increment(1);
                tokio::time::sleep(state.timing.slow_down).await;
            }
            Err(wrong())
        }
        (Err(HashError::Busy), _) => {
            state.limiter.take_back(&account);
            metrics::counter!("trellis_sign_ins_total", "result" => "busy").increment(1);
            Err(Refusal::busy())
        }
        (Err(HashError::Failed(reason)), _) => {
            state.limiter.take_back(&account);
            tracing::error!(reason, "a sign-in could not be checked");
            Err(Refusal::internal())
        }
    }
}

/// Opens a session, closing the one that the browser had before.
pub async fn open(
    state: &AppState,
    headers: &HeaderMap,
    user: UserId,
    role: Role,
    display_name: String,
    home_language: Option<LanguageTag>,
) -> Reply<Opened> {
    let token = SessionToken::generate().map_err(|error| {
        tracing::error!(%error, "nobody can sign in");
        Refusal::internal()
    })?;
    if let Some(before) = cookie::read(headers) {
        state.sessions.close(before.hash()).await?;
    }
    let now_ms = state.now_ms();
    let expires_at_ms = state
        .sessions
        .open(token.hash(), user, role, now_ms)
        .await?;
    state
        .store
        .audit(entry(state, AuditAction::SignIn, Some(user), Some(user)))
        .await?;
    metrics::counter!("trellis_sign_ins_total", "result" => "ok").increment(1);
    let session = Session {
        user,
        role,
        display_name,
        home_language,
        expires_at_ms,
    };
    let cookie = cookie::set(&token, (expires_at_ms - now_ms) / 1000);
    Ok(([(SET_COOKIE, cookie)], Json(session)))
}

/// The limit's own reply, for tries that are counted without being checked.
pub fn too_many(wait: Wait) -> Refusal {
    metrics::counter!("trellis_sign_ins_total", "result" => "limited").increment(1);
    let Wait { seconds } = wait;
    let when = if seconds < 90 {
        format!("{seconds} seconds")
    } else {
        format!("{} minutes", seconds.div_ceil(60))
    };
    Refusal::new(
        ProblemCode::TooManyTries,
        "That was tried too often with the wrong secret.",
        format!("Wait {when}, then try again slowly. Your teacher can look up what is right."),
    )
    .retry_after(seconds)
}

fn entry(
    state: &AppState,
    action: AuditAction,
    actor: Option<UserId>,
    subject: Option<UserId>,
) -> AuditEntry {
    AuditEntry {
        at_ms: state.now_ms(),
        actor,
        action,
        subject: subject.map(|user| user.to_string()),
        detail: None,
    }
}
