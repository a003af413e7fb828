SELECT student_id, template, template_version, seed, attempt, answer, hints, bridge,
       answered_at_ms, elapsed_ms
FROM response
WHERE id = $1
