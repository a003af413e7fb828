SELECT event.at_ms, coalesce(staff.display_name, event.by_name) AS by_name, event.kind, event.note,
       event.version, event.revision
FROM review_event AS event
LEFT JOIN staff ON staff.id = event.by_id
WHERE event.template = $1
ORDER BY event.position
