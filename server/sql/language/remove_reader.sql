DELETE FROM staff_language WHERE staff_id = $1 AND language = $2
