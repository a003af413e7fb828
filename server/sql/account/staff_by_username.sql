SELECT staff.id, staff.display_name, credential.hash
FROM staff
JOIN credential ON credential.person_id = staff.id
WHERE staff.username_key = $1
