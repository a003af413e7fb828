use std::fs;

use engine::Difficulty;
use rusqlite::{Connection, ErrorCode};
use store::StoreError;

use super::*;

fn errors() -> Errors {
    Errors::about("/srv/trellis.db".into())
}

fn version(connection: &Connection) -> i64 {
    connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap()
}

fn tables(connection: &Connection) -> i64 {
    connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn an_empty_file_gets_the_whole_schema_once() {
    let connection = Connection::open_in_memory().unwrap();
    assert_eq!(identify(&connection, &errors()).unwrap(), Found::Empty);
    assert_eq!(migrate(&connection, &errors()).unwrap(), MIGRATIONS.len());
    assert_eq!(
        identify(&connection, &errors()).unwrap(),
        Found::Schema(KNOWN)
    );
    assert_eq!(migrate(&connection, &errors()).unwrap(), 0);
}

#[test]
fn a_newer_schema_is_refused() {
    let connection = Connection::open_in_memory().unwrap();
    migrate(&connection, &errors()).unwrap();
    connection
        .pragma_update(None, "user_version", KNOWN + 3)
        .unwrap();
    let refused = identify(&connection, &errors()).unwrap_err();
    assert_eq!(refused, errors().newer(KNOWN + 3, KNOWN));
    assert!(
        refused
            .to_string()
            .contains("start a Trellis that is at least as new")
    );
}

#[test]
fn another_programs_database_is_refused() {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch("CREATE TABLE bookmarks (url TEXT)")
        .unwrap();
    let refused = identify(&connection, &errors()).unwrap_err();
    assert!(matches!(refused, StoreError::Unusable { .. }), "{refused}");
    connection.pragma_update(None, "application_id", 7).unwrap();
    assert!(identify(&connection, &errors()).is_err());
}

#[test]
fn a_migration_that_fails_in_the_middle_leaves_the_schema_before_it() {
    let connection = Connection::open_in_memory().unwrap();
    let bad = [
        "CREATE TABLE a (x INTEGER);",
        "CREATE TABLE b (x INTEGER); CREATE TABLE a (y TEXT);",
    ];
    let error = apply(&connection, &bad, &errors()).unwrap_err();
    assert!(
        error.to_string().contains("table a already exists"),
        "{error}"
    );
    assert!(connection.is_autocommit());
    assert_eq!((version(&connection), tables(&connection)), (1, 1));
    let mended = [bad[0], "CREATE TABLE b (x INTEGER);"];
    assert_eq!(apply(&connection, &mended, &errors()).unwrap(), 1);
    assert_eq!((version(&connection), tables(&connection)), (2, 2));
}

/// Two students' responses as the first schema had them: scored, and not.
const OLD_ROWS: &str = "
    INSERT INTO org VALUES (zeroblob(16), NULL, 'district', 'D');
    INSERT INTO person VALUES (zeroblob(16), zeroblob(16), 'student');
    INSERT INTO student VALUES (zeroblob(16), 'Ana', 'Rivera', NULL, 'none');
    INSERT INTO params (id, prior, learn, guess, slip, forget) VALUES (7, 0.3, 0.15, 0.1, 0.1, 0.01);
    INSERT INTO response (position, id, student_id, device_id, skill, template, template_version,
        seed, attempt, answer, result, hints, hints_of, bridge, elapsed_ms, answered_at_ms,
        received_at_ms, effective_at_ms, opportunity, correct, difficulty, chance, help_depth,
        help_of, bridged, day, params_id)
    SELECT value + 10, randomblob(16), zeroblob(16), zeroblob(16), 's', 't', 1, value, 1, '{}', '{}',
        0, 3, 0, 1, 1, 1, 1, 1, value % 2,
        CASE value % 3 WHEN 0 THEN 'easy' WHEN 1 THEN 'medium' ELSE 'hard' END,
        0.25, 0, 3, 0, 20000, 7
    FROM generated;
    INSERT INTO response (id, student_id, device_id, skill, template, template_version, seed,
        attempt, answer, result, hints, hints_of, bridge, elapsed_ms, answered_at_ms,
        received_at_ms, effective_at_ms, opportunity)
    VALUES (randomblob(16), zeroblob(16), zeroblob(16), 's', 't', 1, 1, 2, '{}', '{}',
        0, 3, 0, 1, 1, 1, 1, 0);
    INSERT INTO estimate VALUES (zeroblob(16), 's', 1.5, 6, 6, 6, 6, 1, 2, 1.0, 20000, 1);
";

fn of_the_first_slice(connection: &Connection) {
    apply(connection, &MIGRATIONS[..1], &errors()).unwrap();
    let generated = "WITH RECURSIVE generated (value) AS
        (SELECT 0 UNION ALL SELECT value + 1 FROM generated WHERE value < 5)
        SELECT value + 10,";
    let rows = OLD_ROWS.replacen("SELECT value + 10,", generated, 1);
    connection.execute_batch(&rows).unwrap();
}

fn column<T: rusqlite::types::FromSql>(connection: &Connection, query: &str) -> Vec<T> {
    let mut statement = connection.prepare(query).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn responses_of_the_first_slice_are_kept_in_the_new_terms() {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .pragma_update(None, "foreign_keys", true)
        .unwrap();
    of_the_first_slice(&connection);
    let ids = "SELECT hex(id) || position FROM response ORDER BY position";
    let before: Vec<String> = column(&connection, ids);
    assert_eq!(
        migrate(&connection, &errors()).unwrap(),
        MIGRATIONS.len() - 1
    );

    assert_eq!(column::<String>(&connection, ids), before);
    let difficulties: Vec<Option<f64>> = column(
        &connection,
        "SELECT difficulty FROM response ORDER BY position",
    );
    let [easy, medium, hard] = [Some(-0.7), Some(0.0), Some(0.7)];
    assert_eq!(difficulties, [easy, medium, hard, easy, medium, hard, None]);
    // as `engine::Difficulty` has them, or a replay would read old responses otherwise
    let words = [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard];
    assert_eq!(words.map(|word| Some(word.logits())), [easy, medium, hard]);
    let params: Vec<String> = column(
        &connection,
        "SELECT DISTINCT concat_ws(' ', prior, learn, guess, slip, forget, forget_daily, guess_slope,
             slip_slope, variance, drift)
         FROM response JOIN skill_params ON skill_params.id = skill_params_id
         JOIN ability_prior ON ability_prior.id = ability_prior_id",
    );
    assert_eq!(params, ["0.3 0.15 0.1 0.1 0.0 0.01 0.0 0.0 0.8 0.004"]);

    // to be rebuilt, not kept
    assert_eq!(
        column::<i64>(&connection, "SELECT count(*) FROM estimate"),
        [0]
    );
    assert_eq!(
        column::<i64>(&connection, "SELECT folded_by FROM projection"),
        [1]
    );
    // positions go on where they were, and the rules hold as before
    let last: Vec<i64> = column(
        &connection,
        "SELECT seq FROM sqlite_sequence WHERE name = 'response'",
    );
    assert_eq!(last, [16]);
    for (statement, why) in [
        ("UPDATE response SET seed = 9", "append-only"),
        ("DELETE FROM response", "append-only"),
        ("INSERT INTO response SELECT 99, randomblob(16), student_id, device_id, skill, template,
            template_version, seed, attempt, answer, result, hints, hints_of, bridge, elapsed_ms,
            answered_at_ms, received_at_ms, effective_at_ms, opportunity, correct, difficulty, chance,
            help_depth, help_of, bridged, day, skill_params_id, ability_prior_id
          FROM response WHERE opportunity = 1", "UNIQUE"),
    ] {
        let refused = connection.execute(statement, []).unwrap_err();
        assert!(refused.to_string().contains(why), "{statement}: {refused}");
    }
    let broken: Vec<String> = column(
        &connection,
        "SELECT \"table\" FROM pragma_foreign_key_check",
    );
    assert!(broken.is_empty(), "{broken:?}");
}

/// What a kill leaves is what lies on the disk at that moment: the files are copied after each
/// statement of the migration, and each copy must open as it was before and migrate from there.
#[test]
fn a_kill_in_mid_migration_leaves_the_old_schema() {
    for (killed, text) in MIGRATIONS.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("live.db");
        let live = Connection::open(&path).unwrap();
        live.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))
            .unwrap();
        if killed > 0 {
            of_the_first_slice(&live);
            apply(&live, &MIGRATIONS[..killed], &errors()).unwrap();
        }
        let before = identify(&live, &errors()).unwrap();
        // a cache of one page makes SQLite write to the log before the commit
        live.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE")
            .unwrap();
        let mut rest = *text;
        let mut copies = 0;
        while let Some(end) = next_statement(&live, rest) {
            live.execute_batch(&rest[..end]).unwrap();
            rest = &rest[end..];
            let copy = folder.path().join(format!("{copies}.db"));
            for suffix in ["", "-wal"] {
                let from = format!("{}{suffix}", path.display());
                if fs::exists(&from).unwrap() {
                    fs::copy(from, format!("{}{suffix}", copy.display())).unwrap();
                }
            }
            let after_the_kill = Connection::open(&copy).unwrap();
            assert_eq!(identify(&after_the_kill, &errors()).unwrap(), before);
            assert_eq!(
                migrate(&after_the_kill, &errors()).unwrap(),
                MIGRATIONS.len() - killed
            );
            copies += 1;
        }
        let untried = rest.lines().map(str::trim);
        let untried = untried.filter(|line| !line.is_empty() && !line.starts_with("--"));
        assert_eq!(untried.collect::<Vec<_>>(), Vec::<&str>::new());
    }
}

