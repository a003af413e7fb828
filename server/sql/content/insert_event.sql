INSERT INTO review_event (template, at_ms, by_id, by_name, kind, note, version, revision)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
