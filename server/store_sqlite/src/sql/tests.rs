use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::ALL;
use crate::error::Errors;
use crate::migrate;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../sql")
}

fn migrated() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    migrate::migrate(&connection, &Errors::about(":memory:".into())).unwrap();
    connection
}

/// Files of `server/sql` that this backend may use: the shared ones, and `sqlite/`.
fn files() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder()];
    while let Some(folder_now) = folders.pop() {
        for entry in fs::read_dir(folder_now).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(folder())
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            match path.is_dir() {
                true if name != "postgres" => folders.push(path),
                true => {}
                false => {
                    found.insert(name);
                }
            }
        }
    }
    found
}

#[test]
fn every_statement_prepares_against_the_migrated_schema() {
    let connection = migrated();
    for (file, text) in ALL {
        if let Err(error) = connection.prepare(text) {
            panic!("server/sql/{file}: {error}");
        }
    }
}

#[test]
fn no_file_is_left_over() {
    let used: BTreeSet<String> = ALL.iter().map(|(file, _)| (*file).to_owned()).collect();
    let unused: Vec<_> = files().difference(&used).cloned().collect();
    assert!(
        unused.is_empty(),
        "nothing uses server/sql/{unused:?}: name them in sql.rs or go"
    );
}

/// PostgreSQL binds `$2` as the second value; SQLite takes `$2` for a name, and numbers names as it
/// meets them. Both agree exactly when the numbers first appear in order.
#[test]
fn placeholders_first_appear_in_order() {
    let connection = migrated();
    for (file, text) in ALL {
        let statement = connection.prepare(text).unwrap();
        for index in 1..=statement.parameter_count() {
            assert_eq!(
                statement.parameter_name(index),
                Some(format!("${index}").as_str()),
                "server/sql/{file}"
            );
        }
    }
}

#[test]
fn shared_statements_keep_to_what_both_databases_know() {
    let foreign = [
        "?",
        "ifnull(",
        "insert or ",
        "replace into",
        "strftime",
        "json_",
        "datetime(",
    ];
    for (file, text) in ALL.iter().filter(|(file, _)| !file.starts_with("sqlite/")) {
        let text = text.to_lowercase();
        for word in foreign {
            assert!(
                !text.contains(word),
                "server/sql/{file} uses '{word}': PostgreSQL has it not"
            );
        }
    }
}

/// These walk everything, by their purpose; the last position is the end of the walk.
const WHOLE: [&str; 5] = [
    "ability/all.sql",
    "ability/clear.sql",
    "estimate/all.sql",
    "estimate/clear.sql",
    "response/last_position.sql",
];

/// A scan over a table that grows with the district is a page that stops loading in May.
#[test]
fn reads_of_large_tables_use_an_index() {
    let connection = migrated();
    for (file, text) in ALL {
        // the plan of an insert shows a check of deferred references that is jumped over when there
        // are none
        if WHOLE.contains(file) || text.starts_with("INSERT") {
            continue;
        }
        let mut plan = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {text}"))
            .unwrap();
        let nulls = vec![rusqlite::types::Null; plan.parameter_count()];
        let lines = plan
            .query_map(rusqlite::params_from_iter(nulls), |row| {
                row.get::<_, String>("detail")
            })
            .unwrap();
        for line in lines.map(Result::unwrap) {
            for table in [
                "response",
                "estimate",
                "ability",
                "audit",
                "session",
                "enrollment",
                "student",
                "pin",
                "bridge_use",
                "skill_support",
            ] {
                assert!(
                    !line.starts_with(&format!("SCAN {table}")),
                    "server/sql/{file}: {line}"
                );
            }
        }
    }
}
