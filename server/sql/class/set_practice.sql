UPDATE class
SET mastery_threshold = $1, success_target = $2
WHERE id = $3
