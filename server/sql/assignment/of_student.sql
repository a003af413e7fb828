SELECT assignment.id, assignment.class_id, class.title AS class_title,
       staff.display_name AS teacher, assignment.pathway, assignment.assigned_at_ms
FROM enrollment
JOIN student ON student.id = enrollment.person_id
JOIN assignment ON assignment.class_id = enrollment.class_id
JOIN class ON class.id = assignment.class_id
JOIN staff ON staff.id = assignment.assigned_by
WHERE enrollment.person_id = $1
ORDER BY assignment.assigned_at_ms DESC, assignment.id DESC
