INSERT INTO estimate (
    student_id, skill, odds, opportunities, evidence, unaided, unbridged, run, since_run,
    stability, last_day, last_at_ms
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (student_id, skill) DO UPDATE SET
    odds = excluded.odds,
    opportunities = excluded.opportunities,
    evidence = excluded.evidence,
    unaided = excluded.unaided,
    unbridged = excluded.unbridged,
    run = excluded.run,
    since_run = excluded.since_run,
    stability = excluded.stability,
    last_day = excluded.last_day,
    last_at_ms = excluded.last_at_ms
