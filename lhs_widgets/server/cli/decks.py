"""``lhs decks``, ``lhs check-deck`` and ``lhs compose``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ...deck import LANGUAGES, Deck, Step, Text, built_in_decks, load_deck
from ...errors import BadInput
from .options import Json, print_json, print_table


def register(app: typer.Typer) -> None:
    app.command()(decks)
    app.command("check-deck")(check_deck)
    app.command()(compose)


def decks(as_json: Json = False) -> None:
    """List the built-in decks.

    Example: lhs decks --json
    """
    loaded = {name: load_deck(name) for name in built_in_decks()}
    if as_json:
        print_json([_described(name, deck) for name, deck in loaded.items()])
        return
    rows = [
        [name, deck.title("en"), deck.title("fr"), str(len(deck.steps))]
        for name, deck in loaded.items()
    ]
    print_table(["name", "English", "Français", "steps"], rows)


def check_deck(file: Annotated[str, typer.Argument(help="A deck file, in YAML.")]) -> None:
    """Check a deck: every mistake with its file, line and how to mend it.

    Example: lhs check-deck my-deck.yaml
    """
    deck = load_deck(file)
    typer.echo(f"{file}: a good deck, “{deck.title('en')}”, with {len(deck.steps)} steps.")


def compose(
    steps: Annotated[list[str], typer.Argument(help="Steps of the built-in decks, in order.")],
    to: Annotated[Path, typer.Option(help="The deck file to write.")],
    title: Annotated[str, typer.Option(help="Its title in English.")],
    titre: Annotated[str, typer.Option(help="Its title in French.")],
) -> None:
    """Make a deck of steps of several decks; `lhs new --deck FILE` opens it.

    Example: lhs compose p2d-roles p2d-conditions --to mine.yaml --title Ours --titre "Le nôtre"
    """
    from ...deck.composing import compose as composed

    text = composed("composed", Text(en=title, fr=titre), steps)
    try:
        to.write_text(text, "utf-8")
    except OSError as error:
        raise BadInput(f"The deck can't be written: {error}.") from error
    typer.echo(f"The deck is in {to}.")


def _described(name: str, deck: Deck) -> dict[str, object]:
    return {
        "name": name,
        "version": deck.version,
        "title": deck.title.model_dump(),
        "languages": list(LANGUAGES),
        "steps": [
            {
                "id": step.id,
                "title": step.title.model_dump(),
                "kind": step.activity.kind,
                "cards": len(step.cards),
                "items": _items(deck, step),
            }
            for step in deck.steps.values()
        ],
    }


def _items(deck: Deck, step: Step) -> int:
    """How many items of the deck people work on at a step."""
    names = (getattr(step.activity, field, None) for field in ("items", "rows"))
    if step.activity.kind == "roles":
        return len(deck.roles)
    return sum(len(deck.list_of[name].items) for name in names if name)
