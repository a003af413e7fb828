SELECT session.person_id, person.role, session.expires_at_ms,
       staff.display_name, student.given_name, student.family_name, student.home_language
FROM session
JOIN person ON person.id = session.person_id
LEFT JOIN staff ON staff.id = person.id
LEFT JOIN student ON student.id = person.id
WHERE session.token_sha256 = $1
