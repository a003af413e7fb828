INSERT INTO reading
    (id, author_id, copy_of, state, revision, title, text, words, choices, created_at_ms, updated_at_ms)
VALUES ($1, $2, $3, 'draft', 1, $4, $5, $6, $7, $8, $8)
