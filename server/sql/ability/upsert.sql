INSERT INTO ability (student_id, mean, variance)
VALUES ($1, $2, $3)
ON CONFLICT (student_id) DO UPDATE SET
    mean = excluded.mean,
    variance = excluded.variance
