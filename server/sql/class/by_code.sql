SELECT class.id, class.title, org.name AS school, class.grade, class.code,
       class.mastery_threshold, class.success_target
FROM class
JOIN org ON org.id = class.org_id
WHERE class.code = $1
