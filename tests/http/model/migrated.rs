//! A database of the first schema, opened by this program.

use std::path::Path;

use rusqlite::Connection;
use server::database::{Database, Location};
use server::model::verify;
use store::FOLDED_BY;

const FIRST: &str = include_str!("../../../migrations/sqlite/0001_first_slice.sql");

/// Five answers of one student to two skills, and estimates that other formulas folded.
fn made(path: &Path) {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(&format!("BEGIN; {FIRST} PRAGMA user_version = 1; COMMIT;"))
        .unwrap();
    connection
        .execute_batch(
            "INSERT INTO org VALUES (zeroblob(16), NULL, 'district', 'D');
             INSERT INTO person VALUES (zeroblob(16), zeroblob(16), 'student');
             INSERT INTO student VALUES (zeroblob(16), 'Ana', 'Rivera', NULL, 'none');
             INSERT INTO params VALUES (1, 0.3, 0.15, 0.1, 0.1, 0.01);
             INSERT INTO estimate VALUES
                (zeroblob(16), 'a', 123.0, 3, 3, 3, 3, 1, 0, 2.0, 20004, 5);",
        )
        .unwrap();
    for n in 0..5_i64 {
        let (skill, word) = if n % 2 == 0 {
            ("a", "hard")
        } else {
            ("b", "easy")
        };
        connection
            .execute(
                "INSERT INTO response (id, student_id, device_id, skill, template, template_version,
                    seed, attempt, answer, result, hints, hints_of, bridge, elapsed_ms,
                    answered_at_ms, received_at_ms, effective_at_ms, opportunity, correct, difficulty,
                    chance, help_depth, help_of, bridged, day, params_id)
                 VALUES (randomblob(16), zeroblob(16), zeroblob(16), ?1, 't', 1, ?2, 1,
                    '{\"text\":\"1\"}', '\"correct\"', 0, 3, 0, 1, 1, 1, ?2, 1, ?3, ?4,
                    0.0, 0, 3, 0, ?5, 1)",
                rusqlite::params![skill, n, n % 3 > 0, word, 20_000 + n],
            )
            .unwrap();
    }
}

#[tokio::test]
async fn old_estimates_are_rebuilt_from_their_responses() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trellis.db");
    made(&path);
    let location = Location::Sqlite(path);
    let refused = Database::open_read_only(&location).await.unwrap_err();
    assert!(refused.to_string().contains("trellis migrate"), "{refused}");

    let database = Database::open(&location).await.unwrap();
    let store = database.store();
    assert_eq!(store.folded_by().await.unwrap(), FOLDED_BY);
    let estimates = store.all_estimates().await.unwrap();
    let counts: Vec<_> = estimates
        .iter()
        .map(|row| (row.skill.as_str(), row.state.opportunities))
        .collect();
    assert_eq!(counts, [("a", 3), ("b", 2)]);
    assert_ne!(estimates[0].state.odds, 123.0);
    // without slopes nothing was learned of ability: it stands at its prior
    let abilities = store.all_abilities().await.unwrap();
    assert_eq!((abilities.len(), abilities[0].ability.mean), (1, 0.0));
    let report = verify(&*store, false).await.unwrap();
    assert!(report.agrees(), "{report:?}");
    assert_eq!((report.opportunities, report.estimates), (5, 2));
    database.close().await;
}
