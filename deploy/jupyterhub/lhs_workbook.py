"""What a JupyterHub has to know of the LHS workbook.

In your own jupyterhub_config.py, after what it says already:

    load_subconfig("/path/to/lhs_workbook.py")

docs/deployment/jupyterhub.md goes through it step by step.
"""

import os

c = get_config()  # noqa: F821  JupyterHub defines it

#: The address at which people reach the workbook: what `lhs serve` prints, without a slash.
workbook = os.environ.get("LHS_PUBLIC_ADDRESS", "http://127.0.0.1:8866")

#: The secret between the two, which `lhs serve` finds as JUPYTERHUB_API_TOKEN: openssl rand -hex 32
token = os.environ["LHS_HUB_TOKEN"]

# The workbook has an address of its own, for people without an account; the Hub only signs in.
c.JupyterHub.services.append(
    {
        "name": "lhs",
        "api_token": token,
        "oauth_redirect_uri": f"{workbook}/facilitate/hub",
        "oauth_client_allowed_scopes": ["custom:lhs:facilitate"],
        "oauth_no_confirm": True,  # the workbook is yours: nobody has to be asked whether it may
        "display": False,
    }
)
c.JupyterHub.custom_scopes.update(
    {"custom:lhs:facilitate": {"description": "Open and facilitate workshops"}}
)
c.JupyterHub.load_roles.extend(
    [
        # The group gets the right. Everyone else may knock, and is told by the workbook, in their
        # language, whom to ask.
        {
            "name": "lhs-facilitator",
            "scopes": ["custom:lhs:facilitate"],
            "groups": ["facilitators"],
        },
        {"name": "user", "scopes": ["self", "access:services!service=lhs"]},
    ]
)
