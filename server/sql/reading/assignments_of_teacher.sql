SELECT given.reading_id, given.class_id, class.title AS class_title, staff.display_name AS teacher,
       given.assigned_at_ms, reading.title
FROM enrollment
JOIN person ON person.id = enrollment.person_id AND person.role = 'teacher'
JOIN reading_assignment AS given ON given.class_id = enrollment.class_id
JOIN reading ON reading.id = given.reading_id
JOIN class ON class.id = given.class_id
JOIN staff ON staff.id = given.assigned_by
WHERE enrollment.person_id = $1
ORDER BY given.assigned_at_ms DESC, given.reading_id DESC
