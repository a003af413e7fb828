INSERT INTO enrollment (class_id, person_id)
VALUES ($1, $2)
