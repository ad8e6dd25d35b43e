"""``lhs serve`` that asks JupyterHub again after a second, not after half a minute."""

from lhs_widgets.server import hub
from lhs_widgets.server.cli import main

hub.FRESH = 1.0
main()
