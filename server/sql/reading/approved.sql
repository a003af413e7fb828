SELECT id, frozen
FROM reading
WHERE state = 'approved'
