INSERT INTO skill_params (
    prior, learn, guess, slip, forget, forget_daily, guess_slope, slip_slope
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
RETURNING id
