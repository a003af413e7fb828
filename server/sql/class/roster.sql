SELECT student.id, student.given_name, student.family_name, student.home_language, student.support
FROM enrollment
JOIN student ON student.id = enrollment.person_id
WHERE enrollment.class_id = $1
