SELECT response.position, response.id, response.student_id, response.skill, response.template,
       response.template_version, response.seed, response.attempt, response.answer,
       response.result, response.hints, response.hints_of, response.bridge, response.elapsed_ms,
       response.answered_at_ms, response.effective_at_ms, response.opportunity,
       response.correct, response.difficulty, response.chance, response.help_depth,
       response.help_of, response.bridged, response.day,
       params.prior, params.learn, params.guess, params.slip, params.forget
FROM response
LEFT JOIN params ON params.id = response.params_id
WHERE response.position > $1 AND response.opportunity = 1
ORDER BY response.position
LIMIT $2
