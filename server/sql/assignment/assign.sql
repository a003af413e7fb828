INSERT INTO assignment (id, class_id, pathway, assigned_by, assigned_at_ms)
VALUES ($1, $2, $3, $4, $5)
