INSERT INTO person (id, org_id, role)
VALUES ($1, $2, $3)
