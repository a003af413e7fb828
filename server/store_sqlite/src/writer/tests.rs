use std::sync::mpsc;
use std::thread;

use rusqlite::Connection;
use store::StoreError;

use super::*;

const INSERT: &str = "INSERT INTO t (n) VALUES ($1)";

fn limits() -> Limits {
    Limits {
        queue_jobs: NonZeroUsize::new(4).unwrap(),
        queue_rows: 100,
        group_jobs: NonZeroUsize::new(3).unwrap(),
        group_rows: 50,
    }
}

struct Room {
    writer: Arc<Writer>,
    folder: tempfile::TempDir,
}

fn room(limits: Limits) -> Room {
    let folder = tempfile::tempdir().unwrap();
    let errors = Errors::about(folder.path().join("t.db"));
    let connection = Connection::open(errors.path()).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER NOT NULL UNIQUE)")
        .unwrap();
    let lock = WriterLock::take(&errors).unwrap();
    let writer = Arc::new(Writer::start(connection, lock, limits, errors).unwrap());
    Room { writer, folder }
}

impl Room {
    async fn insert(&self, n: i64) -> StoreResult<usize> {
        self.writer
            .run(1, move |write| write.execute(INSERT, &[&n]))
            .await
    }

    /// Puts a job without anyone to wait for it.
    fn push(&self, rows: usize, work: impl FnOnce() + Send + 'static) -> StoreResult<()> {
        let (reply, _) = oneshot::channel();
        let work = move |_: &mut Write<'_>| {
            work();
            Ok(())
        };
        self.writer.submit(Box::new(Task::new(rows, work, reply)))
    }

    /// Holds the writer until what it gives is dropped.
    fn hold(&self) -> mpsc::Sender<()> {
        let (go, wait) = mpsc::channel::<()>();
        let (started, is_running) = mpsc::channel();
        self.push(0, move || {
            started.send(()).unwrap();
            let _ = wait.recv();
        })
        .unwrap();
        is_running.recv().unwrap();
        go
    }

    fn stored(&self) -> Vec<i64> {
        let connection = Connection::open(self.folder.path().join("t.db")).unwrap();
        let mut all = connection.prepare("SELECT n FROM t ORDER BY n").unwrap();
        all.query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    }
}

#[tokio::test]
async fn a_failing_job_harms_no_other_of_its_group() {
    let room = room(limits());
    let go = room.hold();
    let first = room.insert(1);
    let twice = room.writer.run(2, |write| {
        write.execute(INSERT, &[&2])?;
        write.execute(INSERT, &[&1])
    });
    let last = room.insert(3);
    drop(go);
    let (first, twice, last) = tokio::join!(first, twice, last);
    assert_eq!((first, last), (Ok(1), Ok(1)));
    assert_eq!(twice, Err(StoreError::Conflict("this row")));
    // 2 was written by the job that failed, and taken back
    assert_eq!(room.stored(), [1, 3]);
}

#[tokio::test]
async fn an_answer_comes_only_after_the_commit() {
    let room = room(limits());
    for n in 0..5 {
        room.insert(n).await.unwrap();
        assert_eq!(room.stored().len() as i64, n + 1);
    }
}

#[tokio::test]
async fn a_full_queue_says_so_at_once() {
    let room = room(limits());
    let go = room.hold();
    for _ in 0..4 {
        room.push(0, || {}).unwrap();
    }
    assert_eq!(room.push(0, || {}), Err(StoreError::Busy));
    assert_eq!(room.insert(1).await, Err(StoreError::Busy));
    let stats = room.writer.stats();
    assert_eq!((stats.queue_depth, stats.refused), (4, 2));
    drop(go);
    while room.insert(1).await == Err(StoreError::Busy) {
        tokio::task::yield_now().await;
    }
    assert_eq!(room.stored(), [1]);
}

