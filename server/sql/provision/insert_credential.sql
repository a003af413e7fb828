INSERT INTO credential (person_id, hash)
VALUES ($1, $2)
