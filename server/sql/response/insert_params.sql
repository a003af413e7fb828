INSERT INTO params (prior, learn, guess, slip, forget)
VALUES ($1, $2, $3, $4, $5)
RETURNING id
