SELECT position
FROM response
ORDER BY position DESC
LIMIT 1
