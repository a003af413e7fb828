SELECT needed.word, staff.display_name AS asked_by, needed.reading_id, reading.title, needed.at_ms
FROM needed_card AS needed
JOIN staff ON staff.id = needed.asked_by
LEFT JOIN reading ON reading.id = needed.reading_id
ORDER BY needed.position
