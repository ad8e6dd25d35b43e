"""One module for each table; each has ``measure(plan)``, which returns it."""
