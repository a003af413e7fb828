SELECT id, adopted_at_ms, adopted_by, note, file, sha256, at_position,
       from_position, reading, past, previous, returns_to
FROM model
ORDER BY id
