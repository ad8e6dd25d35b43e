"""``lhs set-up-database``."""

from __future__ import annotations

from typing import Annotated

import typer

from ...errors import BadInput
from ..settings import Settings


def register(app: typer.Typer) -> None:
    app.command("set-up-database")(set_up_database)


def set_up_database(
    data: Annotated[str, typer.Option("--data", metavar="URL", help="The database, as its owner.")],
    role: Annotated[
        str, typer.Option("--let", metavar="ROLE", help="The role that servers use it with.")
    ] = "",
) -> None:
    """Make the tables of a PostgreSQL database, or bring them to this version.

    Servers that come as another role can do what they need, and nothing else.

    Example: lhs set-up-database --data postgresql://lhs_owner@localhost/lhs --let lhs
    """
    settings = Settings.of(data)
    if settings.folder:
        raise BadInput("Give the URL of a PostgreSQL database; a folder needs no setting up.")
    from ...store.backends.postgresql import set_up

    set_up(data, role)
    whom = f", and {role} may use them" if role else ""
    typer.echo(f"The tables in {settings.where} are those of this version{whom}.")
