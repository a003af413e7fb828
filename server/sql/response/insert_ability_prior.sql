INSERT INTO ability_prior (variance, drift)
VALUES ($1, $2)
RETURNING id
