//! A piece of work for the writer, and the one who waits for it.

use store::{StoreError, StoreResult};
use tokio::sync::oneshot;

use crate::write::Write;

pub(super) trait Job: Send {
    /// About how many rows it writes.
    fn rows(&self) -> usize;
    /// Does the work, inside a savepoint. Gives whether to keep it.
    fn run(&mut self, write: &mut Write<'_>) -> Keep;
    /// Tells the caller: `lost` is why the group around it is not on the disk.
    fn reply(self: Box<Self>, lost: Option<StoreError>);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    Yes,
    /// Take back what it wrote; the others of its group go on.
    No,
}

pub(super) struct Task<T, F> {
    rows: usize,
    work: Option<F>,
    result: Option<StoreResult<T>>,
    reply: oneshot::Sender<StoreResult<T>>,
}

impl<T, F> Task<T, F> {
    pub fn new(rows: usize, work: F, reply: oneshot::Sender<StoreResult<T>>) -> Self {
        Self {
            rows,
            work: Some(work),
            result: None,
            reply,
        }
    }
}

impl<T, F> Job for Task<T, F>
where
    T: Send,
    F: FnOnce(&mut Write<'_>) -> StoreResult<T> + Send,
{
    fn rows(&self) -> usize {
        self.rows
    }

    fn run(&mut self, write: &mut Write<'_>) -> Keep {
        let Some(work) = self.work.take() else {
            return Keep::No;
        };
        let result = work(write);
        let keep = if result.is_ok() { Keep::Yes } else { Keep::No };
        self.result = Some(result);
        keep
    }

    fn reply(self: Box<Self>, lost: Option<StoreError>) {
        let answer = match (self.result, lost) {
            // its own reason says more than the group's
            (Some(Err(own)), _) => Err(own),
            (_, Some(lost)) => Err(lost),
            (Some(done), None) => done,
            // a group is never called committed without every job of it having run
            (None, None) => Err(StoreError::Other("a write was not carried out".to_owned())),
        };
        // whoever asked may have gone; what was committed stays committed
        let _ = self.reply.send(answer);
    }
}
