INSERT INTO district_skill (code, json, updated_at_ms)
VALUES ($1, $2, $3)
ON CONFLICT (code) DO UPDATE SET json = excluded.json, updated_at_ms = excluded.updated_at_ms
