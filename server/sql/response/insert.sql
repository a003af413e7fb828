INSERT INTO response (
    id, student_id, device_id, skill, template, template_version, seed, attempt, answer, result,
    hints, hints_of, bridge, elapsed_ms, answered_at_ms, received_at_ms, effective_at_ms,
    opportunity, correct, difficulty, chance, help_depth, help_of, bridged, day,
    skill_params_id, ability_prior_id
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
    $11, $12, $13, $14, $15, $16, $17,
    $18, $19, $20, $21, $22, $23, $24, $25,
    $26, $27
)