#[tokio::test]
async fn a_queue_of_large_jobs_is_full_by_its_rows() {
    let room = room(limits());
    let go = room.hold();
    room.push(400, || {}).unwrap(); // alone, however large
    assert_eq!(room.push(1, || {}), Err(StoreError::Busy));
    assert_eq!(room.writer.stats().queued_rows, 400);
    drop(go);
}

#[tokio::test]
async fn groups_keep_to_their_limits() {
    let mut limits = limits();
    limits.queue_jobs = NonZeroUsize::new(64).unwrap();
    let room = room(limits);
    let go = room.hold();
    for _ in 0..7 {
        room.push(1, || {}).unwrap();
    }
    room.push(49, || {}).unwrap(); // with the seventh, 50 rows: the group is full
    room.push(1, || {}).unwrap();
    drop(go);
    room.writer.stop();
    let stats = room.writer.stats();
    // the one that held; 3, 3; the seventh and the large one; the last
    assert_eq!(stats.group_size.count, 5);
    assert_eq!(
        (stats.jobs, stats.queue_depth, stats.queued_rows),
        (10, 0, 0)
    );
}

#[tokio::test]
async fn stopping_commits_what_waits_and_refuses_what_comes() {
    let room = room(limits());
    let go = room.hold();
    let waiting = [room.insert(1), room.insert(2)].map(Box::pin);
    let [mut one, mut two] = waiting;
    // polled once, so that both are in the queue
    tokio::select! { biased; _ = &mut one => unreachable!(), _ = &mut two => unreachable!(), () = async {} => {} }
    let writer = Arc::clone(&room.writer);
    let stopping = thread::spawn(move || writer.stop());
    while room.push(0, || {}).is_ok() || matches!(room.push(0, || {}), Err(StoreError::Busy)) {
        thread::yield_now();
    }
    drop(go);
    assert_eq!((one.await, two.await), (Ok(1), Ok(1)));
    stopping.join().unwrap();
    assert!(
        room.insert(3)
            .await
            .unwrap_err()
            .to_string()
            .contains("its writer has stopped")
    );
    assert_eq!(room.stored(), [1, 2]);
    let log = room.folder.path().join("t.db-wal");
    assert!(std::fs::metadata(log).map_or(0, |found| found.len()) == 0);
}

#[tokio::test]
async fn work_whose_caller_has_gone_is_still_done() {
    let room = room(limits());
    let go = room.hold();
    {
        let mut gone = Box::pin(room.insert(1));
        tokio::select! { biased; _ = &mut gone => unreachable!(), () = async {} => {} }
    }
    drop(go);
    room.insert(2).await.unwrap();
    assert_eq!(room.stored(), [1, 2]);
}

#[tokio::test]
async fn a_held_write_lock_fails_the_group_and_the_writer_goes_on() {
    let room = room(limits());
    let other = Connection::open(room.folder.path().join("t.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    // this connection waits for nobody
    let refused = room.insert(1).await.unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("another program holds its write lock"),
        "{refused}"
    );
    assert_eq!(room.writer.stats().failed_groups, 1);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(room.insert(1).await, Ok(1));
}

/// `max_page_count` makes SQLite answer as it does on a full disk.
#[tokio::test]
async fn a_full_disk_takes_the_write_back_and_is_survived() {
    let room = room(limits());
    room.insert(0).await.unwrap();
    room.writer
        .run(0, |write| write.pragma("PRAGMA max_page_count = 1"))
        .await
        .unwrap();
    let fill = room.writer.run(1, |write| {
        (1..10_000).try_for_each(|n: i64| write.execute(INSERT, &[&n]).map(|_| ()))
    });
    let refused = fill.await.unwrap_err();
    assert!(
        matches!(refused, StoreError::Unavailable { .. }),
        "{refused}"
    );
    assert!(refused.to_string().contains("full"), "{refused}");
    assert_eq!(room.stored(), [0]);
    room.writer
        .run(0, |write| write.pragma("PRAGMA max_page_count = 1000000"))
        .await
        .unwrap();
    assert_eq!(room.insert(1).await, Ok(1));
    assert_eq!(room.stored(), [0, 1]);
}
