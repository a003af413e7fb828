SELECT student_id, mean, variance
FROM ability
ORDER BY student_id
