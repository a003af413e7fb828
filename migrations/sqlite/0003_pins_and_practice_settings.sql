-- What a teacher decides about practice: a skill that goes first for a student, and when a skill
-- counts as mastered and how hard questions are in a class.

-- "Give them this." It stands until it is taken back: practice passes over a skill that is mastered.
-- Who pinned and unpinned what, and when, is in the audit trail as well.
CREATE TABLE pin (
    student_id   BLOB    NOT NULL REFERENCES student (id),
    skill        TEXT    NOT NULL,
    pinned_by    BLOB    NOT NULL REFERENCES staff (id),
    pinned_at_ms INTEGER NOT NULL,
    PRIMARY KEY (student_id, skill)
) STRICT, WITHOUT ROWID;

-- Both or neither: NULL is a class whose teacher has not chosen, which follows the defaults.
ALTER TABLE class ADD COLUMN mastery_threshold REAL
    CHECK (mastery_threshold BETWEEN 0.80 AND 0.99);

ALTER TABLE class ADD COLUMN success_target REAL
    CHECK (success_target BETWEEN 0.65 AND 0.85
           AND (success_target IS NULL) = (mastery_threshold IS NULL));
