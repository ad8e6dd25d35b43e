"""``python -m lhs_widgets`` is the ``lhs`` command."""

from .server.cli import main

main()