/// The end of the first whole statement: the shortest piece up to a ';' that SQLite can prepare.
fn next_statement(connection: &Connection, text: &str) -> Option<usize> {
    text.match_indices(';').map(|(at, _)| at + 1).find(|end| {
        match connection.prepare(&text[..*end]) {
            Ok(_) => true,
            Err(rusqlite::Error::SqliteFailure(failure, Some(message))) => {
                // a trigger's body ends in ';' too
                assert_eq!(failure.code, ErrorCode::Unknown, "{message}");
                assert!(message.contains("incomplete input"), "{message}");
                false
            }
            Err(other) => panic!("{other}"),
        }
    })
}

#[test]
fn classes_of_before_follow_the_defaults_and_a_choice_is_whole_and_within_its_range() {
    let connection = Connection::open_in_memory().unwrap();
    of_the_first_slice(&connection);
    connection
        .execute_batch("INSERT INTO class VALUES (randomblob(16), zeroblob(16), 'Math', 6, 'A-1')")
        .unwrap();
    migrate(&connection, &errors()).unwrap();
    let unchosen =
        "SELECT count(*) FROM class WHERE mastery_threshold IS NULL AND success_target IS NULL";
    assert_eq!(column::<i64>(&connection, unchosen), [1]);
    let choose = |threshold: Option<f64>, target: Option<f64>| {
        connection.execute(
            "UPDATE class SET mastery_threshold = $1, success_target = $2",
            (threshold, target),
        )
    };
    for (threshold, target) in [(0.80, 0.65), (0.99, 0.85), (0.95, 0.75)] {
        choose(Some(threshold), Some(target)).unwrap();
    }
    choose(None, None).unwrap();
    for (threshold, target) in [
        (Some(0.79), Some(0.75)),
        (Some(1.0), Some(0.75)),
        (Some(0.95), Some(0.64)),
        (Some(0.95), Some(0.86)),
        (Some(0.95), None),
        (None, Some(0.75)),
    ] {
        let refused = choose(threshold, target).unwrap_err().to_string();
        assert!(
            refused.contains("CHECK"),
            "{threshold:?} {target:?}: {refused}"
        );
    }
}

