//! What just changed, told to the teachers who are looking.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use api::{CellUpdate, ClassId};
use tokio::sync::broadcast;

/// Updates that a slow reader may be behind; one further behind is cut off and reads the page anew.
const BACKLOG: usize = 1_024;

/// One channel for each class that someone watches.
#[derive(Debug, Default)]
pub struct Live {
    classes: Mutex<HashMap<ClassId, broadcast::Sender<CellUpdate>>>,
}

impl Live {
    pub fn watch(&self, class: ClassId) -> broadcast::Receiver<CellUpdate> {
        self.classes()
            .entry(class)
            .or_insert_with(|| broadcast::channel(BACKLOG).0)
            .subscribe()
    }

    /// Whether anyone watches any class: if not, nobody needs to work out what changed.
    pub fn is_watched(&self) -> bool {
        !self.classes().is_empty()
    }

    pub fn tell(&self, class: ClassId, update: &CellUpdate) {
        let mut classes = self.classes();
        let Some(sender) = classes.get(&class) else {
            return;
        };
        if sender.send(update.clone()).is_err() {
            // The last reader has gone.
            classes.remove(&class);
        }
    }

    fn classes(&self) -> MutexGuard<'_, HashMap<ClassId, broadcast::Sender<CellUpdate>>> {
        self.classes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use api::{Cell, UserId};
    use engine::MasteryLevel;
    use uuid::Uuid;

    use super::*;

    fn update() -> CellUpdate {
        CellUpdate {
            student: UserId(Uuid::nil()),
            skill: "6.RP.A.2-unit-rate".parse().unwrap(),
            cell: Cell {
                level: MasteryLevel::Growing,
                percent: Some(55),
                opportunities: 4,
                last_ms: Some(1),
            },
        }
    }

    #[test]
    fn only_those_who_watch_the_class_hear_and_channels_do_not_pile_up() {
        let (live, ours, theirs) = (Live::default(), ClassId(Uuid::nil()), ClassId(Uuid::max()));
        assert!(!live.is_watched());
        let (mut here, mut there) = (live.watch(ours), live.watch(theirs));
        live.tell(ours, &update());
        assert_eq!(here.try_recv().unwrap(), update());
        assert!(there.try_recv().is_err());
        drop((here, there));
        live.tell(ours, &update());
        live.tell(theirs, &update());
        assert!(!live.is_watched());
    }
}
