-- Content that a district writes, reviews and publishes, and every version of a template that students
-- ever met, so that an answer can be read again for ever.

-- A version is what it was: an item is its template at a version with a seed. It is written when the
-- version goes live, for those that come with Trellis at the first start that has them.
CREATE TABLE template_version (
    template         TEXT    NOT NULL,
    version          INTEGER NOT NULL CHECK (version > 0),
    -- of json, in hex
    sha256           TEXT    NOT NULL,
    json             TEXT    NOT NULL,
    origin           TEXT    NOT NULL CHECK (origin IN ('trellis', 'district')),
    first_live_at_ms INTEGER NOT NULL,
    PRIMARY KEY (template, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER template_version_is_never_removed BEFORE DELETE ON template_version
BEGIN
    SELECT RAISE(ABORT, 'a version of a template that was live is kept for the answers that name it');
END;

-- What the district has under way, by template. A template of Trellis that nobody touched has no row.
CREATE TABLE authored_template (
    template       TEXT    NOT NULL PRIMARY KEY,
    -- of the draft; NULL when none is open
    state          TEXT    CHECK (state IN ('draft', 'in-review', 'approved')),
    -- the newest, and the first since it was last published: those between are the draft's
    revision       INTEGER NOT NULL CHECK (revision >= 0),
    first_revision INTEGER NOT NULL CHECK (first_revision BETWEEN 0 AND revision + 1),
    -- the district's own version that students meet; NULL leaves it to Trellis
    live_version   INTEGER,
    retired        INTEGER NOT NULL CHECK (retired IN (0, 1)),
    updated_at_ms  INTEGER NOT NULL,
    FOREIGN KEY (template, live_version) REFERENCES template_version (template, version),
    CHECK (retired = 0 OR live_version IS NULL)
) STRICT, WITHOUT ROWID;

-- Every save, for the differences and for who may approve what.
CREATE TABLE template_revision (
    template    TEXT    NOT NULL REFERENCES authored_template (template),
    revision    INTEGER NOT NULL CHECK (revision > 0),
    saved_at_ms INTEGER NOT NULL,
    -- NULL is an import
    saved_by    BLOB    REFERENCES staff (id),
    json        TEXT    NOT NULL,
    PRIMARY KEY (template, revision)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER template_revision_is_never_changed BEFORE UPDATE ON template_revision
BEGIN
    SELECT RAISE(ABORT, 'revisions of a template are append-only: they cannot be changed');
END;

CREATE TRIGGER template_revision_is_never_removed BEFORE DELETE ON template_revision
BEGIN
    SELECT RAISE(ABORT, 'revisions of a template are append-only: they cannot be removed');
END;

-- What happened to a template, and who did it.
CREATE TABLE review_event (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    template TEXT    NOT NULL REFERENCES authored_template (template),
    at_ms    INTEGER NOT NULL,
    -- a person, or the name of a program
    by_id    BLOB    REFERENCES staff (id),
    by_name  TEXT    CHECK ((by_name IS NULL) <> (by_id IS NULL)),
    kind     TEXT    NOT NULL CHECK (kind IN ('created', 'edited', 'submitted', 'returned', 'approved',
                                              'published', 'retired', 'imported')),
    note     TEXT,
    version  INTEGER,
    revision INTEGER
) STRICT;

CREATE INDEX review_event_by_template ON review_event (template, position);

CREATE TRIGGER review_event_is_never_changed BEFORE UPDATE ON review_event
BEGIN
    SELECT RAISE(ABORT, 'the history of a template is append-only: it cannot be changed');
END;

CREATE TRIGGER review_event_is_never_removed BEFORE DELETE ON review_event
BEGIN
    SELECT RAISE(ABORT, 'the history of a template is append-only: it cannot be removed');
END;

-- Skills that came with imported templates.
CREATE TABLE district_skill (
    code          TEXT    NOT NULL PRIMARY KEY,
    json          TEXT    NOT NULL,
    updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
