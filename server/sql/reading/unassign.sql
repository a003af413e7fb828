DELETE FROM reading_assignment WHERE class_id = $1 AND reading_id = $2
