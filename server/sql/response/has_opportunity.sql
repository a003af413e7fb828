SELECT 1
FROM response
WHERE student_id = $1 AND template = $2 AND template_version = $3 AND seed = $4
  AND opportunity = 1
