SELECT level FROM skill_support WHERE student_id = $1 AND skill = $2
