"""Reading a data package: tidy frames, measures, charts and one sentence under each.

Everything here starts from :func:`lhs_widgets.package.read_package` and never opens the store. Its
modules are imported one by one: ``frames`` reads a package, ``measures`` sums it up, ``tables``,
``charts`` and ``sentences`` show a measure, ``pictures`` draws, ``running`` runs the notebooks.
"""
