-- People, classes, assignments, responses and estimates.
--
-- Every type here has an equivalent in PostgreSQL:
--   BLOB id (16 bytes, UUIDv7) = UUID       INTEGER *_ms (epoch milliseconds) = BIGINT
--   TEXT = TEXT (JSON is TEXT in both)      INTEGER 0/1 = SMALLINT
--   REAL = DOUBLE PRECISION                 INTEGER AUTOINCREMENT = BIGINT IDENTITY
-- Ids are made in time order, so a table clustered on one grows at its end.

-- 'TRLS': tells our file from another program's.
PRAGMA application_id = 0x54524C53;

CREATE TABLE org (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    parent_id BLOB REFERENCES org (id),
    kind      TEXT NOT NULL CHECK (kind IN ('district', 'school')),
    name      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    org_id BLOB NOT NULL REFERENCES org (id),
    role   TEXT NOT NULL CHECK (role IN ('student', 'teacher'))
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    id           BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
    -- as typed, and in lower case (by the program, alike in every database) to be found by
    username     TEXT NOT NULL,
    username_key TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE student (
    id            BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
    given_name    TEXT NOT NULL,
    family_name   TEXT NOT NULL,
    -- BCP 47, chosen by the person; NULL is English only
    home_language TEXT,
    support       TEXT NOT NULL
        CHECK (support IN ('none', 'emerging', 'expanding', 'bridging', 'exited'))
) STRICT, WITHOUT ROWID;

-- Apart from the names, so that no list of people can carry a hash along.
CREATE TABLE credential (
    person_id BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
    -- argon2id of a password or a PIN, PHC form
    hash      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Only the SHA-256 of a token is stored.
CREATE TABLE session (
    token_sha256  BLOB   NOT NULL PRIMARY KEY CHECK (length(token_sha256) = 32),
    person_id     BLOB   NOT NULL REFERENCES person (id),
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_expiry ON session (expires_at_ms);

CREATE TABLE class (
    id     BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    org_id BLOB    NOT NULL REFERENCES org (id),
    title  TEXT    NOT NULL,
    grade  INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 12),
    -- what students type to sign in, 'MAPLE-27'
    code   TEXT    NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- A person in a class, as student or teacher by their role.
CREATE TABLE enrollment (
    class_id  BLOB NOT NULL REFERENCES class (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (class_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX enrollment_by_person ON enrollment (person_id);

CREATE TABLE assignment (
    id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    class_id       BLOB    NOT NULL REFERENCES class (id),
    pathway        TEXT    NOT NULL,
    assigned_by    BLOB    NOT NULL REFERENCES staff (id),
    assigned_at_ms INTEGER NOT NULL,
    UNIQUE (class_id, pathway)
) STRICT, WITHOUT ROWID;

-- Skill parameters that some response was scored with. Few rows, referred to by very many.
CREATE TABLE params (
    id     INTEGER PRIMARY KEY,
    prior  REAL NOT NULL,
    learn  REAL NOT NULL,
    guess  REAL NOT NULL,
    slip   REAL NOT NULL,
    forget REAL NOT NULL,
    UNIQUE (prior, learn, guess, slip, forget)
) STRICT;

-- The truth, append-only.
CREATE TABLE response (
    -- the order of arrival, which is the order of the fold
    position         INTEGER PRIMARY KEY AUTOINCREMENT,
    -- made on the device: a response posted twice is stored once
    id               BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    student_id       BLOB    NOT NULL REFERENCES student (id),
    device_id        BLOB    NOT NULL CHECK (length(device_id) = 16),
    skill            TEXT    NOT NULL,
    template         TEXT    NOT NULL,
    template_version INTEGER NOT NULL,
    seed             INTEGER NOT NULL,
    attempt          INTEGER NOT NULL,
    -- JSON: the answer as given, and what the server made of it
    answer           TEXT    NOT NULL,
    result           TEXT    NOT NULL,
    hints            INTEGER NOT NULL,
    hints_of         INTEGER NOT NULL,
    bridge           INTEGER NOT NULL CHECK (bridge IN (0, 1)),
    elapsed_ms       INTEGER NOT NULL,
    -- the device's clock, the server's on arrival, and the answer's time by the school's clock
    answered_at_ms   INTEGER NOT NULL,
    received_at_ms   INTEGER NOT NULL,
    effective_at_ms  INTEGER NOT NULL,
    -- whether it moved the estimate
    opportunity      INTEGER NOT NULL CHECK (opportunity IN (0, 1)),
    -- what the engine saw of a scored first attempt; NULL for other responses
    correct          INTEGER CHECK (correct IN (0, 1)),
    difficulty       TEXT    CHECK (difficulty IN ('easy', 'medium', 'hard')),
    chance           REAL,
    help_depth       INTEGER,
    help_of          INTEGER,
    bridged          INTEGER CHECK (bridged IN (0, 1)),
    day              INTEGER,
    params_id        INTEGER REFERENCES params (id),
    CHECK (opportunity = 0 OR (
        correct IS NOT NULL AND difficulty IS NOT NULL AND chance IS NOT NULL
        AND help_depth IS NOT NULL AND help_of IS NOT NULL AND bridged IS NOT NULL
        AND day IS NOT NULL AND params_id IS NOT NULL))
) STRICT;

-- One opportunity for a student and an item, whatever the application believes.
CREATE UNIQUE INDEX response_opportunity
    ON response (student_id, template, template_version, seed) WHERE opportunity = 1;

CREATE INDEX response_by_student_skill ON response (student_id, skill);

CREATE TRIGGER response_is_never_changed BEFORE UPDATE ON response
BEGIN
    SELECT RAISE(ABORT, 'responses are append-only: they cannot be changed');
END;

CREATE TRIGGER response_is_never_removed BEFORE DELETE ON response
BEGIN
    SELECT RAISE(ABORT, 'responses are append-only: they cannot be removed');
END;

-- A projection of the responses that count: `trellis verify` rebuilds it and compares.
CREATE TABLE estimate (
    student_id    BLOB    NOT NULL REFERENCES student (id),
    skill         TEXT    NOT NULL,
    odds          REAL    NOT NULL,
    opportunities INTEGER NOT NULL,
    evidence      INTEGER NOT NULL,
    unaided       INTEGER NOT NULL,
    unbridged     INTEGER NOT NULL,
    run           INTEGER NOT NULL,
    since_run     INTEGER NOT NULL,
    stability     REAL    NOT NULL,
    last_day      INTEGER,
    last_at_ms    INTEGER NOT NULL,
    PRIMARY KEY (student_id, skill)
) STRICT, WITHOUT ROWID;

-- Who did what to whose record, append-only. Ids and codes, never names or answers.
CREATE TABLE audit (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms    INTEGER NOT NULL,
    -- no reference: the trail outlives the person
    actor_id BLOB,
    action   TEXT    NOT NULL,
    subject  TEXT,
    detail   TEXT
) STRICT;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is append-only: it cannot be changed');
END;

CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is append-only: it cannot be removed');
END;
