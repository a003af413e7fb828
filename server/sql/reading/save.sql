UPDATE reading
SET revision = revision + 1, title = $1, text = $2, words = $3, choices = $4, updated_at_ms = $5
WHERE id = $6 AND revision = $7 AND state = 'draft'
