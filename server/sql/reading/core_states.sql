SELECT core.reading_id, core.language,
       (SELECT review.decision
        FROM reading_core_review AS review
        WHERE review.reading_id = core.reading_id AND review.language = core.language
          AND review.sha256 = core.sha256
        ORDER BY review.position DESC
        LIMIT 1) AS decision
FROM reading
JOIN reading_core AS core ON core.reading_id = reading.id
WHERE reading.author_id = $1 OR reading.state = 'approved'
ORDER BY core.reading_id, core.language
