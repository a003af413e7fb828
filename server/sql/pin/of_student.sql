SELECT pin.skill, staff.display_name AS teacher, pin.pinned_at_ms
FROM pin
JOIN staff ON staff.id = pin.pinned_by
WHERE pin.student_id = $1
ORDER BY pin.pinned_at_ms, pin.skill
