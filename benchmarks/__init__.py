"""How fast and light the workbook is, beside what else one could use: ``python -m benchmarks``."""
