"""``lhs cards`` and ``lhs import-ideas``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from ...deck import Language
from ...errors import BadInput
from ..settings import Settings
from .options import DEFAULT_DATA, Code, Data, Json, print_json


def register(app: typer.Typer) -> None:
    app.command()(cards)
    app.command("import-ideas")(import_ideas)


def cards(
    code: Code,
    to: Annotated[Path | None, typer.Option(help="The PDF to write; else cards-CODE.pdf.")] = None,
    language: Annotated[
        Literal["en", "fr", "both"] | None,
        typer.Option(help="Else each person's own, and both for codes that nobody has yet."),
    ] = None,
    people: Annotated[
        int | None,
        typer.Option(help="For how many: those added, then the next codes. Else those added."),
    ] = None,
    data: Data = DEFAULT_DATA,
) -> None:
    """Print cards to write on, for people without a phone.

    Example: lhs cards KDM7RT --to cards.pdf --people 6
    """
    from ...paper import packs, print_cards

    with Settings.of(data).open_store() as store:
        record = store.record(code)
        state = record.state()
    wanted = packs(state, people=people, language=language)
    target = to or Path(f"cards-{record.code}.pdf")
    title_language: Language = "fr" if language == "fr" else "en"
    pdf = print_cards(state, record.code, wanted, title_language)
    try:
        target.write_bytes(pdf)
    except OSError as error:
        raise BadInput(f"The cards can't be written: {error}.") from error
    typer.echo(f"Cards for {len(wanted)} people are in {target}.")


def import_ideas(
    code: Code,
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, readable=True, help="A CSV file, in UTF-8."),
    ],
    step: Annotated[str, typer.Option(help="The id of the step the ideas answer.")],
    language: Annotated[
        Language, typer.Option(help="The language of rows that do not say theirs.")
    ] = "en",
    data: Data = DEFAULT_DATA,
    as_json: Json = False,
) -> None:
    """Bring in ideas gathered elsewhere, marked as such; the same file brings nothing twice.

    Example: lhs import-ideas KDM7RT --step p2d-conditions ideas.csv
    """
    from ...paper import import_ideas as bring

    with Settings.of(data).open_store() as store:
        done = bring(store.record(code), file, step, language=language)
    if as_json:
        print_json(asdict(done))
    elif done.new:
        typer.echo(f"{done.ideas} ideas of {done.people} people or groups are now at {step}.")
    else:
        typer.echo(f"{done.file} was brought to {step} before: nothing has changed.")
