"""``lhs decks`` and ``lhs check-deck``."""

from __future__ import annotations

from typing import Annotated

import typer

from ...deck import LANGUAGES, Deck, built_in_decks, load_deck
from .options import Json, print_json, print_table


def register(app: typer.Typer) -> None:
    app.command()(decks)
    app.command("check-deck")(check_deck)


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


def _described(name: str, deck: Deck) -> dict[str, object]:
    return {
        "name": name,
        "version": deck.version,
        "title": deck.title.model_dump(),
        "languages": list(LANGUAGES),
        "steps": [
            {"id": step.id, "kind": step.activity.kind, "items": len(step.cards)}
            for step in deck.steps.values()
        ],
    }
