SELECT skill_support.student_id, skill_support.skill, skill_support.level
FROM enrollment
JOIN skill_support ON skill_support.student_id = enrollment.person_id
WHERE enrollment.class_id = $1
ORDER BY skill_support.student_id, skill_support.skill
