SELECT reading.id, reading.author_id, staff.display_name AS author, reading.copy_of, reading.state,
       reading.revision, reading.title, reading.text, reading.choices, reading.frozen,
       reading.created_at_ms, reading.updated_at_ms
FROM reading
JOIN staff ON staff.id = reading.author_id
JOIN person ON person.id = reading.author_id
WHERE reading.id = $1
  AND (reading.author_id = $2
       OR (reading.state = 'approved'
           AND (person.org_id = (SELECT asker.org_id FROM person AS asker WHERE asker.id = $2)
                OR EXISTS (SELECT 1
                           FROM reading_core
                           JOIN staff_language ON staff_language.language = reading_core.language
                           WHERE reading_core.reading_id = reading.id
                             AND staff_language.staff_id = $2))))
