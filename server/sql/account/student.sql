SELECT id, given_name, family_name, home_language, support
FROM student
WHERE id = $1
