SELECT language FROM staff_language WHERE staff_id = $1 ORDER BY language
