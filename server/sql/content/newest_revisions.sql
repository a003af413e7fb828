SELECT revision.template, revision.revision, revision.saved_at_ms, revision.saved_by,
       staff.display_name, revision.json
FROM template_revision AS revision
JOIN authored_template AS authored
    ON authored.template = revision.template AND authored.revision = revision.revision
LEFT JOIN staff ON staff.id = revision.saved_by
ORDER BY revision.template
