SELECT template, version, sha256, origin, first_live_at_ms
FROM template_version
ORDER BY template, version
