INSERT INTO template_revision (template, revision, saved_at_ms, saved_by, json)
VALUES ($1, $2, $3, $4, $5)
