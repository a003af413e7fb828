SELECT student_id, skill, odds, opportunities, evidence, unaided, unbridged, run, since_run,
       stability, last_day, last_at_ms
FROM estimate
WHERE student_id = $1 AND skill = $2
