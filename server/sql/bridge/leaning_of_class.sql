SELECT response.student_id, COUNT(*) AS answers, SUM(response.bridged) AS with_bridge
FROM enrollment
JOIN response ON response.student_id = enrollment.person_id
WHERE enrollment.class_id = $1 AND response.opportunity = 1 AND response.effective_at_ms >= $2
GROUP BY response.student_id
