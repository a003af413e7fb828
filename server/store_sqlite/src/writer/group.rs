//! One group: begin, each job in a savepoint, commit, and only then the replies.

use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use store::{StoreError, StoreResult};

use super::job::{Job, Keep};
use super::{Limits, Shared};
use crate::error::Errors;
use crate::write::{ParamsIds, Write};

pub(super) struct GroupCommit {
    connection: Connection,
    queue: Receiver<Box<dyn Job>>,
    limits: Limits,
    shared: Arc<Shared>,
    errors: Errors,
    params: ParamsIds,
}

impl GroupCommit {
    pub fn new(
        connection: Connection,
        queue: Receiver<Box<dyn Job>>,
        limits: Limits,
        shared: Arc<Shared>,
        errors: Errors,
    ) -> Self {
        Self {
            connection,
            queue,
            limits,
            shared,
            errors,
            params: ParamsIds::default(),
        }
    }

    /// Until the queue is closed and empty.
    pub fn run(mut self) {
        while let Ok(first) = self.queue.recv() {
            let mut group = self.fill(first);
            let size = group.len();
            let outcome = self.carry_out(&mut group);
            let lost = match outcome {
                Ok(commit) => {
                    self.shared.totals().committed(size, commit);
                    None
                }
                Err(error) => {
                    self.params.forget();
                    self.shared.totals().failed_groups += 1;
                    tracing::error!(jobs = size, %error, "a group of writes was taken back");
                    Some(error)
                }
            };
            for job in group {
                job.reply(lost.clone());
            }
        }
        self.close();
    }

    fn fill(&self, first: Box<dyn Job>) -> Vec<Box<dyn Job>> {
        let mut rows = 0;
        let mut group = Vec::new();
        let mut next = Some(first);
        while let Some(job) = next {
            self.shared.take(job.rows());
            rows += job.rows();
            group.push(job);
            let room = group.len() < self.limits.group_jobs.get() && rows < self.limits.group_rows;
            next = if room {
                self.queue.try_recv().ok()
            } else {
                None
            };
        }
        group
    }

    /// Gives how long the commit took. After an error, nothing of the group is in the database.
    fn carry_out(&mut self, group: &mut [Box<dyn Job>]) -> StoreResult<Duration> {
        self.statement("BEGIN IMMEDIATE")?;
        let done = self.run_jobs(group).and_then(|()| {
            let started = Instant::now();
            self.statement("COMMIT")?;
            Ok(started.elapsed())
        });
        // some errors have rolled back already (https://sqlite.org/lang_transaction.html 3.1)
        if done.is_err()
            && !self.connection.is_autocommit()
            && let Err(error) = self.statement("ROLLBACK")
        {
            tracing::error!(%error, "a failed group could not be rolled back");
        }
        done
    }

    fn run_jobs(&mut self, group: &mut [Box<dyn Job>]) -> StoreResult<()> {
        for job in group {
            self.statement("SAVEPOINT job")?;
            let keep = job.run(&mut Write::new(
                &self.connection,
                &self.errors,
                &mut self.params,
            ));
            if self.connection.is_autocommit() {
                return Err(self.transaction_lost());
            }
            if keep == Keep::No {
                self.statement("ROLLBACK TO job")?;
                self.params.forget();
            }
            self.statement("RELEASE job")?;
        }
        Ok(())
    }

    /// SQLite ended the whole transaction on its own, as it does when the disk is full or fails.
    fn transaction_lost(&self) -> StoreError {
        self.errors.unavailable(
            "the disk failed or is full, and the write was taken back",
            "Look at its free space and at the system log; devices send their answers again",
        )
    }

    fn statement(&self, text: &'static str) -> StoreResult<()> {
        let run = || self.connection.prepare_cached(text)?.execute([]);
        run().map(|_| ()).map_err(|error| self.errors.write(error))
    }

    fn close(self) {
        // a reader in another process may hold the log back: it is then moved at the next start
        let moved = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
                row.get::<_, i64>(0)
            });
        if !matches!(moved, Ok(0)) {
            tracing::warn!(?moved, "the write-ahead log stays beside the database");
        }
        if let Err((_, error)) = self.connection.close() {
            tracing::warn!(%error, "the database was not closed cleanly");
        }
    }
}
