INSERT INTO audit (at_ms, actor_id, action, subject, detail)
VALUES ($1, $2, $3, $4, $5)
