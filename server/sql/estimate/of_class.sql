SELECT estimate.student_id, estimate.skill, estimate.odds, estimate.opportunities,
       estimate.evidence, estimate.unaided, estimate.unbridged, estimate.run, estimate.since_run,
       estimate.stability, estimate.last_day, estimate.last_at_ms
FROM enrollment
JOIN estimate ON estimate.student_id = enrollment.person_id
WHERE enrollment.class_id = $1
ORDER BY estimate.student_id, estimate.skill
