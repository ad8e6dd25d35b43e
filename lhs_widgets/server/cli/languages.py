"""``lhs languages``: which there are, adding one, and what one lacks."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ...errors import BadInput
from ...language import direction, installed, languages, name, offered, own_name
from ...language.catalogues import places
from .options import Json, print_json, print_table

Tag = Annotated[str, typer.Argument(metavar="TAG", help="A language's tag: es, pt-BR, moe.")]

commands = typer.Typer()


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="languages")


@commands.callback(invoke_without_command=True)
def show(context: typer.Context, as_json: Json = False) -> None:
    """List the languages, and how complete each is; add one, or see what one lacks.

    Example: lhs languages --json
    """
    if context.invoked_subcommand:
        return
    from ..translating import counted, parts

    for place in places():
        if not place.is_dir():
            typer.echo(f"LHS_LOCALE names {place}, and there is no such folder.", err=True)
    found = {each: counted(each) for each in languages()}
    if as_json:
        print_json([_described(each, counts) for each, counts in found.items()])
        return
    head = ["", *(f"{own_name(each)} ({each})" for each in found)]
    rows = [[part, *(_of(*counts[part]) for counts in found.values())] for part in parts()]
    print_table(head, rows)
    typer.echo(f"Offered where nobody chose: {', '.join(offered())}.")


@commands.command()
def add(language: Tag) -> None:
    """Make the catalogues of a language, or bring them up to date; no translation is lost.

    They are made in the folder that LHS_LOCALE names, else in the package.

    Example: LHS_LOCALE=my-languages lhs languages add pt
    """
    from .. import translating

    for file in translating.add(language):
        typer.echo(str(file))
    typer.echo(f"Translate in these files; then `lhs languages missing {language}`.")


@commands.command()
def missing(
    language: Tag,
    part: Annotated[
        str | None, typer.Option(help="Only one part: interface, a deck, analysis, report, marks.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Print what a language lacks or has wrong, and where.

    Example: lhs languages missing es --part interface
    """
    from ..translating import lacks, parts

    if not installed(language):
        raise BadInput(f"There is no {language!r} yet: `lhs languages add {language}` makes it.")
    if part is not None and part not in parts():
        raise BadInput(f"{part!r} is not one of {', '.join(parts())}.")
    found = [each for each in lacks(language) if part in (None, each.part)]
    if as_json:
        print_json([asdict(each) for each in found])
        return
    for each in found:
        place = "/".join(filter(None, [each.part, each.place]))
        typer.echo(f"{place}: {each.why}: {' '.join(each.words.split())}")
    if not found:
        typer.echo(f"Nothing is missing in {own_name(language)}.")


def _of(said: int, all_: int) -> str:
    return f"{said} of {all_}"


def _described(language: str, counts: dict[str, tuple[int, int]]) -> dict[str, object]:
    return {
        "language": language,
        "name": own_name(language),
        "english": name(language, "en"),
        "direction": direction(language),
        "offered": language in offered(),
        "parts": {part: {"said": said, "all": n} for part, (said, n) in counts.items()},
    }
