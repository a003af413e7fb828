//! Where SQL stands, and that migrations are numbered.

use std::collections::BTreeMap;

use crate::tree::{refuse, sources};

/// How a statement starts in a string. Split, so that this file does not find itself.
const STATEMENTS: [(&str, &str); 6] = [
    ("SEL", "ECT "),
    ("INS", "ERT INTO "),
    ("UPD", "ATE "),
    ("DEL", "ETE FROM "),
    ("CRE", "ATE TABLE "),
    ("WI", "TH RECURSIVE "),
];

#[test]
fn statements_stand_in_sql_files() {
    let needles = STATEMENTS.map(|(one, two)| format!("{one}{two}"));
    let mut offences = Vec::new();
    for source in sources("", "rs").iter().filter(|s| !s.is_test()) {
        for (number, line) in source.code() {
            let code = line.trim_start();
            let found = needles
                .iter()
                .any(|n| code.contains(&format!("\"{n}")) || code.starts_with(n));
            if found {
                offences.push(format!("{}:{number}: {code}", source.path));
            }
        }
    }
    refuse(
        "SQL stands in server/sql/ and migrations/, where both databases share it:",
        &offences,
    );
}

#[test]
fn every_statement_is_used() {
    let stores: String = ["server/store_sqlite", "server/store_postgres"]
        .iter()
        .flat_map(|folder| sources(folder, "rs"))
        .map(|source| source.text)
        .collect();
    let unused: Vec<String> = sources("server/sql", "sql")
        .into_iter()
        .filter(|source| {
            let name = source
                .path
                .trim_start_matches("server/sql/")
                .trim_end_matches(".sql");
            !stores.contains(name)
        })
        .map(|source| source.path)
        .collect();
    refuse("No store uses these statements:", &unused);
}

#[test]
fn migrations_are_numbered_without_gaps_and_alike() {
    let mut databases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources("migrations", "sql") {
        let mut parts = source.path.split('/').skip(1);
        let database = parts.next().expect("migrations/<database>/<file>");
        let file = parts.next().expect("migrations/<database>/<file>");
        databases
            .entry(database.to_owned())
            .or_default()
            .push(file.to_owned());
    }
    assert!(
        databases.contains_key("sqlite"),
        "migrations/sqlite has no migration"
    );
    for (database, files) in &databases {
        for (index, file) in files.iter().enumerate() {
            let prefix = format!("{:04}_", index + 1);
            assert!(
                file.starts_with(&prefix),
                "migrations/{database}/{file}: number {} is {prefix}<name>.sql",
                index + 1
            );
        }
    }
    let mut lists = databases.values();
    let first = lists.next();
    assert!(
        lists.all(|list| Some(list) == first),
        "databases differ in migrations: {databases:?}"
    );
}
