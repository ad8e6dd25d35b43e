"""The ``lhs`` command: 0 on success, 2 on bad input with one sentence on stderr, 1 otherwise."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from ... import lean  # noqa: F401 - before anything imports jsonschema
from ...errors import BadInput, LHSError
from . import data, database, decks, keeping, languages, paper, privacy, serving, workshops

app = typer.Typer(
    name="lhs",
    help="Design a Learning Health System together: workshops, their data and their analysis.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for part in (serving, workshops, decks, languages, paper, data, privacy, keeping, database):
    part.register(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; every error of ours becomes one sentence, without a traceback."""
    try:
        app(args=arguments)
    except LHSError as error:
        typer.echo(str(error), err=True)
        sys.exit(2 if isinstance(error, BadInput) else 1)
    except BrokenPipeError:  # the reader of our output has gone, as with `lhs list | head -1`
        sys.exit(1)
