"""Options and output that several commands share."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from ...language import installed, languages
from ..settings import DEFAULT_DATA

Data = Annotated[
    str,
    typer.Option(
        "--data", metavar="DIR_OR_URL", envvar="LHS_DATA", help="Where workshops are saved."
    ),
]


def one_of_ours(language: str | None) -> str | None:
    """Refuses a language that is not installed."""
    if language is not None and not installed(language):
        raise typer.BadParameter(f"{language!r} is not one of {', '.join(languages())}.")
    return language


Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
Code = Annotated[str, typer.Argument(help="The workshop's code.")]

__all__ = ["DEFAULT_DATA", "Code", "Data", "Json", "one_of_ours", "print_json", "print_table"]


def print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(headings: list[str], rows: list[list[str]]) -> None:
    table = Table(*headings)
    for row in rows:
        table.add_row(*row)
    Console().print(table)
