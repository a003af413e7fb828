SELECT id
FROM skill_params
WHERE prior = $1 AND learn = $2 AND guess = $3 AND slip = $4
  AND forget = $5 AND forget_daily = $6 AND guess_slope = $7 AND slip_slope = $8
