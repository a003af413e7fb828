DELETE FROM estimate
