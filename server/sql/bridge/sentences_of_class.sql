SELECT student_id, term, text, at_ms
FROM (
    SELECT bridge_use.student_id, bridge_use.term, bridge_use.text, bridge_use.at_ms,
           bridge_use.position,
           ROW_NUMBER() OVER (
               PARTITION BY bridge_use.student_id ORDER BY bridge_use.position DESC
           ) AS nth
    FROM bridge_use
    WHERE bridge_use.student_id IN (SELECT person_id FROM enrollment WHERE class_id = $1)
      AND bridge_use.text IS NOT NULL
      AND bridge_use.verdict = 'right'
) AS latest
WHERE nth <= $2
ORDER BY position DESC
