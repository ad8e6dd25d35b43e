"""A workshop of thirty people on a real server, while one thing after the other goes wrong.

``python -m benchmarks.faults`` runs it. See ``docs/reliability.md``.
"""
