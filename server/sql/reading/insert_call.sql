INSERT INTO drafting_call
    (at_ms, asked_by, reading_id, language, model, prompt_sha256, outcome, reasons, elapsed_ms, cached)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
