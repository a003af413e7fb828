//! Whether a file can be used, asked before it is touched, so that the answer is a sentence and not
//! a result code.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use store::{StoreError, StoreResult};

use crate::error::Errors;

/// Files up to this size are read through when they are opened, which takes some 0.2 s at most;
/// a larger one is checked by `trellis verify`.
const READ_THROUGH_BYTES: u64 = 32 << 20;

/// Gives the path with links followed: two names of one file must meet at one lock.
pub(crate) fn writable(path: PathBuf, create: bool) -> StoreResult<PathBuf> {
    let errors = Errors::about(path);
    let path = errors.path();
    let folder = folder_of(path);
    if create {
        fs::create_dir_all(folder)
            .map_err(|error| errors.io("its folder cannot be made", &error))?;
    }
    // Asked of the permission bits, which a server run as root would otherwise overrule.
    if fs::metadata(folder).is_ok_and(|found| found.permissions().readonly()) {
        return Err(errors.not_writable("its folder is read-only"));
    }
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => Err(not_a_file(&errors)),
        Ok(found) if found.permissions().readonly() => {
            Err(errors.not_writable("the file is read-only"))
        }
        Ok(_) => follow(path, &errors),
        Err(error) if error.kind() == ErrorKind::NotFound && create => {
            make(path).map_err(|error| errors.io("it cannot be made", &error))?;
            follow(path, &errors)
        }
        Err(error) => Err(missing(&errors, &error)),
    }
}

/// An empty file is an empty database. SQLite would make one that everybody may read; its log gets
/// the permissions of the file.
fn make(path: &Path) -> std::io::Result<()> {
    let mut options = fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ())
}

pub(crate) fn readable(path: PathBuf) -> StoreResult<PathBuf> {
    let errors = Errors::about(path);
    match fs::metadata(errors.path()) {
        Ok(found) if !found.is_file() => Err(not_a_file(&errors)),
        Ok(_) => follow(errors.path(), &errors),
        Err(error) => Err(missing(&errors, &error)),
    }
}

/// Reads a small file through, so that damage is told at the start and not in mid-lesson.
pub(crate) fn sound(connection: &Connection, errors: &Errors) -> StoreResult<()> {
    let bytes = fs::metadata(errors.path()).map_or(0, |found| found.len());
    if bytes > READ_THROUGH_BYTES {
        return Ok(());
    }
    let found: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| errors.write(error))?;
    if found == "ok" {
        Ok(())
    } else {
        Err(errors.damaged(format!("it is damaged ({})", found.replace('\n', " "))))
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

fn follow(path: &Path, errors: &Errors) -> StoreResult<PathBuf> {
    path.canonicalize()
        .map_err(|error| errors.io("its path cannot be followed", &error))
}

fn not_a_file(errors: &Errors) -> StoreError {
    errors.unusable(
        "it is not a file",
        "Give the path of a file, such as var/trellis.db",
    )
}

fn missing(errors: &Errors, error: &std::io::Error) -> StoreError {
    if error.kind() == ErrorKind::NotFound {
        errors.unavailable(
            "there is no such file",
            "Check the path; `trellis migrate` makes a new database",
        )
    } else {
        errors.io("it cannot be looked at", error)
    }
}
