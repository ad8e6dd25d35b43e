"""Reading a data package: tidy frames, measures, charts and one sentence under each.

Everything here starts from :func:`lhs_widgets.package.read_package` and never opens the store. Import
the modules you need: ``from lhs_widgets.analysis import charts, frames, measures, pictures, sentences, tables``.
"""
