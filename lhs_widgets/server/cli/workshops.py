"""``lhs new``, ``list``, ``show`` and ``rehearse``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated

import typer

from ...deck import load_deck
from ...errors import BadInput
from ...store import Store
from ...workshop import Stamp, actions
from ...workshop.codes import new_secret
from ...workshop.privacy import read_day, read_purpose
from ..settings import Settings
from ..starts import Start, from_deck, from_template
from ..starts import like as start_like
from .options import DEFAULT_DATA, Code, Data, Json, print_json, print_table


def register(app: typer.Typer) -> None:
    app.command()(new)
    app.command("list")(list_workshops)
    app.command()(show)
    app.command()(rehearse)


def new(
    title: Annotated[str, typer.Option(help="The title people see.")],
    deck: Annotated[str | None, typer.Option(help="A built-in deck's name or a deck file.")] = None,
    template: Annotated[str | None, typer.Option(help="Or a template's name.")] = None,
    like: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Or a workshop: its deck, plan and unfinished actions."),
    ] = None,
    purpose: Annotated[
        str | None,
        typer.Option(help="quality (improvement), research or both; else that of what it is like."),
    ] = None,
    reb: Annotated[
        str, typer.Option(metavar="NUMBER", help="For research: its number at the ethics board.")
    ] = "",
    keep_until: Annotated[
        str, typer.Option(metavar="DAY", help="Remind to erase it after this day: 2027-01-31.")
    ] = "",
    data: Data = DEFAULT_DATA,
    as_json: Json = False,
) -> None:
    """Open a workshop.

    Example: lhs new --deck roadmap --title "Better discharge, together"
    Example: lhs new --deck roadmap --title "Our study" --purpose research --reb 2026-014
    """
    settings = Settings.of(data)
    key = new_secret()
    with _start_of(settings, deck=deck, template=template, like=like) as (store, start):
        if reb and purpose is None:
            raise BadInput("--reb goes with --purpose research or --purpose both.")
        read_day(keep_until)  # what is wrong is said before anything is opened
        meant = start.meant_for(read_purpose(purpose, reb)) if purpose is not None else start
        record = meant.open(store, title, key)
        if keep_until:
            record.append(actions.keep_until(record.state(), keep_until, Stamp("facilitator")))
    opened = {
        "code": record.code,
        "join_url": settings.join_url(record.code),
        "facilitate_url": settings.facilitate_url(key, record.code),
        "wall_url": settings.wall_url(record.code),
    }
    if as_json:
        print_json(opened)
        return
    for name, value in opened.items():
        typer.echo(f"{name:15} {value}")


@contextmanager
def _start_of(
    settings: Settings, *, deck: str | None, template: str | None, like: str | None
) -> Iterator[tuple[Store, Start]]:
    """The store, open, and the one thing a workshop is to begin with."""
    if deck is not None and template is None and like is None:
        load_deck(deck)  # a mistake in it is told with the name of its file
        with settings.make_store() as store:
            yield store, from_deck(deck)
    elif template is not None and deck is None and like is None:
        with settings.open_store() as store:
            yield store, from_template(store, template)
    elif like is not None and deck is None and template is None:
        with settings.open_store() as store:
            yield store, start_like(store.record(like))
    else:
        raise BadInput("Give one of --deck, --template and --like.")


def list_workshops(data: Data = DEFAULT_DATA, as_json: Json = False) -> None:
    """List the workshops, newest first.

    Example: lhs list --json
    """
    settings = Settings.of(data)
    rows = _listed(settings) if settings.has_store else []
    if not settings.has_store:
        typer.echo(f"No workshops are saved in {settings.where}.", err=True)
    if as_json:
        print_json(rows)
        return
    print_table(
        ["code", "title", "opened", "joined", "finished", "rehearsal of", "keep until", "due"],
        [[str(value) for value in row.values()] for row in rows],
    )


def show(code: Code, data: Data = DEFAULT_DATA, as_json: Json = False) -> None:
    """Show one workshop: where it is, and how many answers each step has.

    Example: lhs show KDM7RT
    """
    with Settings.of(data).open_store() as store:
        record = store.record(code)
        state = record.state()
    facts = {
        "code": record.code,
        "title": state.title,
        "deck": f"{state.deck.id} {state.deck.version}",
        "current": state.current,
        "finished": state.finished,
        "purpose": " ".join(filter(None, [state.purpose.aim, state.purpose.reb])),
        "keep_until": state.keep_until.isoformat() if state.keep_until else "",
        "joined": state.joined,
        "forgotten": state.forgotten,
        "answers": {
            step.id: sum(1 for _ in state.answers_to(step.id))
            for _, step in state.deck.answered_steps()
        },
        "participants": sorted(state.participants),
    }
    if as_json:
        print_json(facts)
        return
    for name, value in facts.items():
        typer.echo(f"{name:13} {value}")


def rehearse(
    code: Code,
    participants: Annotated[int, typer.Option("--participants", help="How many to pretend.")],
    seed: Annotated[int, typer.Option(help="The same seed writes the same answers.")] = 0,
    data: Data = DEFAULT_DATA,
) -> None:
    """Fill a workshop with pretend participants, for practice and load.

    Example: lhs rehearse KDM7RT --participants 12
    """
    from ...rehearsal import rehearse as pretend

    with Settings.of(data).open_store() as store:
        pretend(store.record(code), participants=participants, seed=seed)
    typer.echo(f"{participants} pretend participants have walked through {code}.")


def _listed(settings: Settings) -> list[dict[str, object]]:
    today = datetime.now().astimezone().date()
    with settings.open_store() as store:
        states = [(entry, store.record(entry.code).state()) for entry in store.workshops()]
    return [
        {
            "code": entry.code,
            "title": state.title,
            "opened": entry.created,
            "joined": state.joined,
            "finished": state.finished,
            "rehearses": state.rehearses,
            "keep_until": state.keep_until.isoformat() if state.keep_until else "",
            "due": state.is_due(today),
        }
        for entry, state in states
    ]
