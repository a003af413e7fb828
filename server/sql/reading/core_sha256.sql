SELECT sha256 FROM reading_core WHERE reading_id = $1 AND language = $2
