//! What cannot be started with: each says what is wrong and what to do, and changes nothing.

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use super::process::{Serving, refusal, run};

fn migrated(folder: &Path) -> String {
    let path = folder.join("trellis.db").to_str().unwrap().to_owned();
    let made = run(&["migrate", "--database", &path]);
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    path
}

/// Serving is refused with exit code 1 and these words.
fn refused(path: &str, words: &[&str]) {
    let (code, said) = refusal(&["serve", "--listen", "127.0.0.1:0", "--database", path]);
    assert_eq!(code, Some(1), "{said}");
    for word in words {
        assert!(said.contains(word), "{said:?} does not say {word:?}");
    }
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn a_read_only_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = migrated(folder.path());
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    refused(&path, &[&path, "read-only"]);
}

#[test]
fn a_corrupt_file_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.db");
    let text = "These are my notes and no database at all. ".repeat(100);
    fs::write(&path, &text).unwrap();
    refused(path.to_str().unwrap(), &["notes.db"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_damaged_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = migrated(folder.path());
    let mut bytes = fs::read(&path).unwrap();
    let page = 4096;
    bytes[page..page * 3].fill(0x5a);
    fs::write(&path, &bytes).unwrap();
    refused(&path, &[&path]);
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_newer_schema() {
    let folder = tempfile::tempdir().unwrap();
    let path = migrated(folder.path());
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 999).unwrap();
    drop(connection);
    refused(&path, &["999", "new"]);
    let (code, _) = refusal(&["migrate", "--database", &path]);
    assert_eq!(code, Some(1));
}

#[test]
fn a_port_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trellis.db");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let database = path.to_str().unwrap();
    let (code, said) = refusal(&["serve", "--listen", &address, "--database", database]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains(&address) && said.contains("--listen"),
        "{said}"
    );
    assert!(
        !path.exists(),
        "no database is made for a server that cannot listen"
    );
}

#[test]
fn a_second_server_on_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = migrated(folder.path());
    let first = Serving::start(Path::new(&path));
    refused(&path, &[&path]);
    drop(first);
}

#[test]
fn a_database_that_cannot_be_used_yet() {
    let url = "postgres://trellis:hunter2@localhost/trellis";
    let (code, said) = refusal(&["serve", "--database", url]);
    assert_ne!(code, Some(0));
    assert!(
        said.contains("PostgreSQL") && !said.contains("hunter2@"),
        "{said}"
    );
}

#[test]
fn a_demo_beside_real_data() {
    let folder = tempfile::tempdir().unwrap();
    let path = migrated(folder.path());
    add_teacher(&path);
    let (code, said) = refusal(&["demo", "--database", &path]);
    assert_eq!(code, Some(1));
    assert!(said.contains("empty"), "{said}");
    let arguments = [
        "serve",
        "--demo",
        "--listen",
        "127.0.0.1:0",
        "--database",
        &path,
    ];
    let (code, said) = refusal(&arguments);
    assert_eq!(code, Some(1));
    assert!(said.contains("--demo"), "{said}");
}

fn add_teacher(path: &str) {
    let mut child = super::process::trellis()
        .args([
            "user",
            "add",
            "--username",
            "real",
            "--name",
            "Ms. Real",
            "--school",
            "A School",
        ])
        .args(["--database", path])
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"quiet river stone\n").unwrap();
    assert!(child.wait().unwrap().success());
}

#[test]
fn readers_are_people_and_languages_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = migrated(folder.path());
    add_teacher(&path);
    let reader = |username, language, more: &[&str]| {
        let fixed = ["user", "reader", "--database", &path, "--username"];
        let all = [&fixed[..], &[username, "--language", language], more].concat();
        let output = run(&all);
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.success(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    };
    for (username, language, more, fine, says) in [
        ("Real", "es", &[][..], true, "may approve texts in Español"),
        ("real", "ES", &[], true, "already"),
        ("real", "tlh", &[], false, "name one of"),
        ("nobody", "es", &[], false, "trellis user add"),
        (
            "real",
            "es",
            &["--remove"],
            true,
            "not a reader of Español any more",
        ),
        ("real", "es", &["--remove"], true, "was not a reader"),
    ] {
        let (success, said) = reader(username, language, more);
        assert_eq!(success, fine, "{said}");
        assert!(said.contains(says), "{said}");
    }
}
