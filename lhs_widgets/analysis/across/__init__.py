"""Across workshops: what a pool holds, never a workshop or a group of fewer than five people apart.

``frames`` reads a pool, ``measures`` sums it up, ``charts`` and ``sentences`` show a measure;
``sections`` puts them under each other in a notebook.
"""
