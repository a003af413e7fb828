SELECT student.id, student.given_name, student.family_name, credential.hash
FROM enrollment
JOIN student ON student.id = enrollment.person_id
JOIN credential ON credential.person_id = student.id
WHERE enrollment.class_id = $1
