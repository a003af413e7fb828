SELECT class.id, class.title, org.name AS school, class.grade, class.code,
       class.mastery_threshold, class.success_target
FROM enrollment
JOIN person ON person.id = enrollment.person_id AND person.role = 'teacher'
JOIN class ON class.id = enrollment.class_id
JOIN org ON org.id = class.org_id
WHERE enrollment.person_id = $1
ORDER BY class.title, class.id
