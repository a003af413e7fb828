new EventSource("/events").addEventListener("changed", () => location.reload());
