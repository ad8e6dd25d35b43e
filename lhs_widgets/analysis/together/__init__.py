"""What the group made of its ideas: themes, choices, agreement and outcomes.

As in the rest of the analysis, ``frames`` reads a package, ``measures`` sums it up, ``charts`` and
``sentences`` show a measure.
"""
