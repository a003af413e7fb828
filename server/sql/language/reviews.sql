SELECT language_review.language, language_review.unit, language_review.sha256,
       language_review.decision, language_review.reason, staff.display_name AS reviewer,
       language_review.at_ms
FROM language_review
JOIN staff ON staff.id = language_review.reviewer_id
WHERE language_review.position IN (
    SELECT MAX(position) FROM language_review GROUP BY language, unit, sha256
)
ORDER BY language_review.position
