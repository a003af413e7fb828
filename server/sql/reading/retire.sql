UPDATE reading
SET state = 'retired', updated_at_ms = $1
WHERE id = $2 AND revision = $3 AND state <> 'retired'
