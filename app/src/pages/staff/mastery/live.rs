//! Server-sent events: a response anywhere shows here within a second.

use api::{CellUpdate, ClassId};
use futures::future::{AbortHandle, Abortable, Either, select};
use futures::stream::{self, StreamExt};
use gloo_net::eventsource::futures::EventSource;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::grid::Applied;
use crate::pages::staff::store::StaffStore;

/// The state of the connection, told beside the title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Line {
    #[default]
    Connecting,
    Live,
    /// What is shown may be behind; it is read again as soon as the line is back.
    Reconnecting,
}

/// How long the first reading waits for the line. Reading after the line is open leaves no gap in
/// which an answer could be missed, but a proxy that swallows events must not hold the page up.
const PATIENCE_MS: u32 = 1_500;
/// A refused connection is tried again by us, since the browser gives up; doubled up to a minute.
const FIRST_WAIT_MS: u32 = 2_000;
const LONGEST_WAIT_MS: u32 = 60_000;
/// Changes are announced together, or a busy lesson would never stop talking.
const BREATH_MS: u64 = 4_000;

/// Reads the class and keeps it up to date until the page is left.
pub fn follow(store: StaffStore, class: ClassId) {
    store.line.set(Line::Connecting);
    let (abort, registration) = AbortHandle::new_pair();
    on_cleanup(move || abort.abort());
    spawn_local(async move {
        let _ = Abortable::new(keep_listening(store, class), registration).await;
    });
}

async fn keep_listening(store: StaffStore, class: ClassId) {
    let mut wait = FIRST_WAIT_MS;
    loop {
        if listen(store, class).await {
            wait = FIRST_WAIT_MS;
        }
        store.line.set(Line::Reconnecting);
        // Tells a session that ended, and a class that is not there, from a server that is away.
        store.load_board(class);
        TimeoutFuture::new(wait).await;
        if store.is_hopeless(class) {
            return;
        }
        wait = (wait * 2).min(LONGEST_WAIT_MS);
    }
}

/// Until the connection is refused or closed for good; whether it ever was open. The browser
/// reconnects by itself after a mere interruption.
async fn listen(store: StaffStore, class: ClassId) -> bool {
    let Ok(mut source) = EventSource::new(&format!("/api/v1/classes/{class}/events")) else {
        return false;
    };
    let kinds = ["open", "error", "cell"].map(|kind| source.subscribe(kind));
    let [Ok(opened), Ok(broken), Ok(cells)] = kinds else {
        return false;
    };
    let mut events = stream::select(stream::select(opened, broken), cells);

    let early = match select(events.next(), TimeoutFuture::new(PATIENCE_MS)).await {
        Either::Left((event, _)) => Some(event),
        Either::Right(_) => None,
    };
    let mut next = if let Some(event) = early {
        event
    } else {
        store.load_board(class);
        events.next().await
    };
    let mut was_open = false;
    while let Some(Ok((kind, message))) = next {
        match kind.as_str() {
            "open" => {
                was_open = true;
                store.line.set(Line::Live);
                store.load_board(class);
            }
            "error" => store.line.set(Line::Reconnecting),
            _ => store.take_in(class, message.data().as_string().as_deref()),
        }
        next = events.next().await;
    }
    was_open
}

impl StaffStore {
    /// One event. What cannot be read, or is about a student or skill that is not on the table,
    /// leads to reading the whole table again.
    fn take_in(self, class: ClassId, data: Option<&str>) {
        let update = data.and_then(|data| serde_json::from_str::<CellUpdate>(data).ok());
        let board = self.board.with_untracked(|slot| slot.get(&class).cloned());
        let Some(board) = board else { return };
        match update.map(|update| board.apply(&update)) {
            Some(Applied::Changed(place)) => {
                if self.news.try_update_value(|news| news.note(place)) == Some(true) {
                    set_timeout(
                        move || self.announce(class),
                        std::time::Duration::from_millis(BREATH_MS),
                    );
                }
            }
            Some(Applied::Same) => {}
            Some(Applied::Unknown) | None => self.load_board(class),
        }
    }

    fn announce(self, class: ClassId) {
        let board = self.board.with_untracked(|slot| slot.get(&class).cloned());
        let Some(board) = board else { return };
        let said = board
            .grid
            .with_untracked(|grid| self.news.try_update_value(|news| news.take(grid)).flatten());
        if let Some(said) = said {
            self.announcement.set(said);
        }
    }
}
