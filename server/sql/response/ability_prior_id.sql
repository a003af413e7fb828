SELECT id
FROM ability_prior
WHERE variance = $1 AND drift = $2
