SELECT at_ms, asked_by, reading_id, language, model, prompt_sha256, outcome, reasons, elapsed_ms, cached
FROM drafting_call
WHERE reading_id = $1
ORDER BY position
