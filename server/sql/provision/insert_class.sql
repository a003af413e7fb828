INSERT INTO class (id, org_id, title, grade, code)
VALUES ($1, $2, $3, $4, $5)
