INSERT INTO reading_assignment (class_id, reading_id, assigned_by, assigned_at_ms)
VALUES ($1, $2, $3, $4)
ON CONFLICT (class_id, reading_id) DO NOTHING
