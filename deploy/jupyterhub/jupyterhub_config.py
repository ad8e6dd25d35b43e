"""A JupyterHub on one machine, to try how facilitators sign in. Not for use: any password opens it.

docs/deployment/jupyterhub.md says how to start it.
"""

import os
from pathlib import Path

c = get_config()  # noqa: F821  JupyterHub defines it

c.JupyterHub.bind_url = os.environ.get("LHS_HUB_ADDRESS", "http://127.0.0.1:8000")
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"  # people's notebooks, as files of who starts the Hub

c.JupyterHub.load_groups = {"facilitators": {"users": ["ada", "cleo"]}}

load_subconfig(str(Path(__file__).with_name("lhs_workbook.py")))  # noqa: F821
