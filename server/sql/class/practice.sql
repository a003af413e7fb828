SELECT mastery_threshold, success_target
FROM class
WHERE id = $1
