UPDATE student SET home_language = $1 WHERE id = $2
