"""The general kinds of activity: what people sorted, placed, chose, wrote, filled in and mapped.

As in the rest of the analysis, ``frames`` reads a package, ``measures`` sums it up, ``charts`` and
``sentences`` show a measure; ``sections`` puts the three under each other in a notebook.
"""
