INSERT INTO authored_template
    (template, state, revision, first_revision, live_version, retired, updated_at_ms)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (template)
DO UPDATE SET state = excluded.state, revision = excluded.revision,
    first_revision = excluded.first_revision, live_version = excluded.live_version,
    retired = excluded.retired, updated_at_ms = excluded.updated_at_ms