#[test]
fn responses_and_audit_cannot_be_changed_or_removed() {
    let connection = Connection::open_in_memory().unwrap();
    migrate(&connection, &errors()).unwrap();
    connection
        .execute_batch(
            "INSERT INTO org VALUES (zeroblob(16), NULL, 'district', 'D');
             INSERT INTO person VALUES (zeroblob(16), zeroblob(16), 'student');
             INSERT INTO student VALUES (zeroblob(16), 'Ana', 'Rivera', NULL, 'none');
             INSERT INTO audit (at_ms, action) VALUES (1, 'sign-in');
             INSERT INTO model (adopted_at_ms, adopted_by, note, at_position, from_position)
             VALUES (1, 'M. Rivera', 'back', 0, 0);
             INSERT INTO staff VALUES (zeroblob(16), 'okafor', 'okafor', 'Ms. Okafor');
             INSERT INTO language_review (language, unit, sha256, decision, reviewer_id, at_ms)
             VALUES ('es', 'term/ratio', 'aa', 'approve', zeroblob(16), 1);
             INSERT INTO bridge_use (id, student_id, term, kind, at_ms, day, received_at_ms)
             VALUES (zeroblob(16), zeroblob(16), 'ratio', 'met', 1, 0, 1);
             INSERT INTO response (id, student_id, device_id, skill, template, template_version,
                 seed, attempt, answer, result, hints, hints_of, bridge, elapsed_ms, answered_at_ms,
                 received_at_ms, effective_at_ms, opportunity)
             VALUES (zeroblob(16), zeroblob(16), zeroblob(16), 's', 't', 1, 1, 2, '{}', '{}',
                 0, 3, 0, 1, 1, 1, 1, 0);",
        )
        .unwrap();
    for (statement, why) in [
        (
            "UPDATE response SET result = '{}'",
            "responses are append-only",
        ),
        ("DELETE FROM response", "responses are append-only"),
        (
            "UPDATE audit SET action = 'x'",
            "the audit trail is append-only",
        ),
        ("DELETE FROM audit", "the audit trail is append-only"),
        (
            "UPDATE model SET note = 'x'",
            "adopted models are append-only",
        ),
        ("DELETE FROM model", "adopted models are append-only"),
        (
            "UPDATE bridge_use SET kind = 'asked'",
            "uses of words are append-only",
        ),
        ("DELETE FROM bridge_use", "uses of words are append-only"),
        (
            "UPDATE language_review SET sha256 = 'bb'",
            "reviews of a language are append-only",
        ),
        (
            "DELETE FROM language_review",
            "reviews of a language are append-only",
        ),
    ] {
        let refused = connection.execute(statement, []).unwrap_err();
        assert!(refused.to_string().contains(why), "{statement}: {refused}");
    }
}

