"""``lhs cards`` and ``lhs import-ideas``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ...errors import BadInput
from ...language import known
from ..settings import Settings
from .options import DEFAULT_DATA, Code, Data, Json, one_of_ours, print_json


def register(app: typer.Typer) -> None:
    app.command()(cards)
    app.command("import-ideas")(import_ideas)


def cards(
    code: Code,
    to: Annotated[Path | None, typer.Option(help="The PDF to write; else cards-CODE.pdf.")] = None,
    language: Annotated[
        str | None,
        typer.Option(
            help="A language, or “both” for all of the workshop's; else each person's own, and all "
            "for codes that nobody has yet.",
            callback=_one_or_both,
        ),
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
    pdf = print_cards(state, record.code, wanted, known(language or "en"))
    try:
        target.write_bytes(pdf)
    except OSError as error:
        raise BadInput(f"The cards can't be written: {error}.") from error
    typer.echo(f"Cards for {len(wanted)} people are in {target}.")


def _one_or_both(language: str | None) -> str | None:
    return language if language == "both" else one_of_ours(language)


def import_ideas(
    code: Code,
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, readable=True, help="A CSV file, in UTF-8."),
    ],
    step: Annotated[str, typer.Option(help="The id of the step the ideas answer.")],
    language: Annotated[
        str,
        typer.Option(help="The language of rows that do not say theirs.", callback=one_of_ours),
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
