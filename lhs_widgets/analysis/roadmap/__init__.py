"""The group's roadmap: what each phase holds, which roles run through, which condition eases what.

It brings together what people wrote alone (:mod:`..frames`) and what the group made of it
(:mod:`..together`). ``frames`` reads a package, ``measures`` sums it up, ``charts`` and
``sentences`` show a measure; ``sections`` puts the three under each other in a notebook.
"""
