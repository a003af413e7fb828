INSERT INTO skill_support (student_id, skill, level, set_by, set_at_ms)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (student_id, skill) DO UPDATE
SET level = excluded.level, set_by = excluded.set_by, set_at_ms = excluded.set_at_ms
