SELECT template, state, revision, first_revision, live_version, retired, updated_at_ms
FROM authored_template
WHERE template = $1
