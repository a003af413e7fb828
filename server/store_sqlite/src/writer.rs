//! The one writer: a bounded queue, and a thread that commits what is in it in groups.
//!
//! SQLite syncs once for each commit, so a commit for each response is bound by the disk
//! (284 to 5,992 a second here) and a commit for each group is not (`shared/QUALITY.md` section 2).
//! A group is whatever queued up while the group before was being committed: nothing waits for
//! company, and the slower the disk, the larger the groups.

mod group;
mod job;

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;

use rusqlite::Connection;
use store::{StoreError, StoreResult};
use tokio::sync::oneshot;

use self::group::GroupCommit;
use self::job::{Job, Task};
use crate::error::Errors;
use crate::lock::WriterLock;
use crate::stats::{Totals, WriterStats};
use crate::write::Write;

/// How much may wait, and how much goes into one commit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Jobs that may wait; one more is told [`StoreError::Busy`] at once.
    pub queue_jobs: NonZeroUsize,
    /// Rows that waiting jobs may bring, so that a queue of full batches cannot fill the memory.
    pub queue_rows: usize,
    /// Jobs in a group.
    pub group_jobs: NonZeroUsize,
    /// Rows after which a group takes no further job, so that nobody waits long for strangers.
    pub group_rows: usize,
}

/// Written by both sides of the queue.
#[derive(Debug)]
struct Shared {
    jobs: AtomicUsize,
    rows: AtomicUsize,
    refused: AtomicU64,
    totals: Mutex<Totals>,
}

#[derive(Debug)]
pub(crate) struct Writer {
    /// `None` once shutting down has begun.
    queue: RwLock<Option<SyncSender<Box<dyn Job>>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
    shared: Arc<Shared>,
    limits: Limits,
    errors: Errors,
}

impl Writer {
    /// `lock` is held until the thread has closed the connection.
    pub fn start(
        connection: Connection,
        lock: WriterLock,
        limits: Limits,
        errors: Errors,
    ) -> StoreResult<Self> {
        let (queue, jobs) = sync_channel(limits.queue_jobs.get());
        let shared = Arc::new(Shared {
            jobs: AtomicUsize::new(0),
            rows: AtomicUsize::new(0),
            refused: AtomicU64::new(0),
            totals: Mutex::new(Totals::new()),
        });
        let groups = GroupCommit::new(
            connection,
            jobs,
            limits,
            Arc::clone(&shared),
            errors.clone(),
        );
        let thread = std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || {
                let _held = lock;
                groups.run();
            })
            .map_err(|error| errors.io("its writer thread cannot start", &error))?;
        Ok(Self {
            queue: RwLock::new(Some(queue)),
            thread: Mutex::new(Some(thread)),
            shared,
            limits,
            errors,
        })
    }

    /// Runs `work` on the writer's thread, inside a savepoint of the next group, and answers after
    /// the group's commit is on the disk. `rows` is about how many rows it writes.
    ///
    /// Once queued, the work is done even if the caller stops waiting.
    pub async fn run<T, F>(&self, rows: usize, work: F) -> StoreResult<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Write<'_>) -> StoreResult<T> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        self.submit(Box::new(Task::new(rows, work, reply)))?;
        answer.await.map_err(|_| self.errors.writer_stopped())?
    }

    fn submit(&self, job: Box<dyn Job>) -> StoreResult<()> {
        let queue = self.queue.read().unwrap_or_else(PoisonError::into_inner);
        let queue = queue.as_ref().ok_or_else(|| self.errors.writer_stopped())?;
        let rows = job.rows();
        // counted before it is sent: the writer may take it before `try_send` returns
        let waiting = self.shared.rows.fetch_add(rows, Ordering::Relaxed);
        self.shared.jobs.fetch_add(1, Ordering::Relaxed);
        // one job is let in however large it is, or it never could be
        let sent = if waiting > 0 && waiting + rows > self.limits.queue_rows {
            Err(StoreError::Busy)
        } else {
            queue.try_send(job).map_err(|error| match error {
                TrySendError::Full(_) => StoreError::Busy,
                TrySendError::Disconnected(_) => self.errors.writer_stopped(),
            })
        };
        if sent.is_err() {
            self.shared.take(rows);
            self.shared.refused.fetch_add(1, Ordering::Relaxed);
        }
        sent
    }

    pub fn stats(&self) -> WriterStats {
        let totals = self.shared.totals().clone();
        WriterStats {
            queue_depth: self.shared.jobs.load(Ordering::Relaxed),
            queued_rows: self.shared.rows.load(Ordering::Relaxed),
            refused: self.shared.refused.load(Ordering::Relaxed),
            jobs: totals.jobs,
            failed_groups: totals.failed_groups,
            group_size: totals.group_size,
            commit_seconds: totals.commit_seconds,
        }
    }

    /// Takes no more jobs, commits those that wait, moves the write-ahead log into the database and
    /// lets go of the file. Blocks until that is done.
    pub fn stop(&self) {
        drop(
            self.queue
                .write()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
        let thread = self
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(thread) = thread
            && thread.join().is_err()
        {
            tracing::error!("the database's writer thread had panicked");
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    /// A job has left the queue.
    fn take(&self, rows: usize) {
        self.jobs.fetch_sub(1, Ordering::Relaxed);
        self.rows.fetch_sub(rows, Ordering::Relaxed);
    }

    fn totals(&self) -> std::sync::MutexGuard<'_, Totals> {
        self.totals.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
