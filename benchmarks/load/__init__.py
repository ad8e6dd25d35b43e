"""A very large room: hundreds of people join, write, vote and are shown things, for minutes.

``python -m benchmarks.load`` runs it. See ``docs/performance.md``.
"""
