SELECT student_id, mean, variance
FROM ability
WHERE student_id = $1
