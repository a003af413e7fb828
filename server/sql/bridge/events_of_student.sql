SELECT student_id, term, kind, verdict, MIN(day) AS day, 0 AS place, COUNT(*) AS times
FROM bridge_use
WHERE student_id = $1 AND kind IN ('met', 'asked')
GROUP BY student_id, term, kind, verdict
UNION ALL
SELECT student_id, term, kind, verdict, day, position AS place, 1 AS times
FROM bridge_use
WHERE student_id = $1 AND kind IN ('said', 'answered') AND verdict IN ('right', 'other')
ORDER BY place
