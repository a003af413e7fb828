SELECT revision.template, revision.revision, revision.saved_at_ms, revision.saved_by,
       staff.display_name, revision.json
FROM template_revision AS revision
LEFT JOIN staff ON staff.id = revision.saved_by
WHERE revision.template = $1
ORDER BY revision.revision
