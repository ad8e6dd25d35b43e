"""The group's engagement plan beside the literature: activities, say, roles, and what people wish.

A plan is a table whose rows say which activity is planned, for whom, in which roles and with which
promise. ``frames`` reads a package, ``measures`` sums it up, ``charts`` and ``sentences`` show a
measure; ``sections`` puts the three under each other in a notebook.
"""
