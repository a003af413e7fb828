DELETE FROM ability
