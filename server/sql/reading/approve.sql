UPDATE reading
SET state = 'approved', frozen = $1, updated_at_ms = $2
WHERE id = $3 AND revision = $4 AND state = 'draft'
