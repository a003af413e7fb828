DELETE FROM pin WHERE student_id = $1 AND skill = $2
