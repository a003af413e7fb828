INSERT INTO needed_card (word, asked_by, reading_id, at_ms)
VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING
