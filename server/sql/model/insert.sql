INSERT INTO model (
    adopted_at_ms, adopted_by, note, file, sha256, at_position, from_position, reading,
    past, previous, returns_to
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
RETURNING id
