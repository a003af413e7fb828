INSERT INTO template_version (template, version, sha256, json, origin, first_live_at_ms)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (template, version)
DO UPDATE SET sha256 = excluded.sha256, json = excluded.json, origin = excluded.origin
