INSERT INTO org (id, parent_id, kind, name)
VALUES ($1, $2, $3, $4)
