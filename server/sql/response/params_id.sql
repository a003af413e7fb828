SELECT id
FROM params
WHERE prior = $1 AND learn = $2 AND guess = $3 AND slip = $4 AND forget = $5
