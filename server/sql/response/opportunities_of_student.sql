SELECT response.position, response.student_id, response.skill, response.template,
       response.effective_at_ms, response.correct, response.difficulty, response.chance,
       response.help_depth, response.help_of, response.bridged, response.day,
       skill_params.prior, skill_params.learn, skill_params.guess, skill_params.slip,
       skill_params.forget, skill_params.forget_daily,
       skill_params.guess_slope, skill_params.slip_slope,
       ability_prior.variance, ability_prior.drift
FROM response
JOIN skill_params ON skill_params.id = response.skill_params_id
JOIN ability_prior ON ability_prior.id = response.ability_prior_id
WHERE response.student_id = $1 AND response.opportunity = 1
ORDER BY response.position
