SELECT reading.id, reading.author_id, staff.display_name AS author, reading.state, reading.title,
       reading.words, reading.updated_at_ms
FROM reading
JOIN staff ON staff.id = reading.author_id
JOIN person ON person.id = reading.author_id
WHERE reading.author_id = $1
   OR (reading.state = 'approved'
       AND (person.org_id = (SELECT asker.org_id FROM person AS asker WHERE asker.id = $1)
            OR EXISTS (SELECT 1
                       FROM reading_core
                       JOIN staff_language ON staff_language.language = reading_core.language
                       WHERE reading_core.reading_id = reading.id
                         AND staff_language.staff_id = $1)))
ORDER BY reading.updated_at_ms DESC, reading.id DESC
