SELECT folded_by
FROM projection
