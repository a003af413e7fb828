INSERT INTO student (id, given_name, family_name, home_language, support)
VALUES ($1, $2, $3, $4, $5)
