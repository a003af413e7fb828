-- One ability for each student, difficulties in logits, and the models that were adopted.
--
-- Responses keep what they were scored with, as ever. What was folded from them by the formulas of
-- before is dropped here and rebuilt by replay when the database is next opened for writing.

CREATE TABLE skill_params (
    id           INTEGER PRIMARY KEY,
    prior        REAL NOT NULL,
    learn        REAL NOT NULL,
    guess        REAL NOT NULL,
    slip         REAL NOT NULL,
    -- for each opportunity, and for each day without one
    forget       REAL NOT NULL,
    forget_daily REAL NOT NULL,
    guess_slope  REAL NOT NULL,
    slip_slope   REAL NOT NULL,
    UNIQUE (prior, learn, guess, slip, forget, forget_daily, guess_slope, slip_slope)
) STRICT;

INSERT INTO skill_params
SELECT id, prior, learn, guess, slip, 0.0, forget, 0.0, 0.0
FROM params;

-- Of ability among students, as some response was scored with. Fewer rows still.
CREATE TABLE ability_prior (
    id       INTEGER PRIMARY KEY,
    variance REAL NOT NULL,
    drift    REAL NOT NULL,
    UNIQUE (variance, drift)
) STRICT;

-- Without slopes ability is not moved: any prior reads old responses alike.
INSERT INTO ability_prior (id, variance, drift)
VALUES (1, 0.8, 0.004);

CREATE TABLE response_next (
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
    -- what the engine saw of a scored first attempt, NULL for other responses
    correct          INTEGER CHECK (correct IN (0, 1)),
    -- in logits
    difficulty       REAL,
    chance           REAL,
    help_depth       INTEGER,
    help_of          INTEGER,
    bridged          INTEGER CHECK (bridged IN (0, 1)),
    day              INTEGER,
    skill_params_id  INTEGER REFERENCES skill_params (id),
    ability_prior_id INTEGER REFERENCES ability_prior (id),
    CHECK (opportunity = 0 OR (
        correct IS NOT NULL AND difficulty IS NOT NULL AND chance IS NOT NULL
        AND help_depth IS NOT NULL AND help_of IS NOT NULL AND bridged IS NOT NULL
        AND day IS NOT NULL AND skill_params_id IS NOT NULL AND ability_prior_id IS NOT NULL))
) STRICT;

INSERT INTO response_next
SELECT position, id, student_id, device_id, skill, template, template_version, seed, attempt,
       answer, result, hints, hints_of, bridge, elapsed_ms, answered_at_ms, received_at_ms,
       effective_at_ms, opportunity, correct,
       CASE difficulty WHEN 'easy' THEN -0.7 WHEN 'medium' THEN 0.0 WHEN 'hard' THEN 0.7 END,
       chance, help_depth, help_of, bridged, day, params_id,
       CASE WHEN params_id IS NULL THEN NULL ELSE 1 END
FROM response
ORDER BY position;

-- Takes its triggers and indices along. They follow anew.
DROP TABLE response;
DROP TABLE params;
ALTER TABLE response_next RENAME TO response;

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

-- Across skills: a projection of the responses that count, as estimates are.
CREATE TABLE ability (
    student_id BLOB NOT NULL PRIMARY KEY REFERENCES student (id),
    mean       REAL NOT NULL,
    variance   REAL NOT NULL
) STRICT, WITHOUT ROWID;

-- By which version of the formulas estimates and abilities were folded. A program with other
-- formulas rebuilds them all before it adds to any.
CREATE TABLE projection (
    only_row  INTEGER PRIMARY KEY CHECK (only_row = 1),
    folded_by INTEGER NOT NULL
) STRICT;

INSERT INTO projection (only_row, folded_by)
VALUES (1, 1);

DELETE FROM estimate;

-- Versions of the model, append-only. The last one is in force. Without any, the content's own
-- parameters are.
CREATE TABLE model (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    adopted_at_ms INTEGER NOT NULL,
    -- who says so, as typed
    adopted_by    TEXT    NOT NULL,
    note          TEXT    NOT NULL,
    -- the params.json as it was given, NULL is the content's own parameters
    file          TEXT,
    -- of the file, in hex
    sha256        TEXT,
    -- the last response before it came into force
    at_position   INTEGER NOT NULL,
    -- estimates after this one hang on it: at_position, or 0 where all were rebuilt for it
    from_position INTEGER NOT NULL CHECK (from_position IN (0, at_position)),
    -- JSON: the parameters with which the past, up to at_position, is read anew
    reading       TEXT,
    -- without such: the version whose reading the past has, NULL where it is as it was scored
    past          INTEGER REFERENCES model (id),
    -- the version in force before it
    previous      INTEGER REFERENCES model (id),
    -- the version that it goes back to
    returns_to    INTEGER REFERENCES model (id),
    CHECK ((file IS NULL) = (sha256 IS NULL)),
    CHECK (reading IS NULL OR (past IS NULL AND from_position = 0))
) STRICT;

CREATE TRIGGER model_is_never_changed BEFORE UPDATE ON model
BEGIN
    SELECT RAISE(ABORT, 'adopted models are append-only: they cannot be changed');
END;

CREATE TRIGGER model_is_never_removed BEFORE DELETE ON model
BEGIN
    SELECT RAISE(ABORT, 'adopted models are append-only: they cannot be removed');
END;
