"""``lhs backup`` and ``lhs restore``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ...store.backup import back_up, restore
from ..settings import Settings
from .options import DEFAULT_DATA, Data, Json, print_json


def register(app: typer.Typer) -> None:
    app.command("backup")(backup)
    app.command("restore")(bring_back)


def backup(
    file: Annotated[Path, typer.Argument(help="Where to write it; an earlier one is replaced.")],
    data: Data = DEFAULT_DATA,
    as_json: Json = False,
) -> None:
    """Copy everything that is saved to one file, also while people are writing.

    Example: lhs backup /mnt/safe/workshops.zip
    """
    settings = Settings.of(data)
    folder = settings.folder_for("A database is backed up")
    settings.open_store().close()
    said = back_up(folder, file)
    if as_json:
        print_json(said)
        return
    typer.echo(f"{file} holds all that is saved in {folder}; keep it as safe as that.")


def bring_back(
    file: Annotated[Path, typer.Argument(help="What `lhs backup` wrote.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Move what is saved there now aside.")
    ] = False,
    data: Data = DEFAULT_DATA,
    as_json: Json = False,
) -> None:
    """Bring a backup back, after checking that it is whole.

    Example: lhs restore /mnt/safe/workshops.zip --data data
    """
    settings = Settings.of(data)
    folder = settings.folder_for("A database is brought back")
    said = restore(file, folder, replace=replace)
    with settings.open_store() as store:
        workshops = len(store.workshops())
    if as_json:
        print_json({**said, "workshops": workshops})
        return
    typer.echo(f"{workshops} workshops are back in {folder}, as of {said['made']}.")
