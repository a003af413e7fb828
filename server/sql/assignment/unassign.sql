DELETE FROM assignment WHERE class_id = $1 AND pathway = $2
