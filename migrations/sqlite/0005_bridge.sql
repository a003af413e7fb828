-- What happens between students and academic words, how much of the bridge stands open, and which
-- texts of a language its readers have approved.

-- The truth, append-only. Where a student stands with a word is the fold of these, made when it is
-- read.
CREATE TABLE bridge_use (
    -- the order of arrival, which is the order of the fold
    position       INTEGER PRIMARY KEY AUTOINCREMENT,
    -- made on the device, or from the id of a response: what is posted twice is stored once
    id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    student_id     BLOB    NOT NULL REFERENCES student (id),
    term           TEXT    NOT NULL,
    -- its card stood open, the student asked for it, said it in English, or answered with it
    kind           TEXT    NOT NULL CHECK (kind IN ('met', 'asked', 'said', 'answered')),
    -- by the server's own check
    verdict        TEXT    CHECK (verdict IN ('right', 'spelling', 'other', 'word-missing', 'too-short',
                                              'copied')),
    -- JSON: the task that was set, from which it can be made again
    task           TEXT,
    -- a sentence of the student's own
    text           TEXT,
    -- the school's clock, and the school day of it
    at_ms          INTEGER NOT NULL,
    day            INTEGER NOT NULL,
    received_at_ms INTEGER NOT NULL,
    CHECK ((kind IN ('said', 'answered')) = (verdict IS NOT NULL)),
    CHECK ((kind = 'said') = (task IS NOT NULL)),
    CHECK (text IS NULL OR kind = 'said')
) STRICT;

-- All that the fold needs: it reads no row of the table.
CREATE INDEX bridge_use_by_student ON bridge_use (student_id, kind, verdict, term, day);

CREATE INDEX bridge_use_sentences ON bridge_use (student_id, position) WHERE text IS NOT NULL;

CREATE TRIGGER bridge_use_is_never_changed BEFORE UPDATE ON bridge_use
BEGIN
    SELECT RAISE(ABORT, 'uses of words are append-only: they cannot be changed');
END;

CREATE TRIGGER bridge_use_is_never_removed BEFORE DELETE ON bridge_use
BEGIN
    SELECT RAISE(ABORT, 'uses of words are append-only: they cannot be removed');
END;

-- Who leans on the bridge, of late: a class's report reads no more than its last month.
CREATE INDEX response_counted_by_time ON response (student_id, effective_at_ms, bridged)
    WHERE opportunity = 1;

-- A teacher's word on one skill. The student's own level stands in student.
CREATE TABLE skill_support (
    student_id BLOB    NOT NULL REFERENCES student (id),
    skill      TEXT    NOT NULL,
    level      TEXT    NOT NULL
        CHECK (level IN ('none', 'emerging', 'expanding', 'bridging', 'exited')),
    set_by     BLOB    NOT NULL REFERENCES staff (id),
    set_at_ms  INTEGER NOT NULL,
    PRIMARY KEY (student_id, skill)
) STRICT, WITHOUT ROWID;

-- Who may approve texts of a language: the operator says so.
CREATE TABLE staff_language (
    staff_id BLOB NOT NULL REFERENCES staff (id),
    -- BCP 47
    language TEXT NOT NULL,
    PRIMARY KEY (staff_id, language)
) STRICT, WITHOUT ROWID;

-- What readers of a language decided, append-only. The newest on a text counts, and a text is known
-- by its hash: one that changed is another.
CREATE TABLE language_review (
    position    INTEGER PRIMARY KEY AUTOINCREMENT,
    language    TEXT    NOT NULL,
    -- 'term/fraction'
    unit        TEXT    NOT NULL,
    -- of the text and its English, in hex
    sha256      TEXT    NOT NULL,
    decision    TEXT    NOT NULL CHECK (decision IN ('approve', 'return')),
    reason      TEXT    CHECK (decision = 'approve' OR reason IS NOT NULL),
    reviewer_id BLOB    NOT NULL REFERENCES staff (id),
    at_ms       INTEGER NOT NULL
) STRICT;

CREATE INDEX language_review_by_text ON language_review (language, unit, sha256, position);

CREATE TRIGGER language_review_is_never_changed BEFORE UPDATE ON language_review
BEGIN
    SELECT RAISE(ABORT, 'reviews of a language are append-only: they cannot be changed');
END;

CREATE TRIGGER language_review_is_never_removed BEFORE DELETE ON language_review
BEGIN
    SELECT RAISE(ABORT, 'reviews of a language are append-only: they cannot be removed');
END;
