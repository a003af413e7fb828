INSERT INTO reading_core_review
    (reading_id, language, sha256, decision, reason, reviewer_id, at_ms)
VALUES ($1, $2, $3, $4, $5, $6, $7)
