SELECT review.language, review.sha256, review.decision, review.reason, review.reviewer_id,
       staff.display_name AS reviewer, review.at_ms
FROM reading_core_review AS review
JOIN staff ON staff.id = review.reviewer_id
WHERE review.reading_id = $1
ORDER BY review.position
