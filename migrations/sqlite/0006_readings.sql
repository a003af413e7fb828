-- Texts that teachers prepare with the bridge, which classes have them, which words should have a card,
-- and every call of the language model that drafts for teachers.

CREATE TABLE reading (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    author_id     BLOB    NOT NULL REFERENCES staff (id),
    copy_of       BLOB    REFERENCES reading (id),
    state         TEXT    NOT NULL CHECK (state IN ('draft', 'approved', 'retired')),
    -- counts the saves
    revision      INTEGER NOT NULL CHECK (revision > 0),
    title         TEXT    NOT NULL,
    text          TEXT    NOT NULL,
    words         INTEGER NOT NULL CHECK (words > 0),
    -- JSON: key sentences, terms taken out, topics confirmed
    choices       TEXT    NOT NULL,
    -- JSON: what students read, since it was approved, without the texts in home languages
    frozen        TEXT    CHECK (frozen IS NULL OR state <> 'draft'),
    created_at_ms INTEGER NOT NULL,
    updated_at_ms INTEGER NOT NULL,
    CHECK (state <> 'approved' OR frozen IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX reading_by_author ON reading (author_id);

CREATE INDEX reading_by_state ON reading (state, author_id);

CREATE TRIGGER reading_is_never_changed_once_approved BEFORE UPDATE ON reading
WHEN OLD.frozen IS NOT NULL AND (NEW.frozen IS NULL OR NEW.frozen <> OLD.frozen
    OR NEW.title <> OLD.title OR NEW.text <> OLD.text OR NEW.choices <> OLD.choices
    OR NEW.revision <> OLD.revision OR NEW.author_id <> OLD.author_id)
BEGIN
    SELECT RAISE(ABORT, 'an approved reading never changes: copy it');
END;

-- What a reading is about, in a home language.
CREATE TABLE reading_core (
    reading_id BLOB    NOT NULL REFERENCES reading (id),
    -- BCP 47
    language   TEXT    NOT NULL,
    -- JSON: sentences with their terms marked
    core       TEXT    NOT NULL,
    works      TEXT,
    origin     TEXT    NOT NULL CHECK (origin IN ('written', 'machine', 'edited-machine')),
    -- of the language model
    model      TEXT    CHECK ((model IS NULL) = (origin = 'written')),
    -- who wrote or changed it last, or had it drafted
    by_id      BLOB    NOT NULL REFERENCES staff (id),
    at_ms      INTEGER NOT NULL,
    -- of this text and the reading's, in hex
    sha256     TEXT    NOT NULL,
    PRIMARY KEY (reading_id, language)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reading_core_is_never_added_once_approved BEFORE INSERT ON reading_core
WHEN (SELECT frozen FROM reading WHERE id = NEW.reading_id) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an approved reading never changes: copy it');
END;

CREATE TRIGGER reading_core_is_never_changed BEFORE UPDATE ON reading_core
BEGIN
    SELECT RAISE(ABORT, 'a text of a reading is not changed: another takes its place');
END;

CREATE TRIGGER reading_core_is_never_removed_once_approved BEFORE DELETE ON reading_core
WHEN (SELECT frozen FROM reading WHERE id = OLD.reading_id) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an approved reading never changes: copy it');
END;

-- What readers of a language decided, append-only. The newest on exactly this text counts.
CREATE TABLE reading_core_review (
    position    INTEGER PRIMARY KEY AUTOINCREMENT,
    reading_id  BLOB    NOT NULL REFERENCES reading (id),
    language    TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    decision    TEXT    NOT NULL CHECK (decision IN ('approve', 'return')),
    reason      TEXT    CHECK (decision = 'approve' OR reason IS NOT NULL),
    reviewer_id BLOB    NOT NULL REFERENCES staff (id),
    at_ms       INTEGER NOT NULL
) STRICT;

CREATE INDEX reading_core_review_by_text
    ON reading_core_review (reading_id, language, sha256, position);

CREATE TRIGGER reading_core_review_is_never_changed BEFORE UPDATE ON reading_core_review
BEGIN
    SELECT RAISE(ABORT, 'reviews of a reading are append-only: they cannot be changed');
END;

CREATE TRIGGER reading_core_review_is_never_removed BEFORE DELETE ON reading_core_review
BEGIN
    SELECT RAISE(ABORT, 'reviews of a reading are append-only: they cannot be removed');
END;

CREATE TABLE reading_assignment (
    class_id       BLOB    NOT NULL REFERENCES class (id),
    reading_id     BLOB    NOT NULL REFERENCES reading (id),
    assigned_by    BLOB    NOT NULL REFERENCES staff (id),
    assigned_at_ms INTEGER NOT NULL,
    PRIMARY KEY (class_id, reading_id)
) STRICT, WITHOUT ROWID;

-- Words that the bank should have a card for.
CREATE TABLE needed_card (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    -- in lower case
    word       TEXT    NOT NULL,
    asked_by   BLOB    NOT NULL REFERENCES staff (id),
    reading_id BLOB    REFERENCES reading (id),
    at_ms      INTEGER NOT NULL
) STRICT;

-- asking twice counts once
CREATE UNIQUE INDEX needed_card_once ON needed_card (word, asked_by, reading_id);

-- NULL is a text that nobody kept
CREATE UNIQUE INDEX needed_card_once_without_reading ON needed_card (word, asked_by)
    WHERE reading_id IS NULL;

-- One row for each time that a teacher asked the language model, whatever came of it.
CREATE TABLE drafting_call (
    position      INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms         INTEGER NOT NULL,
    asked_by      BLOB    NOT NULL REFERENCES staff (id),
    reading_id    BLOB    NOT NULL REFERENCES reading (id),
    language      TEXT    NOT NULL,
    model         TEXT    NOT NULL,
    -- of all that was or would have been sent, in hex
    prompt_sha256 TEXT    NOT NULL,
    outcome       TEXT    NOT NULL CHECK (outcome IN ('stored', 'rejected', 'malformed', 'too-large',
                                                      'timed-out', 'unreachable', 'refused', 'resting',
                                                      'blocked')),
    -- reason codes of the checks, parted by spaces, without what was written
    reasons       TEXT    NOT NULL,
    elapsed_ms    INTEGER NOT NULL,
    cached        INTEGER NOT NULL CHECK (cached IN (0, 1))
) STRICT;

CREATE TRIGGER drafting_call_is_never_changed BEFORE UPDATE ON drafting_call
BEGIN
    SELECT RAISE(ABORT, 'calls of the language model are append-only: they cannot be changed');
END;

CREATE TRIGGER drafting_call_is_never_removed BEFORE DELETE ON drafting_call
BEGIN
    SELECT RAISE(ABORT, 'calls of the language model are append-only: they cannot be removed');
END;
