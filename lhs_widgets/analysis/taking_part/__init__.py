"""Who took part: groups, languages, ways in, arrivals, answers at each step, balance.

As in the rest of the analysis, ``frames`` reads a package, ``measures`` sums it up, ``charts`` and
``sentences`` show a measure; ``sections`` puts the three under each other in a notebook.
"""
