INSERT INTO bridge_use (id, student_id, term, kind, verdict, task, text, at_ms, day, received_at_ms)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
