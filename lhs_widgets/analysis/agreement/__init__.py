"""Where people agree and where they differ: the statistics, on what a package holds.

``frames`` reads a package, ``measures`` asks :mod:`..statistics`, ``charts`` and ``sentences`` show
a measure; ``sections`` puts them under each other in a notebook.
"""
