SELECT class.id, class.title, org.name AS school, class.grade, class.code
FROM class
JOIN org ON org.id = class.org_id
WHERE class.code = $1
