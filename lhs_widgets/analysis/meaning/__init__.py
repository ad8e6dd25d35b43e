"""Language and values: the words a group chose, those it sets aside, and what it puts first.

``frames`` reads a package, ``measures`` sums it up, ``charts`` and ``sentences`` show a measure;
``sections`` puts the three under each other in a notebook. Choices and scales are measured as all
others are (:mod:`..activities`).
"""
