INSERT INTO staff (id, username, username_key, display_name)
VALUES ($1, $2, $3, $4)
