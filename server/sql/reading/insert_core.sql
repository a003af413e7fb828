INSERT INTO reading_core (reading_id, language, core, works, origin, model, by_id, at_ms, sha256)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
