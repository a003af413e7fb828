//! One process writes.
//!
//! An exclusive advisory lock on a file beside the database, released by the kernel however the
//! process ends, so that no stale lock ever has to be cleared by hand. It is not on the database
//! itself: SQLite keeps POSIX locks there, and closing any other handle of that file would drop
//! them. The file stays when the lock goes: removing it would race with the next one to lock.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use store::{StoreError, StoreResult};

use crate::error::Errors;

#[derive(Debug)]
pub(crate) struct WriterLock {
    _held: File,
}

impl WriterLock {
    pub fn take(errors: &Errors) -> StoreResult<Self> {
        let path = lock_path(errors.path());
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| errors.io("its lock file cannot be made", &error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held_by(&mut file, errors)),
            Err(TryLockError::Error(error)) => {
                return Err(errors.io("its lock file cannot be locked", &error));
            }
        }
        // who holds it, for the message of whoever comes second; not being able to say is no harm
        let _ = file
            .set_len(0)
            .and_then(|()| write!(file, "{}", std::process::id()));
        Ok(Self { _held: file })
    }
}

pub(crate) fn lock_path(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}

fn held_by(file: &mut File, errors: &Errors) -> StoreError {
    let mut pid = String::new();
    let read = file.rewind().and_then(|()| file.read_to_string(&mut pid));
    let who = match read {
        Ok(_) if !pid.is_empty() => format!("process {pid} is writing to it"),
        _ => "another process is writing to it".to_owned(),
    };
    errors.unavailable(
        who,
        "Stop the other Trellis, or give this one a database of its own",
    )
}
