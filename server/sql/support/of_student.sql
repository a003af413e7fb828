SELECT student_id, skill, level
FROM skill_support
WHERE student_id = $1
ORDER BY skill
