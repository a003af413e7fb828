UPDATE credential SET hash = $1
WHERE person_id = (SELECT id FROM staff WHERE username_key = $2)
