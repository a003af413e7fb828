SELECT student_id, term, kind, verdict, task, text
FROM bridge_use
WHERE id = $1
