SELECT enrollment.class_id
FROM enrollment
JOIN student ON student.id = enrollment.person_id
WHERE enrollment.person_id = $1
ORDER BY enrollment.class_id
