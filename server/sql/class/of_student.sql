SELECT enrollment.class_id, class.mastery_threshold, class.success_target
FROM enrollment
JOIN student ON student.id = enrollment.person_id
JOIN class ON class.id = enrollment.class_id
WHERE enrollment.person_id = $1
ORDER BY enrollment.class_id