#[test]
fn a_use_says_what_was_said_and_only_that() {
    let connection = Connection::open_in_memory().unwrap();
    of_the_first_slice(&connection);
    migrate(&connection, &errors()).unwrap();
    let keep = |kind: &str, verdict: Option<&str>, task: Option<&str>, text: Option<&str>| {
        connection.execute(
            "INSERT INTO bridge_use (id, student_id, term, kind, verdict, task, text, at_ms, day,
                received_at_ms)
             VALUES (randomblob(16), zeroblob(16), 'ratio', $1, $2, $3, $4, 1, 0, 1)",
            (kind, verdict, task, text),
        )
    };
    let task = Some("{}");
    keep("met", None, None, None).unwrap();
    keep("asked", None, None, None).unwrap();
    keep("said", Some("right"), task, Some("A sentence.")).unwrap();
    keep("said", Some("too-short"), task, None).unwrap();
    keep("answered", Some("right"), None, None).unwrap();
    for (kind, verdict, task, text) in [
        ("seen", None, None, None),
        ("met", Some("right"), None, None),
        ("said", None, task, None),
        ("said", Some("right"), None, None),
        ("said", Some("good"), task, None),
        ("answered", Some("right"), task, None),
        ("met", None, None, Some("words")),
    ] {
        let refused = keep(kind, verdict, task, text).unwrap_err().to_string();
        assert!(refused.contains("CHECK"), "{kind} {verdict:?}: {refused}");
    }
}
