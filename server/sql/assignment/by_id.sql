SELECT assignment.id, assignment.class_id, class.title AS class_title,
       staff.display_name AS teacher, assignment.pathway, assignment.assigned_at_ms
FROM assignment
JOIN class ON class.id = assignment.class_id
JOIN staff ON staff.id = assignment.assigned_by
WHERE assignment.id = $1
