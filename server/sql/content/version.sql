SELECT json
FROM template_version
WHERE template = $1 AND version = $2
