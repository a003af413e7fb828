SELECT core.reading_id, core.language, core.core, core.works, core.origin, core.model, core.by_id,
       staff.display_name AS by_name, core.at_ms, core.sha256
FROM reading_core AS core
JOIN staff ON staff.id = core.by_id
WHERE core.reading_id = $1
ORDER BY core.language
