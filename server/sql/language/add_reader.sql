INSERT INTO staff_language (staff_id, language)
VALUES ($1, $2)
ON CONFLICT (staff_id, language) DO NOTHING
