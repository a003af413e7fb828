INSERT INTO pin (student_id, skill, pinned_by, pinned_at_ms)
VALUES ($1, $2, $3, $4)
ON CONFLICT (student_id, skill) DO NOTHING
