INSERT INTO session (token_sha256, person_id, created_at_ms, expires_at_ms)
VALUES ($1, $2, $3, $4)
