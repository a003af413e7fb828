DELETE FROM reading_core WHERE reading_id = $1
