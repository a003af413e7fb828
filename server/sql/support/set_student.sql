UPDATE student SET support = $1 WHERE id = $2 AND support <> $1
