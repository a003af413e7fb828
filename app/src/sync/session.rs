//! Who sits here: starting, signing in, signing out.

use api::{Role, Session, StudentSignIn, UserId};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use uuid::Uuid;

use super::driver::Wake;
use super::{driver, lock};
use crate::api::{ApiError, session};
use crate::state::{SigningIn, Store, Who};
use crate::storage::LastSession;
use crate::{clock, dom};

/// On a network that hangs, a student who was here before starts with what is on the device.
const PATIENCE_MS: u32 = 2_500;

/// Finds out who sits here, as the page opens.
pub async fn start(store: Store) {
    let storage = store.storage();
    store.set_device(storage.device(Uuid::now_v7().into()).await);
    if storage.is_leaving().await && session::sign_out().await.is_err() {
        // Signed out without a network: that holds, until the server can be told.
        store.who.set(Who::Nobody { offline: true });
        return;
    }
    let _ = storage.set_leaving(false).await;
    let last = storage
        .last_session()
        .await
        .filter(|last| last.expires_at_ms > clock::now_ms());
    let Some(last) = last else {
        let found = session::current().await;
        found_out(store, found).await;
        return;
    };
    let question = Box::pin(session::current());
    match select(question, TimeoutFuture::new(PATIENCE_MS)).await {
        Either::Left((Err(error), _)) if error.is_passing() => {
            store.offline.set(true);
            enter(store, last.user, None).await;
        }
        Either::Left((found, _)) => found_out(store, found).await,
        Either::Right(((), question)) => {
            enter(store, last.user, None).await;
            match question.await {
                Ok(Some(session)) if session.user == last.user => {
                    store.name.set(Some(session.display_name));
                }
                Err(error) if error.is_passing() => store.offline.set(true),
                found => found_out(store, found).await,
            }
        }
    }
}

async fn found_out(store: Store, found: Result<Option<Session>, ApiError>) {
    match found {
        Ok(Some(session)) if session.role == Role::Student => arrive(store, session).await,
        Ok(_) => store.who.set(Who::Nobody { offline: false }),
        Err(_) => store.who.set(Who::Nobody { offline: true }),
    }
}

/// Signs in, and tells how it goes in [`Store::signing_in`].
pub async fn sign_in(store: Store, credentials: StudentSignIn) {
    store.signing_in.set(SigningIn::Busy);
    let outcome = open(store, credentials).await;
    store
        .signing_in
        .set(outcome.err().map_or(SigningIn::Idle, SigningIn::Failed));
}

/// No other tab posts answers between the new cookie and the note of whose it is.
async fn open(store: Store, credentials: StudentSignIn) -> Result<(), ApiError> {
    let storage = store.storage();
    let opened = lock::alone(async move {
        let session = session::sign_in_student(&credentials).await?;
        let last = LastSession {
            user: session.user,
            expires_at_ms: session.expires_at_ms,
        };
        // Without the note, starting needs the network.
        let _ = storage.keep_session(last).await;
        let _ = storage.set_leaving(false).await;
        Ok(session)
    })
    .await;
    let session = opened.unwrap_or(Err(ApiError::Unreachable))?;
    arrive(store, session).await;
    Ok(())
}

async fn arrive(store: Store, session: Session) {
    let last = LastSession {
        user: session.user,
        expires_at_ms: session.expires_at_ms,
    };
    let _ = store.storage().keep_session(last).await;
    store.offline.set(false);
    enter(store, session.user, Some(session.display_name)).await;
}

async fn enter(store: Store, user: UserId, name: Option<String>) {
    if store.student() != Some(user) {
        // First what is on the disk, then the network: the driver rests while nobody sits here.
        store.who.set(Who::Finding);
        store.clear();
        driver::restore(store, user).await;
        store.who.set(Who::Student(user));
    }
    store.name.set(name);
    store.sign_in_again.set(false);
    store.wake(Wake::SignedIn);
}

/// Signs out. Answers that are not at school yet stay on the device, for this student only;
/// everything else of theirs goes.
pub async fn sign_out(store: Store) {
    let storage = store.storage();
    if let Some(user) = store.student() {
        let _ = storage.forget_student(user).await;
    }
    store.clear();
    let offline = session::sign_out().await.is_err();
    let _ = storage.set_leaving(offline).await;
    store.who.set(Who::Nobody { offline });
    // A newer build that waits may take over now: `public/boot.js` listens.
    dom::announce("trellis:signed-out");
}
