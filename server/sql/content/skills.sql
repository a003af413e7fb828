SELECT json
FROM district_skill
ORDER BY code
